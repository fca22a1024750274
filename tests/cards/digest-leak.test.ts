/** Whatever colleagues write, and whatever the lead sends, a client reads no internal word, no colleague's name and nothing of another client. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/bot/engine/change.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { pictures } from '../../src/bot/cards/index.ts';
import { digestClient } from '../../src/commands/digest-client.ts';
import { confirmDigest, type Digest, digestPlace } from '../../src/domain/digest.ts';
import { mergedText, newestOf, standingsOf } from '../../src/domain/digest-reports.ts';
import { locales } from '../../src/domain/language.ts';
import { numberOf } from '../../src/domain/numbers.ts';
import type { Progress } from '../../src/domain/progress.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { wordsFor } from '../../src/bot/text/words.ts';
import { yes } from '../domain/decisions.ts';
import { answered, asked, drafted, ofProject, projectFirm, tenAt } from '../domain/digests.ts';
import { ann, bob, by, li, max, wang, xu } from '../domain/firm.ts';
import { issue, risk } from '../reactions/digest-events.ts';
import { readerOf } from './records.ts';
import { textOf } from './words-of-message.ts';

const tricky = [
  '王芳',
  'Xu Ning',
  'Chen Wei',
  '孙静',
  'Initech',
  'INITECH',
  'Max',
  'Like',
  '：',
  '\n',
  '，',
  ' ',
  '授权未到，等法务',
  '样本偏少',
];
const words = fc
  .array(
    fc.oneof(fc.constantFrom(...tricky), fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 })),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
/** The most secret words there are: no other part of a report repeats them. */
const secret = fc.string({
  minLength: 8,
  maxLength: 20,
  unit: fc.constantFrom('密', '卷', '宗', '甲', '乙', '丙', '丁', '戊'),
});
const report = fc.record({ done: words.map((one) => `完成${one}`), next: words, blocked: secret, risk: secret });

const internalNames = ['王芳', 'Xu Ning', 'Chen Wei', 'Zhao Min', '孙静', 'Initech'];

function confirmed(reports: readonly Progress[]): Digest {
  const standings = standingsOf(reports, ofProject, projectFirm);
  const text = mergedText(reports, standings, projectFirm, li.id);
  const final = { text, standings, seenAt: newestOf(reports) };
  return yes(confirmDigest(drafted(projectFirm, reports), by(li), tenAt, projectFirm, final));
}

async function drawn(name: PictureName, of: string, records: readonly AnyRecord[], person = ann): Promise<string> {
  const messages = locales.map((locale) =>
    pictures[name].render(
      { ref: { name, of }, firm: projectFirm, records: readerOf(records), now: tenAt, viewer: { person } },
      wordsFor({ locale, zone: 'Asia/Shanghai' }, projectFirm),
    ),
  );
  return (await Promise.all(messages))
    .map((message) => (message && message.type !== 'entry' ? textOf(message) : ''))
    .join('\n');
}

type Sent = { readonly fields: Readonly<Record<string, string>>; readonly shown: string };

/** What the form begins with. */
async function prefilled(records: readonly AnyRecord[], place: string): Promise<Sent> {
  const message = await pictures['digest-client-form'].render(
    {
      ref: { name: 'digest-client-form', of: place },
      firm: projectFirm,
      records: readerOf(records),
      now: tenAt,
      viewer: { person: li },
    },
    wordsFor(li, projectFirm),
  );
  if (message?.type !== 'form') throw new Error('no form');
  const { fields, submit } = message.form;
  const filled = fields.flatMap((field) => ('value' in field ? [[field.id, String(field.value)] as const] : []));
  return { fields: Object.fromEntries(filled), shown: String(submit.wish.input['shown']) };
}

