/** A request as a card: for its requester, for its desk, for a room, each with the buttons that are theirs. */
import type { Request } from '../../domain/request-state.ts';
import { mayViewRequest } from '../../domain/visibility.ts';
import { isAsked } from '../../domain/approval/approval.ts';
import type { Approval } from '../../domain/approval/approval-state.ts';
import { payloadOf } from '../../domain/approval/payload.ts';
import type { Firm } from '../../domain/firm.ts';
import { requestButtons } from './request-buttons.ts';
import { heldBy } from './approval-turns.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Line, Step, Tone } from './card.ts';
import { clientName, fact, facts, requestState, statusFor, subtitle } from './parts.ts';
import { picture, type Viewer } from './picture.ts';
import { isLate, responseDue, timeFacts, workDue } from './request-times.ts';

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
  returned: 'warning',
  'in-service': 'info',
  waiting: 'warning',
  reopened: 'warning',
  done: 'good',
  closed: 'muted',
  declined: 'bad',
  withdrawn: 'muted',
};

/** Who decides is an internal matter: a client reads only that it is being decided. */
function nextApproval(approval: Approval | undefined, words: Words, outsider: boolean): Line {
  const held = approval && !outsider ? heldBy(approval, words) : undefined;
  return held ?? words.text.card.nextApproval;
}

function next(data: Data, words: Words, outsider: boolean): Line {
  const { request, approval, firm } = data;
  const { card } = words.text;
  switch (request.status) {
    case 'new':
      return card.nextDesk(firm.departments.get(request.team)?.name ?? request.team, responseDue(data, words));
    case 'need-info':
      return card.nextRequester(words.name(request.askedBy));
    case 'returned':
      return outsider ? card.nextApproval : card.nextReviser(words.name(request.holder));
    case 'in-approval':
      return nextApproval(approval, words, outsider);
    case 'in-service':
    case 'reopened':
      return card.nextOwner(words.name(request.owner), workDue(data, words));
    case 'waiting':
      return request.resolution
        ? card.nextAnswer(words.name(request.askedBy))
        : card.nextRequester(words.name(request.askedBy));
    case 'done':
      return request.client === undefined ? card.nobodyNext : card.nextSurvey;
    default:
      return card.nobodyNext;
  }
}

/** Whether this request is approved on its way; judged on its answers as they are. */
function isApproved(request: Request, firm: Firm): boolean {
  const flow = firm.services.get(request.service)?.approval;
  const asked = flow === undefined ? undefined : firm.flows.get(flow);
  return asked !== undefined && isAsked(asked, { payload: payloadOf(request), requester: request.askedBy, firm });
}

/** Where on its path a request stands while it is off it. */
const besides: Partial<Record<Request['status'], Request['status']>> = {
  'need-info': 'new',
  returned: 'in-approval',
  reopened: 'in-service',
  waiting: 'in-service',
};

function steps(request: Request, viewer: Viewer, firm: Firm, words: Words): Block {
  const status = statusFor(request, viewer);
  const now = requestState(request, words, viewer);
  const state = words.text.states.request;
  const approved = 'approval' in request || isApproved(request, firm);
  const path = (['new', 'in-approval', 'in-service', 'done', 'closed'] as const).filter(
    (one) => one !== 'in-approval' || approved,
  );
  const at = besides[status] ?? status;
  const reached = path.findIndex((one) => one === at);
  return {
    type: 'steps',
    steps: path.map(
      (one, n): Step => ({
        label: n === reached ? now : state[one],
        state: n < reached || (n === reached && at === 'closed') ? 'done' : n === reached ? 'now' : 'next',
      }),
    ),
  };
}

export function shown(answer: string | number | undefined, words: Words): string {
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
    {
      type: 'aside',
      text: words.text.card[internal ? 'rejectedBy' : 'declinedBy'](
        words.name(request.by),
        words.moment(request.declinedAt),
      ),
    },
    { type: 'quote', text: request.reason },
  ];
}

/** What nobody has weighed is as urgent as anything else, and not worth a line. */
function priorityWords({ priority, weight }: Request, { text }: Words): Line | undefined {
  const name = text.priorities[priority];
  if (weight) return [text.card.weighed(name, text.levels[weight.impact], text.levels[weight.urgency])];
  return priority === 'normal' ? undefined : [name];
}

function draw(data: Data, words: Words, viewer: Viewer): Card {
  const { request, firm } = data;
  const outsider = viewer.person !== undefined && viewer.person.kind !== 'staff';
  const status = statusFor(request, viewer);
  const state = requestState(request, words, viewer);
  const service = firm.services.get(request.service);
  const label = words.text.facts;
  return {
    title: request.title,
    subtitle: subtitle(request.number, state),
    tone: isLate(data) ? 'warning' : tones[status],
    summary: words.text.card.requestSummary(request.number, request.title, state),
    blocks: [
      ...(request.status === 'declined' || request.status === 'withdrawn' ? [] : [steps(request, viewer, firm, words)]),
      facts(
        fact(label.next, next(data, words, outsider)),
        fact(label.service, service && [words.of(service.name)]),
        fact(label.askedBy, [words.name(request.askedBy)]),
        fact(label.client, clientName(firm, request.client)),
        ...timeFacts(data, words),
        fact(label.priority, outsider ? undefined : priorityWords(request, words)),
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
