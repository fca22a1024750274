/** What a request's card says of its clocks: when an answer and the work are due, whether that is over, and why it stands still. */
import type { Firm } from '../../domain/firm.ts';
import { calendarOfRequest, clocksOf } from '../../domain/request-clocks.ts';
import type { Request } from '../../domain/request-state.ts';
import { type Clock, dueAt, lastNoted, promisedFor } from '../../domain/sla.ts';
import type { Words } from '../text/words.ts';
import type { Fact, Line, Span } from './card.ts';
import { fact } from './parts.ts';

type Seen = { readonly request: Request; readonly firm: Firm; readonly now: Date };

function isOver(clock: Clock, { request, firm, now }: Seen): boolean {
  const due = dueAt(clock, calendarOfRequest(request, firm));
  return due !== undefined && now >= due;
}

export function isLate(seen: Seen): boolean {
  return clocksOf(seen.request).some((clock) => isOver(clock, seen));
}

export function responseDue({ request, firm }: Seen, words: Words): Span {
  return words.moment(promisedFor(request.response, calendarOfRequest(request, firm)) ?? request.submittedAt);
}

function pausedWords(clock: Clock, words: Words): Line | undefined {
  const last = lastNoted(clock);
  return last?.type === 'paused' ? words.text.card.sla.pausedSince(words.moment(last.notedAt), last.cause) : undefined;
}

/** Of the work; none where nothing is promised, and none while the clock stands still. */
export function workDue({ request, firm }: Seen, words: Words): Span | undefined {
  const { resolution } = request;
  if (!resolution || lastNoted(resolution)?.type === 'paused') return undefined;
  const due = promisedFor(resolution, calendarOfRequest(request, firm));
  return due && words.date(due);
}

function withLateness(due: Span | undefined, clock: Clock | undefined, seen: Seen, words: Words): Line | undefined {
  if (due === undefined || !clock) return undefined;
  return isOver(clock, seen) ? [due, ` · ${words.text.card.overdue}`] : [due];
}

export function timeFacts(seen: Seen, words: Words): readonly (Fact | undefined)[] {
  const { facts: label } = words.text;
  const { status, response, resolution } = seen.request;
  const answerBy = status === 'new' ? withLateness(responseDue(seen, words), response, seen, words) : undefined;
  const workBy = withLateness(workDue(seen, words), resolution, seen, words);
  return [
    fact(label.responseDue, answerBy),
    fact(label.dueBy, (resolution && pausedWords(resolution, words)) ?? workBy),
  ];
}
