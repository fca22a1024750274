/** The firm as rules see it: people, departments, clients, the service catalogue and the flows. A read-only snapshot. */
import type { CalendarId, ClientId, DepartmentId, FlowId, PersonId, PlatformId, ProjectId, ServiceId } from './ids.ts';
import type { Locale, Localized } from './language.ts';
import type { Cadence, ProgressPolicy, Project } from './project.ts';
import type { Calendar, QuietHours } from './calendar.ts';
import type { Facts } from './condition.ts';
import type { Contract, SlaPolicy, Targets } from './sla-policy.ts';

/** One identity of a person in one chat. */
export type Account = { readonly platform: PlatformId; readonly id: string };

export const roles = ['staff', 'pm', 'management', 'quality', 'admin', 'auditor', 'committee'] as const;
export type Role = (typeof roles)[number];

/**
 * Someone we know. `staff` come from the firm file or the chat directory, `contact` belongs to a client,
 * `stranger` wrote to us and waits for an administrator to say who this is. `former` has left: known by name, and asked nothing any more.
 */
export type Person = {
  readonly id: PersonId;
  readonly kind: 'staff' | 'contact' | 'stranger' | 'former';
  readonly name: string;
  readonly email?: string;
  readonly department?: DepartmentId;
  /** Only for `contact`. */
  readonly client?: ClientId;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  /** IANA time zone. */
  readonly zone: string;
  /** Where the zone is from when the firm file names none for them; a profile's is asked for again, for people travel. */
  readonly zoneFrom?: 'firm' | 'profile';
  /** Whose hours and holidays are theirs, if not the firm's; read in their own zone. */
  readonly calendar?: CalendarId;
  readonly accounts: readonly Account[];
};

export type Department = { readonly id: DepartmentId; readonly name: string; readonly head?: PersonId };

export type Client = {
  readonly id: ClientId;
  readonly name: string;
  /** The account manager. */
  readonly manager?: PersonId;
  /** What kind of client this is, in the firm's own words. */
  readonly segment?: string;
  /** On which what is promised to them is counted, if not on the firm's. */
  readonly calendar?: CalendarId;
  /** What they have in writing. */
  readonly sla?: Contract;
};

/** A typed question asked at intake. */
export type IntakeField = {
  readonly id: string;
  readonly label: Localized;
  readonly required: boolean;
} & (
  | { readonly type: 'text' | 'long-text' | 'date' }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'choice'; readonly options: readonly string[] }
);

export type Service = {
  readonly id: ServiceId;
  readonly name: Localized;
  /** Its desk: the department that is offered new requests. */
  readonly team: DepartmentId;
  readonly fields: readonly IntakeField[];
  /** Working time until a human must have answered, and, from when the work begins, until it should be done. */
  readonly sla?: Targets;
  readonly approval?: FlowId;
  /** A matter of the firm alone: clients are not offered it, and none is named for it. */
  readonly internal?: true;
};

/** What somebody may ask for. */
export function offeredTo(person: Person | undefined, firm: Firm): readonly Service[] {
  return [...firm.services.values()].filter(({ internal }) => internal !== true || person?.kind === 'staff');
}

/** Whom a stage asks. `rest` of `field` and `person` is the id after the colon in the firm file. */
export type ApproverRule =
  | { readonly by: 'department-head' | 'manager-of-requester' }
  | { readonly by: 'role'; readonly role: Role }
  | { readonly by: 'person'; readonly person: PersonId }
  | { readonly by: 'field'; readonly field: string };

/** How many of the approvers decide: any one (或签), all at once (会签), all one after another (依次), or so many of them. */
export type StageRule = 'any' | 'all' | 'in-order' | { readonly atLeast: number };

/** Conditions are kept as written and judged by `Firm.judge`: a running approval keeps the ones it began with. */
export type Stage = {
  readonly name: Localized;
  readonly approvers: readonly ApproverRule[];
  readonly rule: StageRule;
  /** The stage is asked only when this holds. */
  readonly when?: string;
  /** It passes by itself when this holds, and shows it. */
  readonly autoApprove?: string;
  /** Whoever has said yes in an earlier stage need not say it again. */
  readonly skip?: 'already-approved';
  /** What its yes rests on, by field: after a revision that changes none of these it stands. Absent: it rests on everything. */
  readonly dependsOn?: readonly string[];
  /** Asked again after every revision, whatever has changed. */
  readonly askAgain?: 'always';
  /** Told when it has passed. */
  readonly cc: readonly ApproverRule[];
};

