/** The life of a request: who may do what, from which state. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import type { Person } from '../../src/domain/firm.ts';
import { decline, edit, markDone, reopen, take, withdraw } from '../../src/domain/request.ts';
import { askForInfo, giveInfo, resume } from '../../src/domain/request-info.ts';
import { triage } from '../../src/domain/request-triage.ts';
import type { Request, RequestStatus } from '../../src/domain/request-state.ts';
import { no, yes } from './decisions.ts';
import { ann, by, clock, everyone, firm, li, wang } from './firm.ts';
import { later, requestIn, statuses } from './requests.ts';

type Move = {
  readonly title: string;
  readonly does: (request: Request, by: Actor) => ReturnType<typeof take>;
  readonly who: readonly Person[];
  readonly from: readonly RequestStatus[];
  readonly to?: RequestStatus;
  /** Possible as well, and told in a line of its own. */
  readonly also?: readonly RequestStatus[];
  readonly refusal: 'request.only-its-desk' | 'request.only-its-requester';
};

const now = later(30);
const desk = [wang, li];
/** What is being approved, or revised for its approvers, stays as it is. */
const sortable: readonly RequestStatus[] = ['new', 'need-info', 'in-service', 'waiting', 'reopened'];
const open: readonly RequestStatus[] = [...sortable, 'in-approval', 'returned'];
const only = { desk: 'request.only-its-desk', requester: 'request.only-its-requester' } as const;

const moves: readonly Move[] = [
  {
    title: 'take it',
    does: (request, actor) => take(request, actor, now, firm),
    who: desk,
    from: ['new', 'need-info'],
    to: 'in-service',
    refusal: only.desk,
  },
  {
    title: 'ask for info',
    does: (request, actor) => askForInfo(request, actor, now, firm, 'Which region?'),
    who: desk,
    from: ['new'],
    to: 'need-info',
    refusal: only.desk,
    also: ['in-service', 'reopened'],
  },
  {
    title: 'decline it',
    does: (request, actor) => decline(request, actor, now, firm, 'No capacity'),
    who: desk,
    from: ['new', 'need-info'],
    to: 'declined',
    refusal: only.desk,
  },
  {
    title: 'sort it',
    does: (request, actor) => triage(request, actor, now, firm, { priority: 'urgent' }),
    who: desk,
    from: sortable,
    refusal: only.desk,
  },
  {
    title: 'mark it done',
    does: (request, actor) => markDone(request, actor, now, firm),
    who: desk,
    from: ['in-service', 'reopened'],
    to: 'done',
    refusal: only.desk,
  },
  {
    title: 'ask in the middle of the work',
    does: (request, actor) => askForInfo(request, actor, now, firm, 'Which region?'),
    who: desk,
    from: ['in-service', 'reopened'],
    to: 'waiting',
    refusal: only.desk,
    also: ['new'],
  },
  {
    title: 'go on without a written answer',
    does: (request, actor) => resume(request, actor, now, firm),
    who: desk,
    from: ['waiting'],
    to: 'in-service',
    refusal: only.desk,
  },
  {
    title: 'answer the question',
    does: (request, actor) => giveInfo(request, actor, now, 'East China'),
    who: [ann],
    from: ['need-info'],
    to: 'new',
    refusal: only.requester,
    also: ['waiting'],
  },
  {
    title: 'answer in the middle of the work',
    does: (request, actor) => giveInfo(request, actor, now, 'East China'),
    who: [ann],
    from: ['waiting'],
    to: 'in-service',
    refusal: only.requester,
    also: ['need-info'],
  },
  {
    title: 'change what was asked',
    does: (request, actor) => edit(request, actor, 'Another title', { background: 'new' }),
    who: [ann],
    from: ['new', 'need-info'],
    refusal: only.requester,
  },
  {
    title: 'withdraw it',
    does: (request, actor) => withdraw(request, actor, now, firm),
    who: [ann],
    from: open,
    to: 'withdrawn',
    refusal: only.requester,
  },
  {
    title: 'reopen it',
    does: (request, actor) => reopen(request, actor, now, firm),
    who: [ann, ...desk],
    from: ['done', 'closed'],
    to: 'reopened',
    refusal: only.desk,
  },
];

describe.each(moves)('to $title', ({ does, who, from, to, refusal, also = [] }) => {
  test(`is for ${who.map(({ name }) => name).join(' and ')}, from ${from.join(' or ')}`, () => {
    for (const status of from) {
      for (const person of who) expect(yes(does(requestIn(status), by(person))).status).toBe(to ?? status);
    }
  });

  test('is refused in every other state, with the state as the reason', () => {
    for (const status of statuses.filter((one) => ![...from, ...also].includes(one))) {
      expect(no(does(requestIn(status), by(who[0] ?? ann)))).toMatchObject({ type: 'request.not-now', status });
    }
  });

  test('is refused to everybody else and to the clock, in every state', () => {
    const others = everyone.filter((person) => !who.includes(person)).map(by);
    for (const status of statuses) {
      for (const actor of [...others, clock]) expect(no(does(requestIn(status), actor))).toEqual({ type: refusal });
    }
  });
});
