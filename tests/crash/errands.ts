/** Errands of people, step by step: each step is one gesture, made when its button or form is in sight, and is over when the rows say so. */
import type { SeenMessage } from '../support/fake-chat.ts';
import type { CrashWorld } from './crash-world.ts';
import { clientOf, type Member } from './crowd.ts';

export type Step = {
  readonly words: string;
  /** Nobody does two things at once. */
  readonly by: Member;
  /** The gesture, if what it needs is in sight; undefined otherwise. */
  readonly attempt: () => Gesture | undefined;
  /** Whether its effect is in the rows. */
  readonly isDone: () => Promise<boolean>;
};

export type Gesture = {
  readonly act: () => Promise<unknown>;
  /** Opening a form changes nothing yet: if it is lost, the person presses again. */
  readonly counts: boolean;
};

export type Errand = { readonly name: string; readonly steps: readonly Step[] };

export class Sight {
  readonly #world: CrashWorld;

  constructor(world: CrashWorld) {
    this.#world = world;
  }

  /** The newest message with these words and this button. */
  card({ platform, account }: Member, words: string, button: string): SeenMessage | undefined {
    return this.#world
      .chat(platform)
      .sees(account)
      .findLast(({ text, buttons }) => text.includes(words) && buttons.includes(button));
  }

  press(by: Member, words: string, button: string, counts = true): Gesture | undefined {
    const seen = this.card(by, words, button);
    const chat = this.#world.chat(by.platform);
    return seen && { counts, act: () => chat.presses(by.account, button, { message: seen.id }) };
  }

  /** Fills the form that is open; opens it first by `opener` where it is a modal that is not open yet. */
  fill(
    by: Member,
    opener: { readonly words: string; readonly button: string },
    title: RegExp,
    values: Readonly<Record<string, string>>,
    submit: string,
  ): Gesture | undefined {
    const chat = this.#world.chat(by.platform);
    if (by.platform === 'slack') {
      const open = chat.form(by.account);
      if (open && title.test(open.title + open.text))
        return { counts: true, act: () => chat.fills(by.account, values, submit) };
      return this.press(by, opener.words, opener.button, false);
    }
    const form = chat
      .sees(by.account)
      .findLast((seen) => seen.fields.length > 0 && seen.buttons.includes(submit) && title.test(seen.text));
    if (form) return { counts: true, act: () => chat.fills(by.account, values, submit, { message: form.id }) };
    return this.press(by, opener.words, opener.button, false);
  }
}

type Cast = { readonly asker: Member; readonly taker: Member; readonly head: Member; readonly contact: Member };

/** From the words to the client's judgement, or to the head's no. */
export function requestErrand(
  world: CrashWorld,
  title: string,
  { asker, taker, head, contact }: Cast,
  rejected: boolean,
): Errand {
  const sight = new Sight(world);
  const known = { request: '', approval: '', survey: '' };
  const states = async (
    where: string,
    values: readonly unknown[],
  ): Promise<readonly { number: string; state: string }[]> =>
    world.rows<{ number: string; state: string }>(`SELECT number, state FROM record WHERE ${where}`, values);
  const child = async (kind: 'approval' | 'survey', state: readonly string[] | undefined): Promise<boolean> => {
    const [row] = await states('kind = $1 AND parent = $2', [kind, known.request]);
    known[kind] = row?.number ?? '';
    return row !== undefined && (state === undefined || state.includes(row.state));
  };
  const requestIs = async (...state: readonly string[]): Promise<boolean> => {
    const [row] = await states(`kind = 'request' AND title = $1`, [title]);
    known.request = row?.number ?? '';
    return row !== undefined && (state.length === 0 || state.includes(row.state));
  };
  const said = async (): Promise<boolean> =>
    (
      await world.rows(
        `SELECT 1 FROM post WHERE kind = 'open' AND state = 'sent' AND content->'picture'->'input'->>'title' = $1`,
        [title],
      )
    ).length > 0;
  const chat = world.chat(asker.platform);
  const values = { 标题: title, 业务背景: '华东', 客户: clientOf(contact) };
  const steps: Step[] = [
    {
      words: 'asks',
      by: asker,
      attempt: () => ({ counts: true, act: () => chat.says(asker.account, `申请 ${title}`) }),
      isDone: said,
    },
    {
      words: 'sends the form',
      by: asker,
      attempt: () => sight.fill(asker, { words: '市场调研', button: '填写' }, /市场调研/, values, '提交'),
      isDone: () => requestIs(),
    },
    {
      words: 'takes it',
      by: taker,
      attempt: () => sight.press(taker, `${known.request} ·`, '接手'),
      isDone: async () => (await requestIs('in-approval', 'in-service', 'declined')) && child('approval', undefined),
    },
    rejected
      ? {
          words: 'says no',
          by: head,
          attempt: () =>
            sight.fill(
              head,
              { words: `${known.approval} ·`, button: '驳回' },
              new RegExp(`${known.approval}\\b`),
              { 原因: '预算不足' },
              '驳回',
            ),
          isDone: () => child('approval', ['rejected']),
        }
      : {
          words: 'approves',
          by: head,
          attempt: () => sight.press(head, `${known.approval} ·`, '同意'),
          isDone: () => child('approval', ['approved']),
        },
  ];
  if (rejected) return { name: title, steps };
  const judged = { 'Service quality': '5 – Very satisfied' };
  return {
    name: title,
    steps: [
      ...steps,
      {
        words: 'finishes it',
        by: taker,
        attempt: () => sight.press(taker, `${known.request} ·`, '完成'),
        isDone: async () => (await requestIs('done', 'closed')) && child('survey', undefined),
      },
      {
        words: 'judges it',
        by: contact,
        attempt: () =>
          sight.fill(contact, { words: title, button: 'Give feedback' }, new RegExp(title), judged, 'Submit'),
        isDone: () => child('survey', ['answered']),
      },
    ],
  };
}

export function progressErrand(world: CrashWorld, by: Member): Errand {
  const sight = new Sight(world);
  const state = async (...wanted: readonly string[]): Promise<boolean> =>
    (
      await world.rows(`SELECT 1 FROM record WHERE unique_key LIKE 'progress:' || $1 || ':%' AND state = ANY ($2)`, [
        by.id,
        wanted,
      ])
    ).length > 0;
  return {
    name: `the week of ${by.id}`,
    steps: [
      {
        words: 'asks for the form',
        by,
        attempt: () => ({ counts: true, act: () => world.chat(by.platform).says(by.account, '周报') }),
        isDone: () => state('asked', 'submitted'),
      },
      {
        words: 'reports',
        by,
        attempt: () => sight.fill(by, { words: '周报', button: '填写' }, /周报/, { 本周完成: '访谈' }, '提交'),
        isDone: () => state('submitted'),
      },
    ],
  };
}
