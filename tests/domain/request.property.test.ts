/** Whatever anybody does to a request, in whatever order: the laws of its life hold, and a simple model of it agrees. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/firm.ts';
import { clocksOf } from '../../src/domain/request-clocks.ts';
import type { Request, RequestStatus } from '../../src/domain/request-state.ts';
import { lastNoted, stateOf, targetOf, usedMs } from '../../src/domain/sla.ts';
import { frozen } from './decisions.ts';
import { ann, firm, li, wang } from './firm.ts';
import { does, move, type Move } from './request-tries.ts';
import { later, submitted } from './requests.ts';

/** All the model remembers. */
type Model = {
  readonly status: RequestStatus;
  readonly owner?: string;
  /** Who revises it. */
  readonly holder?: string;
  readonly answered: boolean;
  /** Where the work goes on after an answer. */
  readonly resumes?: RequestStatus;
  /** How much of the first response's time has been told. */
  readonly told: number;
};

const desk: ReadonlySet<Person | undefined> = new Set([wang, li]);
const says = (said: string): boolean => said.trim().replace('\u200b', '') !== '';

/** What must follow; undefined is a refusal. */
function expected(
  model: Model,
  { name, who, words: said, owner }: Move,
  requester: Person,
  reached: number,
): Model | undefined {
  const { status } = model;
  const fresh = status === 'new' || status === 'need-info';
  const atDesk = desk.has(who);
  const own = who === requester;
  const served = model.owner !== undefined;
  const working = status === 'in-service' || status === 'reopened';
  const sortable = fresh || working || status === 'waiting';
  const open = sortable || status === 'in-approval' || status === 'returned';
  const to = (next: RequestStatus, more: Partial<Model> = {}): Model => ({ ...model, status: next, ...more });
  const nobody = (next: RequestStatus, answered = model.answered): Model => ({
    ...{ status: next, answered, told: model.told },
  });
  const goesOn = (): Model => {
    const { resumes = 'in-service', ...rest } = model;
    return { ...rest, status: resumes };
  };
  switch (name) {
    case 'take':
      return atDesk && fresh && who ? to('in-service', { owner: who.id, answered: true }) : undefined;
    case 'take-with-approval':
      return atDesk && fresh && who ? to('in-approval', { owner: who.id, answered: true }) : undefined;
    case 'ask':
      if (!atDesk || !says(said)) return undefined;
      if (working) return to('waiting', { resumes: status });
      return status === 'new' ? to('need-info', { answered: true }) : undefined;
    case 'answer':
      if (!own || !says(said)) return undefined;
      return status === 'waiting' ? goesOn() : status === 'need-info' ? to('new') : undefined;
    case 'resume':
      return atDesk && status === 'waiting' ? goesOn() : undefined;
    case 'decline':
      return atDesk && fresh && says(said) ? to('declined', { answered: true }) : undefined;
    case 'triage':
      return atDesk && sortable && desk.has(owner) ? to(status, served ? { owner: owner.id } : {}) : undefined;
    case 'edit':
      return own && fresh ? model : undefined;
    case 'withdraw':
      return own && open ? nobody('withdrawn') : undefined;
    case 'done':
      return atDesk && working ? to('done') : undefined;
    case 'reopen':
      return (own || atDesk) && (status === 'done' || status === 'closed') ? to('reopened') : undefined;
    case 'begin-service':
      return status === 'in-approval' ? to('in-service') : undefined;
    case 'refuse-service':
      return status === 'in-approval' ? nobody('declined') : undefined;
    case 'give-back': {
      // Whoever asked revises it; for a client, whoever works on it.
      const holder = requester === ann ? model.owner : requester.id;
      return status === 'in-approval' && holder !== undefined ? to('returned', { holder }) : undefined;
    }
    case 'send-again': {
      const { holder, ...rest } = model;
      return status === 'returned' && who?.id === holder ? { ...rest, status: 'in-approval' } : undefined;
    }
    case 'close':
      return status === 'done' ? to('closed') : undefined;
    case 'mark':
      // In the minutes of these stories only the first response can reach anything.
      return reached > model.told && !model.answered && status !== 'withdrawn'
        ? { ...model, told: reached }
        : undefined;
  }
}

function seen(request: Request): Model {
  const owner = 'owner' in request ? { owner: request.owner as string } : {};
  const holder = 'holder' in request ? { holder: request.holder as string } : {};
  const resumes = 'resumes' in request ? { resumes: request.resumes } : {};
  const told = request.response.marks.length;
  const answered = lastNoted(request.response)?.type === 'met';
  return { status: request.status, ...owner, ...holder, ...resumes, answered, told };
}

/** What was promised or recorded at the beginning. */
function unchanging({ number, service, team, askedBy, client, submittedAt }: Request) {
  return { number, service, team, askedBy, client, submittedAt };
}

test('nobody without the right moves a request, nothing is answered twice, and it never has two owners', () => {
  const story = fc.tuple(fc.constantFrom(ann, wang), fc.array(move, { maxLength: 25 }));
  fc.assert(
    fc.property(story, ([requester, moves]) => {
      let request = frozen(submitted({ askedBy: requester }));
      let model = seen(request);
      moves.forEach((one, n) => {
        const { who } = one;
        const decision = does(one, request, later(n + 1));
        const amount =
          usedMs(request.response, firm.calendar, later(n + 1)) / targetOf(request.response, firm.calendar);
        const reached = amount >= 1 ? 3 : amount >= 0.8 ? 2 : amount >= 0.5 ? 1 : 0;
        const next = expected(model, one, requester, reached);
        expect({ move: one.name, granted: decision.ok }).toEqual({ move: one.name, granted: next !== undefined });
        if (!decision.ok || next === undefined) return;
        const state = frozen(decision.state);
        expect(seen(state)).toEqual(next);
        expect(unchanging(state)).toEqual(unchanging(request));
        // Stopped once, at the moment somebody of the desk answered; never moved.
        if (model.answered) expect(state.response).toEqual(request.response);
        else if (next.answered) expect(lastNoted(state.response)).toMatchObject({ by: who?.id, notedAt: later(n + 1) });
        // The work's clock runs while somebody works, and at no other time.
        const working = state.status === 'in-service' || state.status === 'reopened';
        if (state.resolution) expect(stateOf(state.resolution) === 'running').toBe(working);
        if (state.resolution) expect(stateOf(state.resolution) === 'paused').toBe(state.status === 'waiting');
        for (const clock of clocksOf(request)) {
          const after = clocksOf(state).find(({ kind }) => kind === clock.kind);
          expect(after?.entries.slice(0, clock.entries.length)).toEqual(clock.entries);
        }
        expect(decision.events.length).toBeGreaterThan(0);
        [request, model] = [state, next];
      });
    }),
    { numRuns: 150 },
  );
});

test('a refusal says why, and what was refused can be tried again with the same answer', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), move, (moves, last) => {
      const request = moves.reduce((state, one, n) => {
        const decision = does(one, state, later(n + 1));
        return decision.ok ? frozen(decision.state) : state;
      }, frozen(submitted()));
      const before = structuredClone(request);
      const [first, again] = [does(last, request, later(99)), does(last, request, later(99))];
      expect(again).toEqual(first);
      expect(request).toEqual(before);
      if (!first.ok) expect(first.refusal.type).toMatch(/^(request|sla)\./);
    }),
    { numRuns: 60 },
  );
});
