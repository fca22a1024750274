/** A client may press whatever button, old or made up: the answer names nobody who decides, and none of their words. */
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/bot/engine/change.ts';
import type { Outcome } from '../../src/bot/engine/define.ts';
import { wordsFor } from '../../src/bot/text/words.ts';
import { commands } from '../../src/commands/index.ts';
import type { Person } from '../../src/domain/firm.ts';
import { type Locale, locales } from '../../src/domain/language.ts';
import { numberOf } from '../../src/domain/numbers.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { ann, bob, by, firm, sun, wang } from '../domain/firm.ts';
import { later } from '../domain/requests.ts';
import { zone } from './drawing.ts';
import { another, spoken, states } from './inside.ts';
import { readerOf } from './records.ts';

/** Names every record that a button could name, and fills in every field. */
const made = {
  ...{ request: 'REQ-7', approval: 'APR-3', number: 'REQ-7', service: 'market-research', progress: 'REP-1' },
  ...{ survey: 'SUR-9', title: '', text: '', word: '' },
};
const fields = { reason: 'x', comment: 'x', question: 'x', answer: 'x', to: ann.id, priority: 'high' };

function answered(outcome: Outcome, locale: Locale): string {
  const words = wordsFor({ locale, zone }, firm);
  if (outcome.kind === 'refused') return JSON.stringify(words.why(outcome.refusal));
  if (outcome.kind === 'problems') return JSON.stringify(outcome.problems);
  return outcome.answer.notice ? JSON.stringify(words.notice(outcome.answer.notice)) : '';
}

async function pressed(person: Person, records: readonly AnyRecord[]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const { intent, decide, clockOnly } of commands) {
    for (const input of [made, { ...made, fields }].map((one) => intent.shape.safeParse(one))) {
      if (!input.success || clockOnly) continue;
      const turn = { input: input.data, by: by(person), now: later(700), firm, records: readerOf(records) };
      const outcome = await decide({ ...turn, number: async (kind) => numberOf(kind, 50), fingerprint });
      answers.push(...locales.map((locale) => `${intent.name}: ${answered(outcome, locale)}`));
    }
  }
  return answers;
}

describe.each(Object.keys(states))('%s', (state) => {
  test.each([ann, bob])('$name is answered without an internal word', async (person) => {
    const answers = await pressed(person, states[state] ?? []);
    expect(answers.length).toBeGreaterThan(50);
    const inside = [...spoken, ...another];
    expect(answers.filter((answer) => inside.some((word) => answer.includes(word)))).toEqual([]);
  });
});

test('a colleague is told whose turn it is', async () => {
  const answers = await pressed(wang, states['while it waits for approval'] ?? []);
  expect(answers.join()).toContain(sun.name);
});
