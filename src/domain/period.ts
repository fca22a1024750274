/** In which order reports are told. */
import type { Firm } from './firm.ts';
import type { Progress } from './progress.ts';

/** Always by name, so that people stand in the same order wherever the period is told. */
export function byName(reports: readonly Progress[], firm: Firm): readonly Progress[] {
  const name = ({ person }: Progress): string => firm.people.get(person)?.name ?? person;
  return reports.toSorted((a, b) => name(a).localeCompare(name(b), firm.locale) || a.person.localeCompare(b.person));
}
