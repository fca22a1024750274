/** A cycle of reports: who is asked about what, and who makes the digest of their answers. */
import type { Firm } from './firm.ts';
import type { DepartmentId, PersonId, ProjectId } from './ids.ts';
import type { Cadence, Template } from './project.ts';
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
