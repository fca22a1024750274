/** Who makes a digest, and who reads it. */
import { standInFor } from './absence.ts';
import { cycleCalled, type CycleId } from './cycle.ts';
import { aboveOf, type Firm } from './firm.ts';
import type { DepartmentId, PersonId } from './ids.ts';

/**
 * Its lead; while they are away, whoever stands in for them as well; once they have left the firm, whoever is above them. A delegate who was
 * named for some services only does not speak here: then it is the head of the lead's department, or management.
 */
export function makersOf(lead: PersonId, firm: Firm): readonly PersonId[] {
  if (firm.people.get(lead)?.kind !== 'staff') return aboveOf(lead, firm).slice(0, 1);
  const standIn = standInFor(lead, lead, firm);
  return standIn === undefined ? [lead] : [lead, standIn];
}

/** Whose heads read it, besides management: of a project, the departments of its people; a department's own head has made it. */
function departmentsIn(cycle: CycleId, firm: Firm): readonly DepartmentId[] {
  const of = cycleCalled(cycle, firm)?.of;
  const project = of && 'project' in of ? firm.projects.get(of.project) : undefined;
  if (!project) return [];
  const all = [project.pm, ...project.members].flatMap((person) => firm.people.get(person)?.department ?? []);
  return [...new Set(all)];
}

/** The heads who are sent it. */
export function headsFor(cycle: CycleId, firm: Firm): readonly PersonId[] {
  const heads = departmentsIn(cycle, firm).flatMap((id) => firm.departments.get(id)?.head ?? []);
  return [...new Set(heads)].filter((head) => firm.people.get(head)?.kind === 'staff');
}
