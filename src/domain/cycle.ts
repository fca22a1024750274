/** A cycle of reports: who is asked about what, and who makes the digest of their answers. */
import type { Firm, Person } from './firm.ts';
import type { DepartmentId, PersonId, ProjectId } from './ids.ts';
import { type Cadence, type Plan, type Template, templates } from './project.ts';
import type { IsoWeek } from './zoned-time.ts';

/** Tells a cycle from every other for ever: `strategy`, `PRJ-2`, and with another template than the weekly one `PRJ-2/daily`. */
export type CycleId = string & { readonly [brand]: 'CycleId' };
declare const brand: unique symbol;

/** What a report is about: an ISO week, a day (`2026-11-25`), or the id of a milestone. */
export type Period = IsoWeek | (string & {});

export type Cycle = {
  readonly id: CycleId;
  readonly of: { readonly department: DepartmentId } | { readonly project: ProjectId };
  readonly cadence: Cadence;
  /** What it is called: the department's or the project's name. */
  readonly name: string;
  /** Who makes the digest: the project manager, or the head of the department. */
  readonly lead?: PersonId;
};

export function cycleId(of: Cycle['of'], template: Template): CycleId {
  const about = 'department' in of ? of.department : of.project;
  return (template === 'weekly' ? about : `${about}/${template}`) as CycleId;
}

function departmentCycles(firm: Firm): readonly Cycle[] {
  return [...firm.departments.values()].flatMap(({ id, name, head }) => {
    const cadences = firm.cadences.get(id) ?? [{ ...firm.progress, template: 'weekly' as const }];
    const of = { department: id };
    return cadences.map((cadence) => ({
      ...{ id: cycleId(of, cadence.template), of, cadence, name },
      ...(head === undefined ? {} : { lead: head }),
    }));
  });
}

/** Every cycle of the firm. */
export function cyclesOf(firm: Firm): readonly Cycle[] {
  const projects = [...firm.projects.values()].flatMap(({ id, name, pm, cadences }) => {
    const of = { project: id };
    return cadences.map((cadence) => ({ id: cycleId(of, cadence.template), of, cadence, name, lead: pm }));
  });
  return [...projects, ...departmentCycles(firm)];
}

export function cycleCalled(id: string, firm: Firm): Cycle | undefined {
  return cyclesOf(firm).find((cycle) => cycle.id === id);
}

/** Whose cycle it is, also of one that the firm file names no more. */
export function subjectOf(id: CycleId): Cycle['of'] {
  const about = id.replace(new RegExp(`/(${templates.join('|')})$`), '');
  return /^PRJ-\d+$/.test(about) ? { project: about as ProjectId } : { department: about as DepartmentId };
}

/** What it is called: the department's or the project's name. */
export function nameOf(id: CycleId, firm: Firm): string {
  const of = subjectOf(id);
  const named = 'project' in of ? firm.projects.get(of.project) : firm.departments.get(of.department);
  return named?.name ?? id;
}

/** Who reads the answers and makes the digest: the project manager, or the head of the department. */
export function leadOf(id: CycleId, firm: Firm): PersonId | undefined {
  const of = subjectOf(id);
  return 'project' in of ? firm.projects.get(of.project)?.pm : firm.departments.get(of.department)?.head;
}

/** What it asks about. */
export function planOf({ of, cadence }: Cycle, firm: Firm): Plan {
  const milestones = 'project' in of ? (firm.projects.get(of.project)?.milestones ?? []) : [];
  return { cadence, milestones };
}

/** Who reports at all: people who work on engagements. Management reads, it is not asked. */
export function reports(person: Person): boolean {
  return person.kind === 'staff' && person.roles.some((role) => role === 'staff' || role === 'pm');
}

/** Whether a project asks somebody by this template: then their department does not ask them the same again. */
function hasProject(person: PersonId, template: Template, firm: Firm): boolean {
  return [...firm.projects.values()].some(
    ({ members, cadences }) => members.includes(person) && cadences.some((cadence) => cadence.template === template),
  );
}

/** Members of a project who are still here; of a department those of its people who report and whom no project asks. */
export function isAsked(person: Person, { of, cadence }: Cycle, firm: Firm): boolean {
  if ('project' in of)
    return person.kind === 'staff' && firm.projects.get(of.project)?.members.includes(person.id) === true;
  return person.department === of.department && reports(person) && !hasProject(person.id, cadence.template, firm);
}

export function askedIn(cycle: Cycle, firm: Firm): readonly Person[] {
  return [...firm.people.values()].filter((person) => isAsked(person, cycle, firm));
}

/** The cycles that ask somebody. */
export function cyclesFor(person: Person, firm: Firm): readonly Cycle[] {
  return cyclesOf(firm).filter((cycle) => isAsked(person, cycle, firm));
}
