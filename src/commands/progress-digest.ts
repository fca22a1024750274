/** Monday: the head of the department is told how many answered and who did not, above the list itself. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { SendProgressDigest } from '../bot/intents/progress-intents.ts';
import { say, show } from '../bot/reactions/effects.ts';
import type { DepartmentId } from '../domain/ids.ts';
import { readerOf, weekOfReports } from '../domain/progress.ts';

export const progressDigest = clockCommand(SendProgressDigest, async ({ input, firm, records }) => {
  const department = input.department as DepartmentId;
  const head = readerOf(department, firm);
  const reports = (await records.progressOf(input.week)).filter((report) => report.department === department);
  if (head === undefined || reports.length === 0) return refuse({ type: 'progress.nothing-due' });

  const { answered, missing } = weekOfReports(reports, firm);
  const counts = { answered: answered.length, asked: reports.length };
  const notice = { type: 'progress.digest-ready', week: input.week, ...counts, missing } as const;
  const picture = { name: 'progress-digest', of: `${department}/${input.week}` } as const;
  return {
    kind: 'decided',
    changes: [],
    effects: [say({ person: head }, notice), show({ person: head }, picture)],
    answer: {},
  };
});
