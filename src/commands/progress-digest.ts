/** Monday: the head of the department is told how many answered and who did not, above the list itself. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { SendProgressDigest } from '../bot/intents/progress-intents.ts';
import { say, show } from '../bot/reactions/effects.ts';
import type { DepartmentId } from '../domain/firm.ts';
import { readerOf } from '../domain/progress.ts';

export const progressDigest = clockCommand(SendProgressDigest, async ({ input, firm, records }) => {
  const department = input.department as DepartmentId;
  const head = readerOf(department, firm);
  const reports = (await records.progressOf(input.week)).filter((report) => report.department === department);
  if (head === undefined || reports.length === 0) return refuse({ type: 'progress.nothing-due' });

  const missing = reports.filter(({ status }) => status === 'asked' || status === 'missed').map(({ person }) => person);
  const answered = reports.filter(({ status }) => status === 'submitted').length;
  const notice = { type: 'progress.digest-ready', week: input.week, answered, asked: reports.length, missing } as const;
  const picture = { name: 'progress-digest', of: `${department}/${input.week}` } as const;
  return {
    kind: 'decided',
    changes: [],
    effects: [say({ person: head }, notice), show({ person: head }, picture)],
    answer: {},
  };
});
