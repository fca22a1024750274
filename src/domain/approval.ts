/** An approval: people decide about a request, stage after stage. What was asked is frozen when it starts. */
import type { Actor } from './actor.ts';
import type { Facts } from './condition.ts';
import { decided, type Decision, given, refused } from './decision.ts';
import type { ApproverRule, ClientId, DepartmentId, Firm, Flow, Localized, PersonId, Stage } from './firm.ts';
import type { RecordNumber } from './numbers.ts';
import type { Request } from './request-state.ts';

export type AskedStage = {
  readonly name: Localized;
  readonly approvers: readonly PersonId[];
  /** Why these people, when nobody was found by the rule itself. */
  readonly fallback: boolean;
};

export type Verdict = {
  readonly stage: number;
  readonly by: PersonId;
  readonly verdict: 'approved' | 'rejected';
  readonly comment?: string;
  readonly decidedAt: Date;
};

type Always = {
  readonly kind: 'approval';
  readonly number: RecordNumber<'approval'>;
  readonly of: RecordNumber<'request'>;
  readonly title: string;
  readonly requester: PersonId;
  readonly client?: ClientId;
  readonly stages: readonly AskedStage[];
  readonly verdicts: readonly Verdict[];
  readonly startedAt: Date;
};

export type Approval = Always &
  (
    | { readonly status: 'running'; readonly stage: number }
    | { readonly status: 'approved' | 'rejected' | 'withdrawn'; readonly endedAt: Date }
  );

export type ApprovalStatus = Approval['status'];

export type ApprovalEvent =
  | { readonly type: 'approval.started'; readonly asks: readonly PersonId[] }
  | { readonly type: 'approval.stage-passed'; readonly by: PersonId; readonly asks: readonly PersonId[] }
  | { readonly type: 'approval.approved'; readonly by: PersonId }
  | { readonly type: 'approval.rejected'; readonly by: PersonId; readonly reason: string }
  | { readonly type: 'approval.withdrawn'; readonly by: PersonId };

export type ApprovalRefusal =
  | { readonly type: 'approval.not-found' }
  | { readonly type: 'approval.not-yours-to-see' }
  | { readonly type: 'approval.your-own' }
  | { readonly type: 'approval.not-your-turn'; readonly turnOf: readonly PersonId[] }
  | {
      readonly type: 'approval.already-decided';
      readonly verdict: Verdict;
      readonly by: PersonId;
      readonly decidedAt: Date;
    }
  | { readonly type: 'approval.withdrawn' }
  | { readonly type: 'approval.reason-missing'; readonly field: 'reason' }
  /** Without a stage: there was none to ask. */
  | { readonly type: 'approval.nobody-can'; readonly stage?: Localized };

type ApprovalDecision = Decision<Approval, ApprovalEvent, ApprovalRefusal>;

/** The department whose head decides first: the requester's own, or the desk's for people from outside. */
function askingDepartment(request: Request, firm: Firm): DepartmentId {
  return firm.people.get(request.askedBy)?.department ?? request.team;
}

function byRole(firm: Firm, role: string): readonly PersonId[] {
  return [...firm.people.values()]
    .filter(({ kind, roles }) => kind === 'staff' && roles.some((held) => held === role))
    .map(({ id }) => id);
}

function peopleOf(rule: ApproverRule, request: Request, firm: Firm): readonly PersonId[] {
  switch (rule.by) {
    case 'department-head':
    case 'manager-of-requester': {
      const head = firm.departments.get(askingDepartment(request, firm))?.head;
      return head === undefined ? [] : [head];
    }
    case 'role':
      return byRole(firm, rule.role);
    case 'person':
      return [rule.person];
    case 'field': {
      const named = request.answers[rule.field];
      return [...firm.people.values()].filter(({ id, name }) => id === named || name === named).map(({ id }) => id);
    }
  }
}

/** Only people of the firm decide, and never about their own request; when that leaves nobody, management is asked, then the administrators. */
function ask(stage: Stage, request: Request, firm: Firm): AskedStage {
  const others = (ids: readonly PersonId[]): readonly PersonId[] =>
    [...new Set(ids)].filter((id) => id !== request.askedBy && firm.people.get(id)?.kind === 'staff');
  const chosen = others(stage.approvers.flatMap((rule) => peopleOf(rule, request, firm)));
  if (chosen.length > 0) return { name: stage.name, approvers: chosen, fallback: false };
  const management = others(byRole(firm, 'management'));
  return {
    name: stage.name,
    approvers: management.length > 0 ? management : others(byRole(firm, 'admin')),
    fallback: true,
  };
}

/** What a `when` may speak of: the answers (an empty one is null), the priority and the client. */
export function factsOf(request: Request, firm: Firm): Facts {
  const asked = firm.services.get(request.service)?.fields ?? [];
  const empty = Object.fromEntries(asked.map(({ id }) => [id, null]));
  return { ...empty, ...request.answers, priority: request.priority, client: request.client ?? null };
}

/** The stages that will be asked for this request: conditions are judged once, on what is being frozen. */
export function stagesFor(flow: Flow, request: Request, firm: Firm): readonly AskedStage[] {
  const facts = factsOf(request, firm);
  return flow.stages.filter(({ when }) => when?.holds(facts) ?? true).map((stage) => ask(stage, request, firm));
}

