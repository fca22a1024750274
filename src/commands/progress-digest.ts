/** Monday: whoever leads is told how many answered and who did not, above the list itself. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { SendProgressDigest } from '../bot/intents/progress-intents.ts';
import { say, show } from '../bot/reactions/effects.ts';
import { type CycleId, leadOf } from '../domain/cycle.ts';
import { periodOfReports } from '../domain/period.ts';

export const progressDigest = clockCommand(SendProgressDigest, async ({ input, firm, records }) => {
  const cycle = input.department as CycleId;
  const head = leadOf(cycle, firm);
  const reports = await records.progressOf(cycle, input.week);
  if (head === undefined || reports.length === 0) return refuse({ type: 'progress.nothing-due' });

  const { answered, missing } = periodOfReports(reports, firm);
  const counts = { answered: answered.length, asked: reports.length };
  const notice = { type: 'progress.digest-ready', week: input.week, ...counts, missing } as const;
  const picture = { name: 'progress-digest', of: `${cycle}/${input.week}` } as const;
  return {
    kind: 'decided',
    changes: [],
    effects: [say({ person: head }, notice), show({ person: head }, picture)],
    answer: {},
  };
});
