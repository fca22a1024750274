/** "Confirm and send": the digest goes out as its lead has seen it. */
import { command, outcome, refuse } from '../bot/engine/define.ts';
import { ConfirmDigest } from '../bot/intents/digest-intents.ts';
import { confirmDigest } from '../domain/digest.ts';
import { mergedText, newestOf, standingsOf } from '../domain/digest-reports.ts';

export const digestConfirm = command(ConfirmDigest, async ({ input, by, now, firm, records }) => {
  const digest = await records.find('digest', input.digest);
  if (!digest) return refuse({ type: 'digest.not-found' });
  const answers = await records.progressOf(digest.cycle, digest.period);
  const standings = standingsOf(answers, digest.cycle, firm);
  const text = digest.edit?.text ?? mergedText(answers, standings, firm, digest.lead);
  const final = { text, standings, seenAt: newestOf(answers) };
  return outcome(confirmDigest(digest, by, now, firm, final), ({ number, name, period }) => ({
    notice: { type: 'digest.confirmed-by-you', number, name, period },
  }));
});
