/** Progress reports of the small firm, made by the rules themselves. */
import type { Absence } from '../../src/domain/absence.ts';
import { type Cycle, cyclesFor, type Period } from '../../src/domain/cycle.ts';
import type { Firm, Person } from '../../src/domain/firm.ts';
import { askForProgress, type Moment, type Progress, type Subject } from '../../src/domain/progress.ts';
import type { Cadence, Project } from '../../src/domain/project.ts';
import { bordersOfDay } from '../../src/domain/zoned-time.ts';
import { yes } from './decisions.ts';
import { firm, globex, li, wang, xu } from './firm.ts';

export const week = '2026-W48';

/** The weekly cycle of somebody's department. */
export function weeklyOf(person: Person, where: Firm = firm): Cycle {
  const cycle = cyclesFor(person, where).find(({ cadence, of }) => cadence.template === 'weekly' && 'department' in of);
  if (!cycle) throw new Error(`${person.name} has no weekly cycle`);
  return cycle;
}

export function subject(person: Person, period: Period = week, cycle: Cycle = weeklyOf(person)): Subject {
  return { person, cycle, period };
}

export function at(now: Date, where: Firm = firm): Moment {
  return { now, firm: where };
}

export function reportOf(person: Person, now: Date, number: Progress['number'] = 'REP-1'): Progress {
  return yes(askForProgress(number, subject(person), at(now)));
}

/** Away for the whole of that week and the next. */
export function leaveOf(person: Person): Absence {
  const [fromDay, untilDay] = ['2026-11-23', '2026-12-04'];
  return {
    ...{ kind: 'absence', number: 'ABS-1', person: person.id, fromDay, untilDay, status: 'away' },
    ...{ beginsAt: bordersOfDay(fromDay, person.zone).begins, endsAt: bordersOfDay(untilDay, person.zone).ends },
  };
}

const cadence = (template: Cadence['template']): Cadence => ({ ...firm.progress, template });

export const rollout: Project = {
  id: 'PRJ-2',
  name: '新零售 Rollout',
  client: globex,
  pm: li.id,
  members: [wang.id, xu.id],
  cadences: [cadence('weekly'), cadence('daily'), cadence('milestone')],
  milestones: [
    { id: 'kickoff', name: { 'zh-CN': '启动会', 'en-US': 'Kick-off' }, day: '2026-12-01' },
    { id: 'pilot', name: { 'zh-CN': '试点上线', 'en-US': 'Pilot' }, day: '2027-01-15' },
  ],
};

/** The same firm with a project in it, whose members their departments do not ask for the week any more. */
export const withProject: Firm = { ...firm, projects: new Map([[rollout.id, rollout]]) };

export function cycleOf(template: Cadence['template'], person: Person = wang, where: Firm = withProject): Cycle {
  const cycle = cyclesFor(person, where).find((one) => one.cadence.template === template && 'project' in one.of);
  if (!cycle) throw new Error(`${person.name} has no such cycle`);
  return cycle;
}