/** Starts asking. A stage nobody could decide, or none at all, refuses the start: nothing is ever silently approved. */
export function start(
  number: RecordNumber<'approval'>,
  request: Request,
  stages: readonly AskedStage[],
  now: Date,
): ApprovalDecision {
  const [first] = stages;
  if (first === undefined) return refused({ type: 'approval.nobody-can' });
  const orphan = stages.find(({ approvers }) => approvers.length === 0);
  if (orphan) return refused({ type: 'approval.nobody-can', stage: orphan.name });
  const approval: Approval = {
    kind: 'approval',
    ...{ number, of: request.number, title: request.title, requester: request.askedBy, stages },
    ...(request.client === undefined ? {} : { client: request.client }),
    verdicts: [],
    startedAt: now,
    status: 'running',
    stage: 0,
  };
  return decided(approval, { type: 'approval.started', asks: first.approvers });
}

/** Who holds it now. */
export function turnOf(approval: Approval): readonly PersonId[] {
  return approval.status === 'running' ? (approval.stages[approval.stage]?.approvers ?? []) : [];
}

type Turn = Decision<Approval & { status: 'running' }, never, ApprovalRefusal>;

/** Old cards stay clickable for weeks, so a late press is answered with what was decided, by whom and when. */
function turn(approval: Approval, by: PersonId): Turn {
  if (approval.status === 'withdrawn') return refused({ type: 'approval.withdrawn' });
  const mine = approval.verdicts.find((verdict) => verdict.by === by);
  const last = approval.verdicts.at(-1);
  if (approval.status !== 'running') {
    return last ? refused(alreadyDecided(last)) : refused({ type: 'approval.withdrawn' });
  }
  if (by === approval.requester) return refused({ type: 'approval.your-own' });
  if (turnOf(approval).includes(by)) return decided(approval);
  const passed = mine ?? approval.verdicts.find(({ stage }) => approval.stages[stage]?.approvers.includes(by));
  return passed
    ? refused(alreadyDecided(passed))
    : refused({ type: 'approval.not-your-turn', turnOf: turnOf(approval) });
}

function alreadyDecided(verdict: Verdict): ApprovalRefusal {
  return { type: 'approval.already-decided', verdict, by: verdict.by, decidedAt: verdict.decidedAt };
}

function common(approval: Approval): Always {
  const { kind, number, of, title, requester, client, stages, verdicts, startedAt } = approval;
  return {
    kind,
    number,
    of,
    title,
    requester,
    stages,
    verdicts,
    startedAt,
    ...(client === undefined ? {} : { client }),
  };
}

/** `stage` is the stage the pressed card showed: a second press on it never approves the next stage by accident. */
export function approve(approval: Approval, by: Actor, now: Date, stage?: number, words?: string): ApprovalDecision {
  if (by.kind !== 'person') return refused({ type: 'approval.not-your-turn', turnOf: turnOf(approval) });
  if (by.person.kind !== 'staff') return refused({ type: 'approval.not-yours-to-see' });
  const mine = turn(approval, by.person.id);
  if (!mine.ok) return mine;
  const running = mine.state;
  const before =
    stage === undefined || stage >= running.stage
      ? undefined
      : running.verdicts.find((verdict) => verdict.stage === stage);
  if (before) return refused(alreadyDecided(before));
  const comment = given(words);
  const verdict = {
    stage: running.stage,
    by: by.person.id,
    verdict: 'approved',
    decidedAt: now,
    ...(comment === undefined ? {} : { comment }),
  } as const;
  const verdicts = [...running.verdicts, verdict];
  const next = running.stages[running.stage + 1];
  if (next === undefined) {
    return decided(
      { ...common(running), verdicts, status: 'approved', endedAt: now },
      { type: 'approval.approved', by: by.person.id },
    );
  }
  return decided(
    { ...common(running), verdicts, status: 'running', stage: running.stage + 1 },
    { type: 'approval.stage-passed', by: by.person.id, asks: next.approvers },
  );
}

export function reject(approval: Approval, by: Actor, now: Date, words: string | undefined): ApprovalDecision {
  if (by.kind !== 'person') return refused({ type: 'approval.not-your-turn', turnOf: turnOf(approval) });
  if (by.person.kind !== 'staff') return refused({ type: 'approval.not-yours-to-see' });
  const mine = turn(approval, by.person.id);
  if (!mine.ok) return mine;
  const reason = given(words);
  if (reason === undefined) return refused({ type: 'approval.reason-missing', field: 'reason' });
  const verdict: Verdict = {
    stage: mine.state.stage,
    by: by.person.id,
    verdict: 'rejected',
    comment: reason,
    decidedAt: now,
  };
  return decided(
    { ...common(approval), verdicts: [...approval.verdicts, verdict], status: 'rejected', endedAt: now },
    { type: 'approval.rejected', by: by.person.id, reason },
  );
}

/** The request was taken back while it was being approved. */
export function withdraw(approval: Approval, by: PersonId, now: Date): ApprovalDecision {
  if (approval.status !== 'running') return refused({ type: 'approval.withdrawn' });
  return decided({ ...common(approval), status: 'withdrawn', endedAt: now }, { type: 'approval.withdrawn', by });
}
