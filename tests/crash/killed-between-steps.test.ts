/** Killed by SIGKILL exactly between two steps of a gesture, Steward resumes: nothing is lost, nothing is doubled. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { firmFile, WEDNESDAY_TEN } from '../support/world.ts';
import { CrashWorld, type Platform } from './crash-world.ts';
import { nothingAmiss, reckon } from './ledger.ts';

const people = {
  slack: { wang: 'U0WANG', li: 'U0LI', room: 'C0STRAT' },
  feishu: { wang: 'ou_wang', li: 'ou_li', room: 'oc_strat' },
} as const;
const answers = { 业务背景: '客户计划进入华东', 预算: 200000 };
const post = { slack: /chat\.postMessage/, feishu: /im\/v1\/messages\?/ } as const;

/** What only says that the bot was away when somebody pressed. */
const away = /^(200671|200341) /;

type Step = {
  readonly words: string;
  /** Resolves when the process stands at the step. */
  readonly reached: (world: CrashWorld, platform: Platform) => Promise<void>;
};

const steps: readonly Step[] = [
  {
    words: 'before the database has heard of it',
    reached: (world) => world.database.holds({ statement: 'commit', when: 'before' }),
  },
  {
    words: 'after the commit, before the bot knows',
    reached: (world) => world.database.holds({ statement: 'commit', when: 'after' }),
  },
  { words: 'after the commit, before the platform knows', reached: (world) => world.gateway.losesNextAnswer() },
  {
    words: 'when a card is taken from the outbox but not yet sent',
    reached: (world, platform) => world.link(platform).holds({ path: post[platform], when: 'before' }),
  },
  {
    words: 'when the platform has a card but its answer has not arrived',
    reached: (world, platform) => world.link(platform).holds({ path: post[platform], when: 'after' }),
  },
  {
    words: 'when a card was sent but is not yet settled',
    reached: (world) => world.database.holds({ statement: 'settle-post', when: 'before' }),
  },
  {
    words: 'between one settled card and the next',
    reached: (world) => world.database.holds({ statement: 'settle-post', when: 'after' }),
  },
];

describe.each(['slack', 'feishu'] as const)('on %s', (platform) => {
  const { wang, li, room } = people[platform];
  let database: FreshDatabase;
  let world: CrashWorld;

  beforeAll(async () => {
    database = await freshDatabase();
    world = await CrashWorld.begin({ databaseUrl: database.url, firmFile, platforms: [platform], at: WEDNESDAY_TEN });
    const chat = world.chat(platform);
    for (const [account, name] of [
      [wang, '王芳'],
      [li, '李强'],
    ] as const)
      chat.person(account, { name, locale: 'zh-CN', zone: 'Asia/Shanghai' });
    chat.room(room, [wang, li]);
    await world.start();
  });
  afterAll(async () => {
    await world.end();
    await database.drop();
  });

  test.each(steps)(
    'a request killed $words is recorded once and shown once to everybody',
    async ({ words, reached }) => {
      const chat = world.chat(platform);
      const title = `调研 ${words}`;
      await chat.says(wang, `申请 ${title}`);
      await world.settled();
      if (platform === 'slack') await chat.presses(wang, '填写');

      const step = reached(world, platform);
      const sending = chat.fills(wang, { ...answers, 标题: title }, '提交');
      await step;
      await world.kill();
      await sending;
      await world.start();
      await world.settled();

      const records = await world.rows<{ number: string }>('SELECT number FROM v_records WHERE title = $1', [title]);
      expect(records).toHaveLength(1);
      const card = `${records[0]?.number} · 待受理`;
      for (const [account, copies] of [
        [wang, 2],
        [li, 1],
      ] as const) {
        expect(chat.sees(account).filter(({ text }) => text.includes(card))).toHaveLength(copies);
      }
      expect(await reckon(world)).toEqual(nothingAmiss);
      expect(chat.breaches.filter((breach) => !away.test(breach))).toEqual([]);
    },
  );
});