async function send(digest: Digest, reports: readonly Progress[], sent: Sent): Promise<Digest | string> {
  const outcome = await digestClient.decide({
    input: { digest: digest.number, ...sent },
    ...{ by: by(li), now: tenAt, firm: projectFirm, records: readerOf([digest, ...reports]), fingerprint },
    number: async (kind) => numberOf(kind, 50),
  });
  if (outcome.kind === 'refused') return outcome.refusal.type;
  const state = outcome.kind === 'decided' ? outcome.changes[0]?.state : undefined;
  return state?.kind === 'digest' ? state : outcome.kind;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function leaks(text: string, secrets: readonly string[]): readonly string[] {
  return [...internalNames, ...secrets].filter((word) => {
    const latin = /^[\w ]+$/.test(word);
    return latin
      ? new RegExp(`(?<![\\p{L}\\p{Nd}])${folded(word)}(?![\\p{L}\\p{Nd}])`, 'u').test(folded(text))
      : folded(text).includes(folded(word));
  });
}

const given = fc.record({ mine: report, theirs: report, typed: fc.option(fc.record({ done: words, next: words })) });

test('a client’s version holds no internal word, whatever was reported and whatever was typed', async () => {
  const went = { out: 0 };
  await fc.assert(
    fc.asyncProperty(given, async ({ mine, theirs, typed }) => {
      const reports = [
        answered(asked(1, wang), wang, { ...mine, health: 'off-track' }),
        answered(asked(3, xu), xu, { ...theirs, health: 'at-risk' }),
      ];
      const digest = confirmed(reports);
      const place = digestPlace(digest);
      const form = await prefilled([digest, ...reports], place);
      const state = await send(digest, reports, typed ? { fields: typed, shown: 'done next' } : form);
      // What the form itself proposes is never refused for what is in it.
      if (typeof state === 'string') {
        if (!typed) expect(state).toBe('digest.words-missing');
        return;
      }
      went.out += 1;
      const secrets = [mine.blocked, mine.risk, theirs.blocked, theirs.risk];
      const text = await drawn('digest-client', place, [state, ...reports]);
      expect(leaks(text, secrets)).toEqual([]);
      expect(text).not.toContain('DIG-2');
      for (const health of ['偏离', '有风险', 'Off track', 'At risk'])
        expect(text.includes(health)).toBe(
          Object.values(state.forClient?.text ?? {})
            .join()
            .includes(health),
        );
    }),
    { numRuns: 200 },
  );
  expect(went.out).toBeGreaterThan(50);
});

test('before it is confirmed, and for another client ever, there is nothing to be read', async () => {
  const reports = [answered(asked(1, wang), wang, { done: '访谈', blocked: '授权未到', health: 'at-risk' })];
  const digest = confirmed(reports);
  const place = digestPlace(digest);
  expect(await drawn('digest-client', place, [digest, ...reports])).toBe('\n');
  const sent = await send(digest, reports, { fields: { done: '完成访谈' }, shown: 'done next' });
  if (typeof sent === 'string') throw new Error(sent);
  expect(await drawn('digest-client', place, [sent], bob)).toContain('完成访谈');
  expect(await drawn('digest-client', place, [sent], max)).toBe('\n');
});

test('no other picture of a digest, an issue or a risk is ever drawn for a contact', async () => {
  const reports = [answered(asked(1, wang), wang, { done: '访谈', blocked: '授权未到', health: 'at-risk' })];
  const sent = await send(confirmed(reports), reports, { fields: { done: '完成访谈' }, shown: 'done next' });
  if (typeof sent === 'string') throw new Error(sent);
  const records = [sent, ...reports, issue, risk];
  for (const person of [ann, bob, max]) {
    const seen = (Object.keys(pictures) as PictureName[]).filter((name) => name !== 'digest-client');
    for (const name of seen)
      for (const of of [digestPlace(sent), sent.number, issue.number, risk.number])
        expect(
          leaks(await drawn(name, of, records, person), ['完成访谈', '授权未到', '海外数据授权未到', '样本偏少']),
          name,
        ).toEqual([]);
  }
});
