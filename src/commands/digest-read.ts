/** "Read in full": all words of a digest, as messages, as they are at this moment. */
import { command, refuse } from '../bot/engine/define.ts';
import { ReadDigest } from '../bot/intents/digest-intents.ts';
import { say } from '../bot/reactions/effects.ts';
import { isConfirmed } from '../domain/digest.ts';
import { mergedText, standingsOf } from '../domain/digest-reports.ts';
import { type DigestText, piecesOf, sections } from '../domain/digest-text.ts';
import { mayViewDigest } from '../domain/visibility.ts';

/** What one message of every platform holds. */
const PIECE = 2500;

function piecesIn(text: DigestText) {
  return sections.flatMap((section) => {
    const pieces = piecesOf(text[section] ?? '', PIECE);
    return pieces
      .map((words, n) => ({ section, words, piece: n + 1, pieces: pieces.length }))
      .filter(({ words }) => words !== '');
  });
}

export const digestRead = command(ReadDigest, async ({ input, by, firm, records }) => {
  const digest = await records.find('digest', input.digest);
  if (!digest || by.kind !== 'person') return refuse({ type: 'digest.not-found' });
  if (!mayViewDigest(digest, by.person, firm)) return refuse({ type: 'record.not-yours-to-see' });
  const answers = await records.progressOf(digest.cycle, digest.period);
  const drafted = mergedText(answers, standingsOf(answers, digest.cycle, firm), firm, digest.lead);
  const text = isConfirmed(digest) ? digest.text : (digest.edit?.text ?? drafted);
  const { number, name, period } = digest;
  const effects = piecesIn(text).map((one) =>
    say({ person: by.person.id }, { type: 'digest.words', number, name, period, ...one }),
  );
  return { kind: 'decided', changes: [], effects, answer: { notice: { type: 'answer.sent-direct' }, tone: 'neutral' } };
});
