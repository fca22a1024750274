/** An approval as an entry of a platform's list: as agreed, in every state; and its tasks are just what the rules allow. */
import { describe, expect, test } from 'vitest';
import { approvalEntry } from '../../src/bot/cards/approval-entry.ts';
import type { Entry } from '../../src/bot/cards/card.ts';
import { taskKey } from '../../src/bot/cards/entry.ts';
import { Approve, Reject } from '../../src/bot/intents/approval-intents.ts';
import { wordsFor } from '../../src/bot/text/words.ts';
import { approve } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { by, firm } from '../domain/firm.ts';
import { later } from '../domain/requests.ts';
import { approvals } from './approvals.ts';
import { expectGolden, laidOut } from './golden.ts';
import { readerOf } from './records.ts';

async function entryOf(approval: Approval): Promise<Entry> {
  const ref = { name: 'approval-entry', of: approval.number } as const;
  const scene = { ref, firm, records: readerOf([approval]), viewer: {}, now: later(15) };
  const shown = await approvalEntry.render(scene, wordsFor(firm, firm));
  if (shown?.type !== 'entry') throw new Error('an approval has an entry');
  return shown.entry;
}

const everyState = Object.entries(approvals).map(([title, { approval }]) => ({ title, approval }));
const personOf = (task: Entry['tasks'][number]) => {
  const person = [...firm.people.values()].find(({ name }) => name === task.person.name);
  if (!person) throw new Error(`nobody is called ${task.person.name}`);
  return person;
};

test('the entry of an approval is as agreed in every state', async () => {
  const pages = await Promise.all(
    everyState.map(async ({ title, approval }) => [title, await entryOf(approval)] as const),
  );
  expectGolden('approval-entry.json', `${laidOut(Object.fromEntries(pages))}\n`);
});

test('there is no entry of an approval that is not there', async () => {
  const ref = { name: 'approval-entry', of: 'APR-404' } as const;
  const scene = { ref, firm, records: readerOf([]), viewer: {}, now: later(15) };
  expect(await approvalEntry.render(scene, wordsFor(firm, firm))).toBeUndefined();
});

describe.each(everyState)('$title', ({ approval }) => {
  test('just those may decide who have a task waiting, and the task wishes what the rules take', async () => {
    const pending = (await entryOf(approval)).tasks.filter(({ state }) => state === 'pending');
    const people = pending.map((task) => personOf(task).id);
    expect(new Set(people)).toEqual(new Set(turnOf(approval).filter((id) => id !== approval.requester)));
    for (const task of pending) {
      const input = Approve.shape.parse(task.approve.input);
      expect(approve(approval, by(personOf(task)), later(9999), firm, input)).toMatchObject({ ok: true });
    }
  });

  test('every task has a key of its own, and a no that the rules can read', async () => {
    const { tasks } = await entryOf(approval);
    expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
    for (const { key, reject } of tasks) {
      expect(key).toMatch(new RegExp(`^${approval.number}\\.[\\w.%!'()*~-]+$`));
      expect(Reject.shape.parse({ ...reject.input, fields: { reason: '…' } })).toMatchObject(reject.input);
    }
  });

  test('what is over has an end, what waits has none, and nothing changed later than the entry says', async () => {
    const { tasks, changedAt, state, endedAt } = await entryOf(approval);
    for (const task of tasks) {
      expect(task.until === undefined).toBe(task.state === 'pending');
      expect((task.until ?? task.since).getTime()).toBeLessThanOrEqual(changedAt.getTime());
    }
    expect(endedAt === undefined).toBe(state === 'waiting');
  });
});

test('two askings never have one key, whatever the ids are made of', () => {
  const [at, then] = [later(5), later(6)];
  const keys = [
    taskKey(['APR-3', 1, 0, 'a.b', 'c'], at),
    taskKey(['APR-3', 1, 0, 'a', 'b.c'], at),
    taskKey(['APR-3', 1, 0, 'a%2Eb', 'c'], at),
    taskKey(['APR-3', 1, 0, 'a.b', 'c'], then),
    taskKey(['APR-3', 1, 0, 'chat:U0/王 芳', 'c'], at),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^APR-3\.1\.0\.[\w.%!'()*~-]+$/);
});
