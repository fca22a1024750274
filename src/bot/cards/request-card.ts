/** A request as a card: for its requester, for its desk, for a room, each with the buttons that are theirs. */
import type { Request } from '../../domain/request-state.ts';
import { mayViewRequest } from '../../domain/visibility.ts';
import { type Approval, stagesFor, turnOf } from '../../domain/approval.ts';
import type { Firm } from '../../domain/firm.ts';
import { requestButtons } from './request-buttons.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Line, Step, Tone } from './card.ts';
import { clientName, fact, facts, subtitle } from './parts.ts';
import { picture, type Viewer } from './picture.ts';

type Data = {
  readonly request: Request;
  readonly approval: Approval | undefined;
  readonly firm: Firm;
  readonly now: Date;
};

const tones: Readonly<Record<Request['status'], Tone>> = {
  new: 'info',
  'need-info': 'warning',
  'in-approval': 'info',
  'in-service': 'info',
  reopened: 'warning',
  done: 'good',
  closed: 'muted',
  declined: 'bad',
  withdrawn: 'muted',
};

/** Who decides is an internal matter: a client reads only that it is being decided. */
function nextApproval(approval: Approval | undefined, words: Words, outsider: boolean): Line {
  const turn = approval && !outsider ? turnOf(approval) : [];
  return turn.length === 0 ? words.text.card.nextApproval : words.text.card.nextApprovers(words.names(turn));
}

function next({ request, approval, firm }: Data, words: Words, outsider: boolean): Line {
  const { card } = words.text;
  switch (request.status) {
    case 'new':
      return card.nextDesk(
        firm.departments.get(request.team)?.name ?? request.team,
        words.moment(request.responseDueAt),
      );
    case 'need-info':
      return card.nextRequester(words.name(request.askedBy));
    case 'in-approval':
      return nextApproval(approval, words, outsider);
    case 'in-service':
    case 'reopened':
      return card.nextOwner(words.name(request.owner), request.dueAt && words.date(request.dueAt));
    case 'done':
      return request.client === undefined ? card.nobodyNext : card.nextSurvey;
    default:
      return card.nobodyNext;
  }
}

/** Whether this request is approved on its way; judged on its answers as they are. */
function isApproved(request: Request, firm: Firm): boolean {
  const flow = firm.services.get(request.service)?.approval;
  const stages = flow === undefined ? undefined : firm.flows.get(flow);
  return stages !== undefined && stagesFor(stages, request, firm).length > 0;
}

function steps(request: Request, firm: Firm, words: Words): Block {
  const state = words.text.states.request;
  const approved = request.status === 'in-approval' || isApproved(request, firm);
  const path = (['new', 'in-approval', 'in-service', 'done', 'closed'] as const).filter(
    (status) => status !== 'in-approval' || approved,
  );
  const at = request.status === 'need-info' ? 'new' : request.status === 'reopened' ? 'in-service' : request.status;
  const reached = path.findIndex((status) => status === at);
  return {
    type: 'steps',
    steps: path.map(
      (status, n): Step => ({
        label: n === reached ? state[request.status] : state[status],
        state: n < reached || (n === reached && at === 'closed') ? 'done' : n === reached ? 'now' : 'next',
      }),
    ),
  };
}

function shown(answer: string | number | undefined, words: Words): string {
  return typeof answer === 'number' ? new Intl.NumberFormat(words.locale).format(answer) : String(answer);
}

export function answersOf({ request, firm }: Pick<Data, 'request' | 'firm'>, words: Words): readonly Block[] {
  const asked = firm.services.get(request.service)?.fields ?? [];
  const known = asked.filter(({ id }) => request.answers[id] !== undefined);
  const short = known.filter(({ type }) => type !== 'long-text');
  const long = known.filter(({ type }) => type === 'long-text');
  return [
    ...(short.length > 0
      ? [facts(...short.map(({ id, label }) => fact(words.of(label), [shown(request.answers[id], words)])))]
      : []),
    ...long.flatMap(({ id, label }): Block[] => [
      { type: 'aside', text: [words.of(label)] },
      { type: 'quote', text: String(request.answers[id]) },
    ]),
  ];
}

function exchangesOf(request: Request, words: Words): readonly Block[] {
  return request.exchanges.flatMap(({ question, by, askedAt, answer, answeredAt }): Block[] => [
    { type: 'aside', text: words.text.card.askedAt(words.name(by), words.moment(askedAt)) },
    { type: 'quote', text: question },
    ...(answer !== undefined && answeredAt !== undefined
      ? ([
          { type: 'aside', text: words.text.card.answeredAt(words.name(request.askedBy), words.moment(answeredAt)) },
          { type: 'quote', text: answer },
        ] as const)
      : []),
  ]);
}

/** An approver's reason is internal: the client reads a sentence of ours instead. */
function ending(request: Request, words: Words, outsider: boolean): readonly Block[] {
  if (request.status !== 'declined') return [];
  const internal = request.afterApproval === true;
  if (outsider && internal) return [{ type: 'paragraph', text: words.text.card.refusedForClient }];
  return [
    { type: 'aside', text: words.text.card.declinedBy(words.name(request.by), words.moment(request.declinedAt)) },
    { type: 'quote', text: request.reason },
  ];
}

function draw(data: Data, words: Words, viewer: Viewer): Card {
  const { request, firm, now } = data;
  const outsider = viewer.person !== undefined && viewer.person.kind !== 'staff';
  const state = words.text.states.request[request.status];
  const service = firm.services.get(request.service);
  const label = words.text.facts;
  const late = request.respondedAt === undefined && request.status === 'new' && now >= request.responseDueAt;
  return {
    title: request.title,
    subtitle: subtitle(request.number, state),
    tone: late ? 'warning' : tones[request.status],
    summary: words.text.card.requestSummary(request.number, request.title, state),
    blocks: [
      ...(request.status === 'declined' || request.status === 'withdrawn' ? [] : [steps(request, firm, words)]),
      facts(
        fact(label.next, next(data, words, outsider)),
        fact(label.service, service && [words.of(service.name)]),
        fact(label.askedBy, [words.name(request.askedBy)]),
        fact(label.client, clientName(firm, request.client)),
        fact(
          label.responseDue,
          request.status === 'new'
            ? [words.moment(request.responseDueAt), ...(late ? [` · ${words.text.card.overdue}`] : [])]
            : undefined,
        ),
        fact(label.dueBy, request.dueAt && [words.date(request.dueAt)]),
        fact(
          label.priority,
          outsider || request.priority === 'normal' ? undefined : [words.text.priorities[request.priority]],
        ),
        fact(label.owner, 'owner' in request ? [words.name(request.owner)] : undefined),
        fact(label.submitted, [words.moment(request.submittedAt)]),
      ),
      ...answersOf(data, words),
      ...exchangesOf(request, words),
      ...ending(request, words, outsider),
      ...requestButtons(request, firm, words, viewer),
    ],
  };
}

export const requestCard = picture<Data>({
  load: async ({ ref, records, firm, viewer, now }) => {
    const request = await records.find('request', ref.of);
    if (!request || (viewer.person && !mayViewRequest(request, viewer.person, firm))) return undefined;
    const approval = request.status === 'in-approval' ? await records.find('approval', request.approval) : undefined;
    return { request, approval, firm, now };
  },
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
