/** Projects and cadences of the firm file: who reports on what, and how often. */
import type { ClientId, DepartmentId, PersonId, ProjectId } from '../../../domain/ids.ts';
import type { Cadence, Milestone, ProgressPolicy, Project, WeeklyMoment } from '../../../domain/project.ts';
import { isCalendarDate } from '../../../domain/zoned-time.ts';
import { suggest } from '../problems.ts';
import { type Context, checkReference, checkUnique, durationMs, localized, weekly } from './context.ts';
import { isTime, parseWeekly } from './moments.ts';
import type { Path } from './places.ts';
import type { Placed, Reader } from './reading.ts';
import { type CadenceShape, departmentShape, type ProjectShape, projectShape } from './shape.ts';

export function readProjects(reader: Reader, usual: ProgressPolicy, context: Context): readonly Placed<Project>[] {
  const found = reader.many('projects', projectShape);
  checkUnique(
    found.map(({ path, value }) => ({ path: [...path, 'id'], key: value.id })),
    (key) => `the project “${key}” is there twice`,
    'numbers are unique: give it another',
    context.complain,
  );
  return found.map(({ path, key, value }) => ({ path, key, value: project(value, path, usual, context) }));
}

function project(shape: ProjectShape, path: Path, usual: ProgressPolicy, context: Context): Project {
  const { complain, ids } = context;
  checkReference(shape.client, 'client', ids.clients, [...path, 'client'], complain);
  checkColleague(shape.pm, 'leads a project', [...path, 'pm'], context);
  shape.members.forEach((member, n) => {
    checkColleague(member, 'reports on a project', [...path, 'members', n], context);
  });
  checkUnique(
    shape.members.map((key, n) => ({ path: [...path, 'members', n], key })),
    (key) => `“${key}” is there twice`,
    'remove one',
    complain,
  );
  const cadences = cadencesOf(shape.progress, [...path, 'progress'], usual, context);
  const milestones = milestonesOf(shape, [...path, 'milestones'], context);
  const areAsked = cadences.some(({ template }) => template === 'milestone');
  if (milestones.length > 0 && !areAsked)
    complain([...path, 'milestones'], 'nobody is asked about them', 'add { template: milestone } to its progress');
  if (milestones.length === 0 && areAsked)
    complain([...path, 'progress'], 'there are no milestones to ask about', 'add milestones: [ { id, name, day } ]');
  return {
    ...{ id: shape.id as ProjectId, name: shape.name, pm: shape.pm as PersonId },
    ...(shape.client === undefined ? {} : { client: shape.client as ClientId }),
    ...{ members: shape.members as readonly string[] as readonly PersonId[], cadences, milestones },
  };
}

/** A contact of a client neither reports nor leads. */
function checkColleague(id: string, does: string, path: Path, { ids, complain }: Context): void {
  if (ids.staff.has(id)) return;
  if (ids.people.has(id))
    complain(path, `“${id}” is a client’s contact`, `a colleague ${does}: ${[...ids.staff].slice(0, 20).join(', ')}`);
  else complain(path, `there is no person “${id}”`, suggest(id, [...ids.staff]));
}

function milestonesOf({ milestones }: ProjectShape, path: Path, { complain }: Context): readonly Milestone[] {
  checkUnique(
    milestones.map(({ id: key }, n) => ({ path: [...path, n, 'id'], key })),
    (key) => `the milestone “${key}” is there twice`,
    'ids are unique within a project: rename one',
    complain,
  );
  return milestones.map(({ id, name, day }, n) => {
    if (!isCalendarDate(day)) complain([...path, n, 'day'], `“${day}” is not a day`, 'for example 2026-12-01');
    return { id, name: localized(name), day };
  });
}

export function readDepartmentCadences(
  reader: Reader,
  usual: ProgressPolicy,
  context: Context,
): ReadonlyMap<DepartmentId, readonly Cadence[]> {
  type Own = readonly [DepartmentId, readonly Cadence[]];
  const own = reader.many('departments', departmentShape).flatMap(({ path, value }): readonly Own[] => {
    // Reports of a project and of a department are told apart by this.
    if (/^PRJ-\d+$/.test(value.id))
      context.complain([...path, 'id'], `“${value.id}” is the number of a project`, 'give the department another id');
    if (value.progress === undefined) return [];
    const here = [...path, 'progress'];
    const cadences = cadencesOf(value.progress, here, usual, context);
    if (cadences.some(({ template }) => template === 'milestone'))
      context.complain(here, 'a department has no milestones', 'give them to a project');
    return [[value.id as DepartmentId, cadences]];
  });
  return new Map(own);
}

function cadencesOf(
  shapes: CadenceShape | readonly CadenceShape[] | undefined,
  path: Path,
  usual: ProgressPolicy,
  context: Context,
): readonly Cadence[] {
  if (shapes === undefined) return [{ ...usual, template: 'weekly' }];
  if (!('length' in shapes)) return [cadence(shapes, path, usual, context)];
  checkUnique(
    shapes.map(({ template: key }, n) => ({ path: [...path, n], key })),
    (key) => `it is asked ${key} already`,
    'one block for each template',
    context.complain,
  );
  return shapes.map((shape, n) => cadence(shape, [...path, n], usual, context));
}

function cadence(shape: CadenceShape, path: Path, usual: ProgressPolicy, context: Context): Cadence {
  const { template, remindAfter } = shape;
  const moment = (name: 'ask' | 'missedAfter' | 'digest' | 'confirmBy'): WeeklyMoment => {
    const text = shape[name];
    if (text === undefined) return usual[name];
    const here = [...path, name];
    return template === 'weekly' ? weekly(text, here, context.complain) : timeOnly(text, template, here, context);
  };
  return {
    template,
    ...{ ask: moment('ask'), missedAfter: moment('missedAfter') },
    ...{ digest: moment('digest'), confirmBy: moment('confirmBy') },
    remindAfterMs:
      remindAfter === undefined
        ? usual.remindAfterMs
        : durationMs(remindAfter, 'working', [...path, 'remindAfter'], context),
  };
}

/** A day or a milestone has its day already. */
function timeOnly(text: string, template: 'daily' | 'milestone', path: Path, { complain }: Context): WeeklyMoment {
  const time = text.trim();
  const found = parseWeekly(text);
  if (found) complain(path, `a ${template} report is not asked on a weekday`, `write the time alone: "${found.time}"`);
  else if (!isTime(time)) complain(path, `“${text}” is not a time`, 'for example "17:30"');
  return { weekday: 1, time };
}
