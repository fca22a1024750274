/** Lists of reports: which of one's own to write, and everybody's about one period. */
import { periodAt } from '../../domain/asking.ts';
import { calendarOf } from '../../domain/calendars.ts';
import { type Cycle, type CycleId, cyclesFor, nameOf, planOf } from '../../domain/cycle.ts';
import type { Person } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { byName } from '../../domain/period.ts';
import { type About, aboutOf, type Progress, progressKey } from '../../domain/progress.ts';
import { mayViewCycle } from '../../domain/visibility.ts';
import { ShowRecord } from '../intents/general-intents.ts';
import { OpenProgress } from '../intents/progress-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card } from './card.ts';
import { button, periodName, titleOfReport } from './parts.ts';
import { picture, type Scene } from './picture.ts';
import { stateOfReport } from './progress-card.ts';

/** Enough for one card on every platform. */
const MOST_ROWS = 20;

type Row = { readonly about: About; readonly report?: Progress };
type Choice = { readonly rows: readonly Row[]; readonly isNow: boolean };

/** What is owed, and the period of each cycle that goes on now. */
async function rowsNow(person: Person, { firm, records, now }: Scene): Promise<readonly Row[]> {
  const cycles = cyclesFor(person, firm);
  const owed = (await records.reportsOf({ person: person.id }, 50)).filter(
    ({ status, cycle }) => status === 'asked' && cycles.some(({ id }) => id === cycle),
  );
  const going = cycles.map(async (cycle: Cycle): Promise<readonly Row[]> => {
    const period = periodAt(planOf(cycle, firm), now, calendarOf(person.id, firm));
    if (period === undefined) return [];
    const report = await records.byUniqueKey('progress', progressKey(cycle.id, person.id, period));
    return report?.status === 'asked' ? [] : [{ about: aboutOf(cycle, period, firm), ...(report ? { report } : {}) }];
  });
  return [...owed.map((report) => ({ about: report, report })), ...(await Promise.all(going)).flat()];
}

async function loadChoice(scene: Scene): Promise<Choice | undefined> {
  const { ref, viewer, records } = scene;
  const [id, period] = ref.of.split('/');
  const { person } = viewer;
  if (person?.id !== (id as PersonId)) return undefined;
  if (period === undefined) return { rows: await rowsNow(person, scene), isNow: true };
  const reports = await records.reportsOf({ person: person.id, period }, MOST_ROWS);
  return { rows: reports.map((report) => ({ about: report, report })), isNow: false };
}

function row({ about, report }: Row, words: Words): Block {
  const { states } = words.text;
  const filledIn = report !== undefined && report.status !== 'asked';
  return {
    type: 'item',
    text: [{ strong: titleOfReport(about, words) }],
    aside: [report ? stateOfReport(report, words) : states.progress.asked],
    button: filledIn
      ? button(words, 'view', ShowRecord, { number: report.number })
      : button(words, 'fillIn', OpenProgress, { cycle: about.cycle, period: about.period }),
  };
}

export const progressChoice = picture<Choice>({
  load: loadChoice,
  draw: ({ rows, isNow }, words) => {
    const { card } = words.text;
    return {
      type: 'card',
      card: {
        title: isNow ? card.choiceTitle : card.choiceOfWeek,
        tone: 'neutral',
        summary: isNow ? card.choiceTitle : card.choiceOfWeek,
        blocks: rows.slice(0, MOST_ROWS).map((one) => row(one, words)),
      },
    };
  },
});

type Told = { readonly name: string; readonly reports: readonly Progress[] };

/** Words of a person may be long; the rest is on the report itself. */
const SHORT = 80;

/** What somebody said, in short: what holds them up, else what they did. */
export function inShort(report: Progress, words: Words): string {
  if (report.status !== 'submitted') return stateOfReport(report, words);
  const { health, blocked, done, result } = report.words;
  const letters = [...(blocked ?? done ?? result ?? '').replaceAll(/\s+/g, ' ')];
  const said = letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : letters.join('');
  return [...(health === undefined ? [] : [words.text.healths[health]]), said].join(' · ');
}

export const progressPeriod = picture<Told>({
  load: async ({ ref, firm, records, viewer: { person } }) => {
    const cut = ref.of.lastIndexOf('/');
    const cycle = ref.of.slice(0, cut) as CycleId;
    if (!person || !mayViewCycle(cycle, person, firm)) return undefined;
    const reports = await records.progressOf(cycle, ref.of.slice(cut + 1));
    return reports.length === 0 ? undefined : { name: nameOf(cycle, firm), reports: byName(reports, firm) };
  },
  draw: ({ name, reports }, words) => ({ type: 'card', card: told(name, reports, words) }),
});

function told(name: string, reports: readonly Progress[], words: Words): Card {
  const { card } = words.text;
  const [first] = reports;
  const title = card.historyTitle(name, first ? periodName(first, words) : '');
  const rows = reports.slice(0, MOST_ROWS).map(
    (report): Block => ({
      type: 'item',
      text: [{ strong: words.name(report.person) }],
      aside: [inShort(report, words)],
      button: button(words, 'view', ShowRecord, { number: report.number }),
    }),
  );
  const more = reports.length - rows.length;
  return {
    ...{ title, tone: 'neutral', summary: title },
    blocks: [...rows, ...(more > 0 ? [{ type: 'aside', text: card.moreReports(more) } as const] : [])],
  };
}
