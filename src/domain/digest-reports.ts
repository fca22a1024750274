/** The reports a digest is drafted from: which they are, where everybody stands, and their words put together. */
import { askedIn, cycleCalled, type CycleId } from './cycle.ts';
import type { DigestText, Section } from './digest-text.ts';
import type { Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { Progress } from './progress.ts';
import { type Health, healths } from './progress-words.ts';
import type { IsoWeek } from './zoned-time.ts';

type Submitted = Progress & { readonly status: 'submitted' };

/** Where somebody stands who has not answered. */
export const absences = ['missed', 'open', 'on-leave', 'skipped', 'not-asked'] as const;
export type Absent = (typeof absences)[number];

/** `late` is there exactly where somebody has answered. */
export type Standing = {
  readonly person: PersonId;
  readonly how: Health | Absent;
  readonly late?: boolean;
  readonly blocked?: true;
};

function absence(report: Progress | undefined, person: PersonId, firm: Firm): Absent {
  const status: string = report?.status ?? 'not-asked';
  if (status === 'missed' || status === 'skipped') return status;
  if (status === 'excused' || firm.away.has(person)) return 'on-leave';
  return status === 'asked' ? 'open' : 'not-asked';
}

function standing(report: Progress | undefined, person: PersonId, firm: Firm): Standing {
  if (report?.status !== 'submitted') return { person, how: absence(report, person, firm) };
  const { words, late } = report;
  return {
    person,
    how: words.health ?? 'on-track',
    late,
    ...(words.blocked === undefined ? {} : { blocked: true as const }),
  };
}

const order: readonly Standing['how'][] = [...healths.toReversed(), ...absences];
const rank = ({ how, blocked }: Standing): number => order.indexOf(how) - (blocked ? 0.5 : 0);

/** Everybody of a cycle, whatever needs an eye first: who is off track, then at risk, and at last who has not answered and why. */
export function standingsOf(answers: readonly Progress[], cycle: CycleId, firm: Firm): readonly Standing[] {
  const known = cycleCalled(cycle, firm);
  const people = new Set([
    ...answers.map(({ person }) => person),
    ...(known ? askedIn(known, firm).map(({ id }) => id) : []),
  ]);
  const name = (person: PersonId): string => firm.people.get(person)?.name ?? person;
  return [...people]
    .map((person) =>
      standing(
        answers.find((report) => report.person === person),
        person,
        firm,
      ),
    )
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        name(a.person).localeCompare(name(b.person), firm.locale) ||
        a.person.localeCompare(b.person),
    );
}

/** What stands between a name and what they said, in the reader's way of writing. */
const colons = { 'zh-CN': '：', 'en-US': ': ' } as const;

/** The members' own words under each heading, each behind their name, in the order in which they stand. */
export function mergedText(
  answers: readonly Progress[],
  standings: readonly Standing[],
  firm: Firm,
  lead: PersonId | undefined,
): DigestText {
  const colon = colons[(lead === undefined ? undefined : firm.people.get(lead)?.locale) ?? firm.locale];
  const said = standings.flatMap(({ person }) =>
    answers.filter((report): report is Submitted => report.person === person && report.status === 'submitted'),
  );
  const merged = (section: Exclude<Section, 'summary'>): { readonly [S in Section]?: string } => {
    const lines = said.flatMap(({ person, words }) => {
      const own = words[section];
      return own === undefined ? [] : [`${firm.people.get(person)?.name ?? person}${colon}${own}`];
    });
    return lines.length === 0 ? {} : { [section]: lines.join('\n') };
  };
  return { ...merged('blocked'), ...merged('risk'), ...merged('done'), ...merged('next') };
}

function answeredAt(report: Progress): number | undefined {
  return report.status === 'submitted' ? report.submittedAt.getTime() : undefined;
}

/** When the newest of these answers came. */
export function newestOf(answers: readonly Progress[]): Date | undefined {
  const all = answers.flatMap((report) => answeredAt(report) ?? []);
  return all.length === 0 ? undefined : new Date(Math.max(...all));
}

/** How many answers came, or were changed, after a text had been written. */
export function answersAfter(seenAt: Date | undefined, answers: readonly Progress[]): number {
  return answers.filter((report) => (answeredAt(report) ?? 0) > (seenAt?.getTime() ?? 0)).length;
}

/** How many stood how, for the trend: one number for each health. */
export type Counts = { readonly [H in Health]: number };

export function countsOf(standings: readonly Pick<Standing, 'how'>[]): Counts {
  const count = (health: Health): number => standings.filter(({ how }) => how === health).length;
  return { 'on-track': count('on-track'), 'at-risk': count('at-risk'), 'off-track': count('off-track') };
}

export type Trend = readonly { readonly period: IsoWeek; readonly counts: Counts }[];
