/** "report": the form that is owed, or this period's; "report last", "report PRJ-2", "report 2026-W48": what was reported. */
import { command, opens, type Outcome, outcome, refuse, type Turn, typed } from '../bot/engine/define.ts';
import { OpenProgress } from '../bot/intents/progress-intents.ts';
import { periodAt } from '../domain/asking.ts';
import { calendarOf } from '../domain/calendars.ts';
import { type Cycle, cyclesFor, cyclesOf, type Period, planOf } from '../domain/cycle.ts';
import { digestKey, fixedAt } from '../domain/digest.ts';
import type { Person } from '../domain/firm.ts';
import type { ProjectId } from '../domain/ids.ts';
import { closing, openProgress, type Progress, progressKey } from '../domain/progress.ts';
import { readReportWish } from '../domain/report-words.ts';
import { mayViewCycle } from '../domain/visibility.ts';
import { type IsoWeek, isoWeekAt } from '../domain/zoned-time.ts';

type Turned = Turn<typeof OpenProgress>;

/** More are not owed at once. */
const MOST_OWED = 50;

/** While an answer is taken, the form; else what was answered. */
async function shown(progress: Progress, { now, firm, records }: Turned): Promise<Outcome> {
  const sentAt = fixedAt(await records.byUniqueKey('digest', digestKey(progress.cycle, progress.period)));
  const closed = closing(progress, { now, firm }, sentAt);
  return opens({ name: closed ? 'progress' : 'progress-form', of: progress.number });
}

async function begun(person: Person, cycle: Cycle, period: Period, turn: Turned): Promise<Outcome> {
  const { now, firm, records, number } = turn;
  const already = await records.byUniqueKey('progress', progressKey(cycle.id, person.id, period));
  if (already) return shown(already, turn);
  if (periodAt(planOf(cycle, firm), now, calendarOf(person.id, firm)) !== period)
    return refuse({ type: 'progress.not-found' });
  return outcome(openProgress(await number('progress'), { person, cycle, period }, { now, firm }), (opened) => ({
    open: { name: 'progress-form', of: opened.number },
  }));
}

/** What was chosen from a list. */
function chosen(person: Person, id: string, period: Period, turn: Turned): Promise<Outcome> | Outcome {
  const cycle = cyclesFor(person, turn.firm).find((one) => one.id === id);
  return cycle ? begun(person, cycle, period, turn) : refuse({ type: 'progress.not-asked-of-you' });
}

async function owedOrNow(person: Person, turn: Turned): Promise<Outcome> {
  const { now, firm, records } = turn;
  const cycles = cyclesFor(person, firm);
  if (cycles.length === 0) return refuse({ type: 'progress.not-asked-of-you' });
  const [owed, more] = (await records.reportsOf({ person: person.id }, MOST_OWED)).filter(
    (one) => one.status === 'asked' && cycles.some(({ id }) => id === one.cycle) && !closing(one, { now, firm }),
  );
  if (owed && !more) return shown(owed, turn);
  const [cycle, another] = cycles;
  const period = cycle && periodAt(planOf(cycle, firm), now, calendarOf(person.id, firm));
  if (!owed && cycle && !another && period !== undefined) return begun(person, cycle, period, turn);
  return opens({ name: 'progress-choice', of: person.id });
}

async function ofWeek(person: Person, week: IsoWeek, turn: Turned): Promise<Outcome> {
  const { now, records } = turn;
  const thisWeek = isoWeekAt(now, person.zone);
  if (week > thisWeek) return refuse({ type: 'progress.future', week });
  const [one, another] = await records.reportsOf({ person: person.id, period: week }, MOST_OWED);
  if (another) return opens({ name: 'progress-choice', of: `${person.id}/${week}` });
  if (one) return opens({ name: 'progress', of: one.number });
  return week === thisWeek ? owedOrNow(person, turn) : refuse({ type: 'progress.none-of-week', week });
}

async function last(person: Person, { records }: Turned): Promise<Outcome> {
  const said = (await records.reportsOf({ person: person.id }, MOST_OWED)).find(({ status }) => status === 'submitted');
  return said ? opens({ name: 'progress', of: said.number }) : refuse({ type: 'progress.none-yet' });
}

function ofProject(person: Person, project: ProjectId, { firm }: Turned): Outcome {
  const cycle = cyclesOf(firm).find(({ of }) => 'project' in of && of.project === project);
  if (!cycle) return refuse({ type: 'progress.project-unknown', project });
  if (!mayViewCycle(cycle.id, person, firm)) return refuse({ type: 'progress.not-yours-to-see' });
  return opens({ name: 'progress-history', of: cycle.id });
}

export const progressOpen = typed(
  'report',
  (words) => ({ words }),
  command(OpenProgress, async (turn) => {
    const { by, input } = turn;
    if (by.kind !== 'person' || by.person.kind !== 'staff') return refuse({ type: 'progress.not-asked-of-you' });
    const { person } = by;
    if (input.cycle !== undefined && input.period !== undefined) return chosen(person, input.cycle, input.period, turn);
    const wish = readReportWish(input.words ?? '');
    switch (wish?.of) {
      case 'now':
        return owedOrNow(person, turn);
      case 'last':
        return last(person, turn);
      case 'project':
        return ofProject(person, wish.project, turn);
      case 'week':
        return ofWeek(person, wish.week, turn);
      case undefined:
        return refuse({ type: 'wish.unreadable' });
    }
  }),
);
