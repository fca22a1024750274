/** When this has happened to a request, these people should notice. The whole notification policy of requests is this file. */
import type { Firm, PersonId } from '../../domain/firm.ts';
import type { Request, RequestEvent } from '../../domain/request-state.ts';
import { addWorking } from '../../domain/working-time.ts';
import { CloseRequest, MissResponse } from '../intents/request-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere, type To } from './effects.ts';

/** A finished request stays reopenable this long before it closes by itself: three working days of eight hours. */
const REOPENABLE_MS = 3 * 8 * 3_600_000;

export function requestPicture(request: Request): PictureRef {
  return { name: 'request', of: request.number };
}

function toOthers(people: readonly (PersonId | undefined)[], by: PersonId | undefined): readonly To[] {
  return [...new Set(people)]
    .filter((person) => person !== undefined && person !== by)
    .map((person) => ({ person: person as PersonId }));
}

export function requestReactions(event: RequestEvent, request: Request, now: Date, firm: Firm): readonly Effect[] {
  const about = { number: request.number, title: request.title };
  const picture = requestPicture(request);
  const requester: To = { person: request.askedBy };
  const tell = (
    people: readonly (PersonId | undefined)[],
    notice: Parameters<typeof say>[1],
    by?: PersonId,
  ): readonly Effect[] => toOthers(people, by).map((to) => say(to, notice));

  switch (event.type) {
    case 'request.submitted':
      return [
        show(requester, picture),
        show({ desk: request.team }, picture),
        later(MissResponse, {
          key: `response-due:${request.number}`,
          at: request.responseDueAt,
          input: { request: request.number },
          record: request.number,
        }),
      ];
    case 'request.taken':
      return [
        showEverywhere(picture),
        show({ person: event.by }, picture),
        ...tell([request.askedBy], { type: 'request.taken', by: event.by, ...about }, event.by),
      ];
    case 'request.info-asked':
      return [
        showEverywhere(picture),
        show(requester, picture),
        say(requester, { type: 'request.info-wanted', by: event.by, question: event.question, ...about }),
      ];
    case 'request.info-given': {
      const asker = request.exchanges.at(-1)?.by;
      return [
        showEverywhere(picture),
        ...tell([asker], { type: 'request.info-given', by: event.by, answer: event.answer, ...about }, event.by),
      ];
    }
    case 'request.triaged':
      return [
        showEverywhere(picture),
        ...(event.owner === undefined ? [] : [show({ person: event.owner }, picture)]),
        ...tell([event.owner], { type: 'request.handed-to-you', by: event.by, ...about }, event.by),
      ];
    case 'request.edited':
      return [showEverywhere(picture)];
    case 'request.declined':
      return [
        showEverywhere(picture),
        ...tell(
          [request.askedBy],
          { type: 'request.declined', by: event.by, reason: event.reason, ...about },
          event.by,
        ),
      ];
    case 'request.withdrawn':
      return [showEverywhere(picture)];
    case 'request.service-began':
      return [
        showEverywhere(picture),
        ...(event.approved && 'owner' in request
          ? tell([request.askedBy, request.owner], {
              type: 'request.service-began',
              ...about,
              ...(request.dueAt ? { dueAt: request.dueAt } : {}),
            })
          : []),
      ];
    case 'request.approval-refused':
      return [showEverywhere(picture), ...refusedWords(event, request, firm)];
    case 'request.done':
      return [
        showEverywhere(picture),
        show(requester, picture),
        ...tell([request.askedBy], { type: 'request.done', by: event.by, ...about }, event.by),
        later(CloseRequest, {
          key: `close:${request.number}:${request.reopenings}`,
          at: addWorking(now, REOPENABLE_MS, firm.calendar),
          input: { request: request.number },
          record: request.number,
        }),
      ];
    case 'request.reopened':
      return [
        showEverywhere(picture),
        ...tell(
          [request.askedBy, 'owner' in request ? request.owner : undefined],
          { type: 'request.reopened', by: event.by, ...about },
          event.by,
        ),
      ];
    case 'request.closed':
      return [showEverywhere(picture)];
    case 'request.response-missed': {
      const head = firm.departments.get(request.team)?.head;
      const notice = { type: 'request.response-missed', ...about } as const;
      return [showEverywhere(picture), say({ desk: request.team }, notice), ...tell([head], notice)];
    }
  }
}

/** A client is never told an approver's words; whoever of the firm worked on it is. */
function refusedWords(
  event: RequestEvent & { type: 'request.approval-refused' },
  request: Request,
  firm: Firm,
): readonly Effect[] {
  const about = { number: request.number, title: request.title };
  const inside = { type: 'request.approval-refused', by: event.by, reason: event.reason, ...about } as const;
  const asker = firm.people.get(request.askedBy);
  const toAsker: Effect =
    asker?.kind === 'contact'
      ? say({ person: request.askedBy }, { type: 'request.refused-for-client', ...about })
      : say({ person: request.askedBy }, inside);
  return [toAsker, say({ desk: request.team }, inside)];
}
