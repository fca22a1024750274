/** The words of cards and forms that are no button, field or fact. */
import type { Fate, Move, Place } from '../../domain/approval/approval-state.ts';
import type { Template } from '../../domain/project.ts';
import type { Absent } from '../../domain/digest-reports.ts';
import type { Line, Span } from '../cards/card.ts';
import type { SlaWords } from './sla-words.ts';

export type CardWords = {
  readonly kinds: {
    readonly request: string;
    readonly approval: string;
    readonly progress: string;
    readonly survey: string;
    readonly absence: string;
    readonly digest: string;
    readonly issue: string;
    readonly risk: string;
  };
  /** Who acts next and by when. */
  readonly nextDesk: (desk: string, due: Span) => Line;
  readonly nextRequester: (name: string) => Line;
  readonly nextApprovers: (names: string) => Line;
  readonly nextApproval: Line;
  readonly nextOwner: (name: string, due: Span | undefined) => Line;
  readonly nextSurvey: Line;
  readonly nobodyNext: Line;
  readonly overdue: string;
  /** Instead of the state, inside the firm. */
  readonly waitingForClient: string;
  readonly nextAnswer: (name: string) => Line;
  /** A priority, and what it was made from. */
  readonly weighed: (priority: string, impact: string, urgency: string) => string;
  readonly sla: SlaWords;
  /** A stage, who or what decides it, and how many of them it takes: `Department head: 李强 and 王芳 (all of them)`. */
  readonly stage: (stage: string, who: string, rule: string | undefined) => string;
  readonly askedAt: (name: string, at: Span) => Line;
  readonly answeredAt: (name: string, at: Span) => Line;
  readonly declinedBy: (name: string, at: Span) => Line;
  readonly rejectedBy: (name: string, at: Span) => Line;
  readonly refusedForClient: Line;
  /** What somebody did to an approval; `to` is whom it concerned, `for` whose place they spoke in. */
  readonly move: (
    move: Move['type'],
    names: { readonly by: string; readonly to?: string; readonly for?: string },
    at: Span,
  ) => Line;
  readonly fates: Readonly<Record<Exclude<Fate, 'passed'>, string>>;
  /** How many decide in a stage, said behind the names. */
  readonly rules: {
    readonly any: string;
    readonly all: string;
    readonly inOrder: string;
    readonly atLeast: (n: number) => string;
  };
  readonly came: Readonly<Record<Exclude<Place['came'], 'flow'>, string>>;
  /** Since when they hold it, and how they came to. */
  readonly since: (at: Span, came: string | undefined) => Line;
  readonly changesTitle: string;
  /** From something, to something; either may be empty. */
  readonly changed: (before: string | undefined, after: string | undefined) => Line;
  readonly nextReviser: (name: string) => Line;
  /** Somebody who is away, and who speaks for them. */
  readonly through: (name: string, by: string) => string;
  readonly either: (one: string, other: string) => string;
  readonly toReviser: (name: string) => string;
  readonly toStage: (stage: string) => string;
  readonly places: { readonly before: string; readonly after: string };
  readonly thens: { readonly later: string; readonly approve: string };
  readonly requestSummary: (number: string, title: string, state: string) => string;
  readonly approvalTitle: (title: string) => string;
  readonly approvalSummary: (requester: string, title: string, state: string) => string;
  readonly formRequest: (service: string) => string;
  readonly formEdit: (number: string) => string;
  readonly formAsk: (number: string) => string;
  readonly formAnswer: (number: string) => string;
  readonly formDecline: (number: string) => string;
  readonly formTriage: (number: string) => string;
  readonly formReject: (number: string) => string;
  readonly formSendBack: (number: string) => string;
  readonly formTransfer: (number: string) => string;
  readonly formAdd: (number: string) => string;
  readonly formComment: (number: string) => string;
  readonly formSeveral: string;
  readonly severalIntro: Line;
  /** Behind the last of a list that was cut. */
  readonly andMore: (n: number) => Line;
  readonly formRevise: (number: string) => string;
  readonly noClient: string;
  readonly catalogueTitle: string;
  readonly catalogueIntro: Line;
  readonly catalogueSummary: string;
  readonly noServices: Line;
  readonly conversationTitle: string;
  readonly conversationIntro: Line;
  /** `period` is a week, a day or a milestone's name; `project` is absent where a department asks. */
  readonly progressTitle: (template: Template, period: string, project?: string) => string;
  readonly progressIntro: (template: Template, name: string) => Line;
  readonly progressSummary: (template: Template, period: string, project?: string) => string;
  readonly progressSaid: (name: string, title: string, state: string) => string;
  /** Where a proposed answer comes from. */
  readonly plannedIn: (period: string) => string;
  readonly excusedUntil: (day: string) => Line;
  readonly choiceTitle: string;
  readonly choiceOfWeek: string;
  readonly historyTitle: (name: string, what: string) => string;
  readonly historyNone: Line;
  readonly healthTrend: string;
  readonly counted: (state: string, n: number) => string;
  readonly healthOf: (period: string, counts: readonly string[]) => string;
  readonly stateOf: (name: string, state: string) => string;
  readonly statesOf: (states: readonly string[]) => string;
  readonly moreReports: (n: number) => Line;
  readonly late: string;
  readonly digestTitle: (department: string, week: string) => string;
  readonly digestSummary: (department: string, answered: number, asked: number) => string;
  readonly digestCount: (answered: number, asked: number) => Line;
  /** Why somebody has not answered. */
  readonly absents: Readonly<Record<Absent, string>>;
  /** A name, and what is to be noticed about it. */
  readonly marked: (name: string, mark: string) => string;
  readonly digestDraft: string;
  readonly digestNext: (name: string, by: Span) => Line;
  readonly doneBy: (name: string, at: Span) => Line;
  readonly digestEdited: (name: string, at: Span) => Line;
  /** How many answers came after its words were written. */
  readonly digestAfter: (n: number) => Line;
  readonly digestFolded: Line;
  readonly trendTitle: string;
  /** Numbers of the last period, and what has changed against the one before. */
  readonly trendSaid: (period: string, counts: string, change: string | undefined) => string;
  readonly trendSame: string;
  readonly formDigest: (number: string) => string;
  readonly digestFormIntro: (name: string, period: string) => Line;
  /** Parts that a form has no room for. */
  readonly digestKept: (parts: string) => Line;
  readonly part: (label: string, n: number, of: number) => string;
  readonly formClient: (number: string) => string;
  readonly clientReaders: (names: string, client: string) => Line;
  readonly clientLeftOut: (lines: number) => Line;
  readonly clientTitle: (name: string, period: string) => string;
  readonly clientSummary: (firm: string, name: string, period: string) => string;
  readonly clientFrom: (name: string, firm: string, at: Span) => Line;
  readonly concernTitle: (kind: string, title: string) => string;
  readonly surveyTitle: (title: string) => string;
  readonly surveyIntro: (title: string, firm: string) => Line;
  readonly surveySummary: (title: string) => string;
  readonly surveyThanks: Line;
  readonly surveyExpired: Line;
  readonly surveyAnswered: (average: string) => Line;
  readonly absenceTitle: (name: string) => string;
  readonly absenceSummary: (name: string, from: string, until: string) => string;
  readonly formAbsence: string;
  readonly onlyHint: string;
  readonly onlyThese: (name: string, kinds: string) => string;
  readonly helpTitle: string;
  readonly helpIntro: (name: string, firm: string) => Line;
  readonly helpSummary: string;
  readonly helpSay: readonly (readonly [words: string, does: string, who: 'all' | 'staff' | 'reports' | 'admin'])[];
  readonly strangerTitle: string;
  readonly strangerIntro: (firm: string) => Line;
  readonly strangerSummary: string;
  readonly myTitle: string;
  readonly mySummary: (waiting: number, mine: number) => string;
  readonly waitingForMe: string;
  readonly mine: string;
  readonly nothingWaiting: Line;
  readonly nothingMine: Line;
  readonly unknownPeople: string;
  readonly closedTitle: string;
  readonly closed: Line;
  readonly movedTitle: string;
  readonly moved: Line;
  readonly dayTitle: string;
  readonly daySummary: (held: number, waiting: number) => string;
  readonly dayHeld: string;
  readonly agendaTitle: string;
  readonly agendaSummary: (n: number) => string;
  readonly agendaIntro: (n: number) => Line;
  /** Some by name, and how many more. */
  readonly agendaPeople: (names: string, more: number) => string;
  /** Somebody who will be away then and is not asked. */
  readonly agendaAway: (name: string) => string;
  readonly agendaSkipped: string;
  readonly previewTitle: (monday: string) => string;
  readonly previewNote: Line;
  readonly whyTitle: string;
  readonly whySummary: (n: number) => string;
  readonly whyIntro: (n: number) => Line;
  readonly whyNothing: Line;
  readonly whyCard: string;
  readonly whyCardOf: (number: string) => string;
  readonly whyHeld: string;
  readonly whyByTime: (doing: string) => string;
  readonly whyBy: (name: string, doing: string) => string;
  readonly whyUnknown: string;
  readonly cancelledTitle: string;
  readonly cancelled: Line;
};
