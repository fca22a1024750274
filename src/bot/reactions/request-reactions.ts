/** When this has happened to a request, these people should notice. The whole notification policy of requests is this file. */
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Request, RequestEvent } from '../../domain/request-state.ts';
import { addWorking } from '../../domain/working-time.ts';
import { calendarOfRequest, requestClocks } from '../../domain/request-clocks.ts';
import { dueAt } from '../../domain/sla.ts';
import { CloseRequest } from '../intents/request-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { Notice } from '../text/notices.ts';
import { type Effect, later, say, show, showEverywhere } from './effects.ts';
import { planned } from './sla-policy.ts';

/** A finished request stays reopenable this long before it closes by itself: three working days of eight hours. */
const REOPENABLE_MS = 3 * 8 * 3_600_000;

export function requestPicture(request: Request): PictureRef {
  return { name: 'request', of: request.number };
}

type Scene<E> = { readonly event: E; readonly request: Request; readonly now: Date; readonly firm: Firm };
type Policy = {
  readonly [T in RequestEvent['type']]: (scene: Scene<Extract<RequestEvent, { type: T }>>) => readonly Effect[];
};

const about = ({ number, title }: Request) => ({ number, title });

/** Nobody is told what they did themselves. */
function tell(people: readonly (PersonId | undefined)[], notice: Notice, by?: PersonId): readonly Effect[] {
  const others = new Set(people.filter((person) => person !== undefined && person !== by));
  return [...others].flatMap((person) => (person === undefined ? [] : [say({ person }, notice)]));
}

const ownerOf = (request: Request): PersonId | undefined => ('owner' in request ? request.owner : undefined);

const policy: Policy = {
  'request.submitted': ({ request, now, firm }) => [
    show({ person: request.askedBy }, requestPicture(request)),
    show({ desk: request.team }, requestPicture(request)),
    ...planned(request, ['response'], now, firm),
  ],
  'request.taken': ({ event: { by }, request }) => [
    showEverywhere(requestPicture(request)),
    show({ person: by }, requestPicture(request)),
    ...tell([request.askedBy], { type: 'request.taken', by, ...about(request) }, by),
  ],
  'request.info-asked': ({ event: { by, question }, request }) => [
    showEverywhere(requestPicture(request)),
    show({ person: request.askedBy }, requestPicture(request)),
    ...tell([request.askedBy], { type: 'request.info-wanted', by, question, ...about(request) }, by),
  ],
  'request.info-given': ({ event: { by, answer }, request, now, firm }) => [
    showEverywhere(requestPicture(request)),
    ...tell(
      [request.exchanges.at(-1)?.by, ownerOf(request)],
      { type: 'request.info-given', by, answer, ...about(request) },
      by,
    ),
    ...planned(request, ['resolution'], now, firm),
  ],
  'request.resumed': ({ event: { by }, request, now, firm }) => [
    showEverywhere(requestPicture(request)),
    ...tell([request.askedBy, ownerOf(request)], { type: 'request.resumed', by, ...about(request) }, by),
    ...planned(request, ['resolution'], now, firm),
  ],
  'request.triaged': ({ event: { by, owner, retargets = [] }, request, now, firm }) => [
    showEverywhere(requestPicture(request)),
    ...(owner === undefined ? [] : [show({ person: owner }, requestPicture(request))]),
    ...tell([owner], { type: 'request.handed-to-you', by, ...about(request) }, by),
    ...planned(
      request,
      requestClocks.filter((kind) => retargets.includes(kind)),
      now,
      firm,
    ),
  ],
  'request.edited': ({ request }) => [showEverywhere(requestPicture(request))],
  'request.declined': ({ event: { by, reason }, request }) => [
    showEverywhere(requestPicture(request)),
    ...tell([request.askedBy], { type: 'request.declined', by, reason, ...about(request) }, by),
  ],
  'request.withdrawn': ({ event: { by, owner }, request }) => [
    showEverywhere(requestPicture(request)),
    ...tell([owner], { type: 'request.withdrawn', by, ...about(request) }, by),
  ],
  'request.service-began': (scene) => [
    showEverywhere(requestPicture(scene.request)),
    // Without an approval it began by being taken, and that has been said.
    ...(scene.event.approved ? beginningWords(scene) : []),
    ...planned(scene.request, ['resolution'], scene.now, scene.firm),
  ],
  // Whoever is to revise it is told by its approval.
  'request.returned': ({ request }) => [showEverywhere(requestPicture(request))],
  'request.resubmitted': ({ request }) => [showEverywhere(requestPicture(request))],
  'request.approval-refused': ({ event, request, firm }) => [
    showEverywhere(requestPicture(request)),
    ...refusedWords(event, request, firm),
  ],
  'request.taken-over': ({ event: { to }, request }) => [
    showEverywhere(requestPicture(request)),
    show({ person: to }, requestPicture(request)),
  ],
  'request.done': ({ event: { by }, request, now, firm }) => [
    showEverywhere(requestPicture(request)),
    show({ person: request.askedBy }, requestPicture(request)),
    ...tell([request.askedBy], { type: 'request.done', by, ...about(request) }, by),
    later(CloseRequest, {
      key: `close:${request.number}:${request.reopenings}`,
      at: addWorking(now, REOPENABLE_MS, firm.calendar),
      input: { request: request.number },
      record: request.number,
    }),
  ],
  'request.reopened': ({ event: { by }, request, now, firm }) => [
    showEverywhere(requestPicture(request)),
    ...tell([request.askedBy, ownerOf(request)], { type: 'request.reopened', by, ...about(request) }, by),
    ...planned(request, ['resolution'], now, firm),
  ],
  'request.closed': ({ request }) => [showEverywhere(requestPicture(request))],
  // Who hears of it is decided for all that a desk has reached at once: `sla-policy.ts`. Half-way nothing changes on the card.
  'request.sla-reached': ({ event: { percent }, request }) =>
    percent === 100 ? [showEverywhere(requestPicture(request))] : [],
  'request.response-missed': () => [],
};

export function requestReactions(event: RequestEvent, request: Request, now: Date, firm: Firm): readonly Effect[] {
  // The policy of an event takes that very event.
  const react = policy[event.type] as (scene: Scene<RequestEvent>) => readonly Effect[];
  return react({ event, request, now, firm });
}

function beginningWords({
  event: { by },
  request,
  firm,
}: Scene<RequestEvent & { type: 'request.service-began' }>): readonly Effect[] {
  const due = request.resolution && dueAt(request.resolution, calendarOfRequest(request, firm));
  const notice = { type: 'request.service-began', ...about(request), ...(due ? { dueAt: due } : {}) } as const;
  return tell([request.askedBy, ownerOf(request)], notice, by);
}

/** A client is never told an approver's words; whoever of the firm worked on it is. */
function refusedWords(
  event: RequestEvent & { type: 'request.approval-refused' },
  request: Request,
  firm: Firm,
): readonly Effect[] {
  const inside = { type: 'request.approval-refused', by: event.by, reason: event.reason, ...about(request) } as const;
  const asker = firm.people.get(request.askedBy);
  const toAsker: Effect =
    asker?.kind === 'staff'
      ? say({ person: request.askedBy }, inside)
      : say({ person: request.askedBy }, { type: 'request.refused-for-client', ...about(request) });
  return [toAsker, say({ desk: request.team }, inside)];
}
