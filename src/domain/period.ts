/** The reports of one cycle and period, told together. */
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { Progress } from './progress.ts';

/** By what became of them. */
export type PeriodOfReports = {
  readonly answered: readonly (Progress & { readonly status: 'submitted' })[];
  readonly missing: readonly PersonId[];
  readonly skipped: readonly PersonId[];
  readonly excused: readonly PersonId[];
};

/** Always by name, so that people stand in the same order wherever the period is told. */
export function byName(reports: readonly Progress[], firm: Firm): readonly Progress[] {
  const name = ({ person }: Progress): string => firm.people.get(person)?.name ?? person;
  return reports.toSorted((a, b) => name(a).localeCompare(name(b), firm.locale) || a.person.localeCompare(b.person));
}

export function periodOfReports(reports: readonly Progress[], firm: Firm): PeriodOfReports {
  const inOrder = byName(reports, firm);
  const who = (...statuses: readonly Progress['status'][]): readonly PersonId[] =>
    inOrder.filter(({ status }) => statuses.includes(status)).map(({ person }) => person);
  return {
    answered: inOrder.filter((report) => report.status === 'submitted'),
    missing: who('asked', 'missed'),
    skipped: who('skipped'),
    excused: who('excused'),
  };
}
