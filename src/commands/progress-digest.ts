/** Monday: the reports of a cycle are drafted into a digest, for its lead to confirm. */
import { clockCommand, outcome, refuse } from '../bot/engine/define.ts';
import { DraftDigest } from '../bot/intents/digest-intents.ts';
import { cycleCalled } from '../domain/cycle.ts';
import { draftDigest, digestKey } from '../domain/digest.ts';
import { confirmBy, digestDates } from '../domain/digest-dates.ts';
import { makersOf } from '../domain/digest-people.ts';
import { standingsOf } from '../domain/digest-reports.ts';
import type { IsoWeek } from '../domain/zoned-time.ts';

export const progressDigest = clockCommand(DraftDigest, async ({ input, now, firm, records, number }) => {
  const cycle = cycleCalled(input.cycle, firm);
  // Once the lead has left the firm, it is for whoever is above them.
  const lead = cycle?.lead === undefined ? undefined : makersOf(cycle.lead, firm)[0];
  if (!cycle || lead === undefined) return refuse({ type: 'digest.nothing-due' });
  const { id, name, of } = cycle;
  const { period } = input;
  const answers = await records.progressOf(id, period);
  const already = await records.byUniqueKey('digest', digestKey(id, period));
  if (already || answers.length === 0) return refuse({ type: 'digest.nothing-due' });

  const client = 'project' in of ? firm.projects.get(of.project)?.client : undefined;
  const drafting = {
    ...{ number: await number('digest'), cycle: id, period, name, lead, draftedAt: now },
    confirmByAt: confirmBy(digestDates(cycle, lead, period as IsoWeek, firm), now),
    ...(client === undefined ? {} : { client }),
  };
  return outcome(draftDigest(drafting, standingsOf(answers, id, firm), answers.length));
});
