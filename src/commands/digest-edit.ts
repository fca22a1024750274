/** The lead's own words for a digest; without them the form is opened. Saving keeps a draft. */
import { command, opens, outcome, refuse } from '../bot/engine/define.ts';
import { EditDigest } from '../bot/intents/digest-intents.ts';
import { digestPlace, editDigest } from '../domain/digest.ts';
import { mergedText, standingsOf } from '../domain/digest-reports.ts';
import { filledIn } from '../domain/digest-text.ts';

export const digestEdit = command(EditDigest, async ({ input, by, now, firm, records }) => {
  const digest = await records.find('digest', input.digest);
  if (!digest) return refuse({ type: 'digest.not-found' });
  const place = digestPlace(digest);
  const { fields, shown = '', seen } = input;
  if (!fields) {
    const probe = editDigest(digest, by, now, firm, { text: {}, seenAt: undefined });
    return probe.ok ? opens({ name: 'digest-form', of: place }) : refuse(probe.refusal);
  }
  const answers = await records.progressOf(digest.cycle, digest.period);
  const standings = standingsOf(answers, digest.cycle, firm);
  const before = digest.edit?.text ?? mergedText(answers, standings, firm, digest.lead);
  const edited = { text: filledIn(before, shown, fields), seenAt: seen === undefined ? undefined : new Date(seen) };
  return outcome(editDigest(digest, by, now, firm, edited), ({ number, name, period }) => ({
    notice: { type: 'digest.saved', number, name, period },
    become: { name: 'digest', of: place },
  }));
});
