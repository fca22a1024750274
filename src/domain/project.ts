/** Projects, and how often which reports are asked for. */
import type { ClientId, PersonId, ProjectId } from './ids.ts';
import type { Localized } from './language.ts';

/** A weekday and a wall-clock time, in somebody's own zone. `weekday` is ISO: 1 = Monday. */
export type WeeklyMoment = { readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; readonly time: string };

export type ProgressPolicy = {
  readonly ask: WeeklyMoment;
  /** Working time after the ask. */
  readonly remindAfterMs: number;
  /** In the week after the ask. */
  readonly missedAfter: WeeklyMoment;
  /** In the week after the ask, in the zone of whoever makes it: the answers are drafted into a digest. */
  readonly digest: WeeklyMoment;
  /** In the week after the ask: a digest that nobody has confirmed by then goes out marked as a draft. */
  readonly confirmBy: WeeklyMoment;
};

/** How often a report is asked, and by which form. */
export const templates = ['weekly', 'daily', 'milestone'] as const;
export type Template = (typeof templates)[number];

/** One cadence of reports. No weekday of it has a meaning for `daily` and `milestone`: they are asked at `ask.time`, and the rest comes the day after. */
export type Cadence = ProgressPolicy & { readonly template: Template };

export type Milestone = { readonly id: string; readonly name: Localized; readonly day: string };

/** What a cycle asks about: its cadence, and the milestones of its project. */
export type Plan = { readonly cadence: Cadence; readonly milestones: readonly Milestone[] };

/** A piece of work for a client, or of the firm's own, that a team reports on. */
export type Project = {
  readonly id: ProjectId;
  readonly name: string;
  readonly client?: ClientId;
  /** The project manager, who makes the digest. */
  readonly pm: PersonId;
  readonly members: readonly PersonId[];
  readonly cadences: readonly Cadence[];
  readonly milestones: readonly Milestone[];
};