/** After `escalateAfterMs` somebody higher decides as well, or instead. */
export type Escalation = 'add' | 'replace';

export type Flow = {
  readonly id: FlowId;
  readonly stages: readonly Stage[];
  /** Told when everything is approved. */
  readonly cc: readonly ApproverRule[];
  /** Asked when a stage's own words name nobody, and management is nobody either. */
  readonly nobody: readonly ApproverRule[];
  /** Working time of the approver's calendar, from when they hold it. */
  readonly remindAfterMs?: number;
  readonly escalateAfterMs?: number;
  readonly escalation: Escalation;
};

export const surveyDimensions = ['quality', 'result', 'attitude', 'communication'] as const;
export type SurveyDimension = (typeof surveyDimensions)[number];

export type SurveyPolicy = {
  readonly dimensions: readonly SurveyDimension[];
  /** Working time after sending. */
  readonly remindAfterMs: number;
  /** Calendar time after sending. */
  readonly expireAfterMs: number;
};

/** A team channel on one platform. */
export type Room = { readonly platform: PlatformId; readonly chat: string };

export type Firm = {
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
  /** The firm's own. */
  readonly calendar: Calendar;
  /** All calendars by name, the firm's own (`default`) among them. */
  readonly calendars: ReadonlyMap<CalendarId, Calendar>;
  readonly departments: ReadonlyMap<DepartmentId, Department>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly clients: ReadonlyMap<ClientId, Client>;
  readonly services: ReadonlyMap<ServiceId, Service>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  /** Whether a condition holds for these facts. A fact left empty makes every comparison over it false, never an error. */
  readonly judge: (condition: string, facts: Facts) => boolean;
  /** The team channels of a department, one per platform. */
  readonly desks: ReadonlyMap<DepartmentId, readonly Room[]>;
  /** When the bot says nothing of its own accord that can wait; absent: it always speaks. */
  readonly quiet?: QuietHours;
  readonly progress: ProgressPolicy;
  readonly projects: ReadonlyMap<ProjectId, Project>;
  /** Departments that report otherwise than `progress` says. */
  readonly cadences: ReadonlyMap<DepartmentId, readonly Cadence[]>;
  /** The channels in which management reads digests, one per platform; without one its people read them. */
  readonly management: readonly Room[];
  readonly survey: SurveyPolicy;
  readonly sla: SlaPolicy;
  /** Who is away at this moment, and whom they have named to speak for them. */
  readonly away: ReadonlyMap<PersonId, Deputed>;
};

/** Whom somebody has named to speak for them, in everything or in what concerns `only` these services. */
export type Deputed = { readonly delegate?: PersonId; readonly only?: readonly ServiceId[] };

/** Everyone who works the desk of a department: its members and its head. */
export function deskOf(firm: Firm, department: DepartmentId): readonly Person[] {
  const head = firm.departments.get(department)?.head;
  return [...firm.people.values()].filter(
    (person) => person.kind === 'staff' && (person.department === department || person.id === head),
  );
}

/** The people of management. */
export function managersOf(firm: Firm): readonly Person[] {
  return [...firm.people.values()].filter(({ kind, roles }) => kind === 'staff' && roles.includes('management'));
}

/** Who steps in for somebody: the head of their department, then management, then the administrators; none of them twice. */
export function aboveOf(person: PersonId, firm: Firm): readonly PersonId[] {
  const department = firm.people.get(person)?.department;
  const head = department === undefined ? undefined : firm.departments.get(department)?.head;
  const staff = [...firm.people.values()].filter(({ kind }) => kind === 'staff');
  const having = (role: Role): readonly PersonId[] =>
    staff.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const isStaff = (id: PersonId): boolean => firm.people.get(id)?.kind === 'staff';
  const all = [...(head === undefined ? [] : [head]), ...having('management'), ...having('admin')];
  return [...new Set(all)].filter((id) => id !== person && isStaff(id));
}

/** The firm without somebody who has left. */
export function withoutPerson(firm: Firm, person: Person): Firm {
  const { client: _client, ...known } = person;
  const former: Person = { ...known, kind: 'former', roles: [] };
  return { ...firm, people: new Map([...firm.people, [person.id, former]]) };
}

/** The people a client has named, who may be asked and surveyed. */
export function contactsOf(firm: Firm, client: ClientId): readonly Person[] {
  return [...firm.people.values()].filter((person) => person.client === client);
}
