/** Whoever tries whatever on an approval, in whatever order: the laws of approvals hold, and a plain account of it agrees. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { start } from '../../src/domain/approval/approval.ts';
import { whomToAsk } from '../../src/domain/approval/approvers.ts';
import type { Approval, Said, Step } from '../../src/domain/approval/approval-state.ts';
import { voicesOf } from '../../src/domain/approval/line.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { type ApproverRule, roles, type StageRule } from '../../src/domain/firm.ts';
import { begin, changed, holds, type Matter, type Model, needed, speakers } from './approval-model.ts';
import { grants, type Name, type Try } from './approval-model-moves.ts';
import { answersOf, cases, concrete, done, flowOf, moveNames, recipes } from './approval-tries.ts';
import { fates } from './approvals.ts';
import { frozen } from './decisions.ts';
import { ann, chen, everyone, firm, li, stage, sun, wang, xu, zhao } from './firm.ts';
import { asking, later, submitted } from './requests.ts';

/** What both accounts must agree on. */
function seen({ status, steps, revision, moves, ...more }: Approval) {
  return {
    ...{ status, revision, at: 'stage' in more ? more.stage : undefined },
    moves: moves.map(({ type, by }) => `${type} ${by}`),
    parts: steps.map(({ fate, seats }) => ({
      ...{ fate },
      seats: seats.map((line) =>
        line.map((place) => {
          const { said, askedAt, nudgedAt } = place;
          const word = said && `${said.verdict} by ${said.by}${said.carried ? ' before' : ''}`;
          return [voicesOf(place).join('+'), word, said ? undefined : askedAt?.getTime(), nudgedAt?.getTime()];
        }),
      ),
    })),
  };
}

function told({ state, parts, revision, moves, at }: Model): ReturnType<typeof seen> {
  return {
    ...{ status: state, revision, at: state === 'running' || state === 'returned' ? at : undefined },
    moves,
    parts: parts.map(({ how, seats }) => ({
      fate: how as Step['fate'],
      seats: seats.map((line) =>
        line.map(({ people, said, since, nudged }) => {
          const word = said && `${said.yes ? 'yes' : 'no'} by ${said.by}${said.carried ? ' before' : ''}`;
          return [people.join('+'), word, said ? undefined : since, nudged];
        }),
      ),
    })),
  };
}

const places = ({ steps }: Approval) => steps.flatMap(({ seats }) => seats.flat());
const words = (approval: Approval): readonly Said[] => places(approval).flatMap(({ said }) => said ?? []);
const hasEnded = ({ status }: Approval): boolean => ['approved', 'rejected', 'withdrawn'].includes(status);

/** What holds for an approval however it came about. */
function laws(approval: Approval): void {
  const { requester, steps, moves } = approval;
  const turn = turnOf(approval);
  expect(turn.length > 0).toBe(approval.status === 'running');
  expect(turn).not.toContain(requester);
  for (const { seats } of steps) {
    const people = seats.flat().flatMap(voicesOf);
    expect(people).not.toContain(requester);
    expect(new Set(people).size).toBe(people.length);
    for (const { said } of seats.flat()) expect(said?.by).not.toBe(requester);
  }
  const moments = moves.map(({ movedAt }) => movedAt.getTime());
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
}

/** Approved is only what every wanted stage has passed: by its rule, or by what the flow says. */
function lawsOfTheEnd(approval: Approval, { about, matter }: Model, heard: ReadonlyMap<number, Matter>): void {
  for (const [n, { when, auto, rule, rests }] of about.sketches.entries()) {
    const { fate, seats } = approval.steps[n] ?? { seats: [] };
    const yeses = seats.filter((line) => line.every(({ said }) => said?.verdict === 'yes'));
    if (when && !holds(when, matter)) expect(fate).toBe('not-needed');
    else if (fate === 'by-rule') expect(auto && holds(auto, matter)).toBe(true);
    else {
      expect(['passed', 'already-approved']).toContain(fate);
      expect(yeses.length).toBeGreaterThanOrEqual(needed(rule, seats.length));
    }
    if (fate !== 'passed' && fate !== 'already-approved') continue;
    // Nobody approved what they had not seen, as far as the yes rests on it.
    for (const { decidedAt, carried } of yeses.flat().flatMap(({ said }) => said ?? [])) {
      if (fate === 'already-approved') expect(carried).toBe(true);
      const since = changed(heard.get(decidedAt.getTime()) ?? matter, matter);
      expect(since.filter((field) => rests?.includes(field) ?? true)).toEqual([]);
    }
  }
}

const ends = ['approved', 'rejected', 'withdrawn', 'returned', 'running', 'not begun'];
const everyFate = ['passed', 'not-needed', 'by-rule', 'already-approved', 'open'];
const silent: readonly Name[] = ['nudge', 'remind', 'withdraw'];
const undoing: readonly Name[] = ['back-to-stage', 'resubmit'];

/** What a granted move does to what was there before. */
function lawsOfAMove(before: Approval, after: Approval, { name, who }: Try): void {
  expect(hasEnded(before)).toBe(false);
  expect(after.moves.slice(0, before.moves.length)).toEqual(before.moves);
  expect(after.moves.length - before.moves.length).toBe(silent.includes(name) ? 0 : 1);
  if (!silent.includes(name) && name !== 'escalate') expect(after.moves.at(-1)?.by).toBe(who);
  if (undoing.includes(name)) return;
  const [old, anew] = [words(before), words(after)];
  expect(old.filter((said) => !anew.includes(said))).toEqual([]);
  const fresh = anew.filter((said) => !old.includes(said) && !said.carried);
  expect(fresh.map(({ by }) => by)).toEqual(name === 'approve' || name === 'reject' ? [who] : []);
  if (fresh.length > 0) expect(turnOf(before)).toContain(who);
}

test('whatever people try, only what may be is done, nothing twice, and nothing is approved that was not', () => {
  const tally = new Map<string, number>();
  const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(cases, recipes, (about, tried) => {
      const request = submitted({ askedBy: everyone.find(({ id }) => id === about.requester) ?? ann });
      const { title, ...rest } = about.matter;
      const payload = { ...payloadOf(request), title, answers: answersOf({ title, ...rest }) };
      const started = start({ ...asking(request), payload }, flowOf(about), firm, later(0));
      const model = begin(about, later(0).getTime());
      expect(started.ok).toBe(model !== undefined);
      if (!started.ok || !model) return count('not begun');

      let approval = frozen(started.state);
      let now = later(0).getTime();
      const heard = new Map<number, Matter>();
      expect(seen(approval)).toEqual(told(model));
      laws(approval);
      for (const drawn of tried) {
        now += drawn.minutes * 60_000;
        const move = concrete(drawn, approval, model, now);
        const decision = done(approval, move);
        const granted = grants(model, move);
        expect({ move, granted: decision.ok }).toEqual({ move, granted });
        count(`${move.name} ${decision.ok ? 'granted' : 'refused'}`);
        if (!decision.ok) {
          expect(decision.refusal.type).toMatch(/^approval\./);
          continue;
        }
        heard.set(now, model.matter);
        const after = frozen(decision.state);
        expect(seen(after)).toEqual(told(model));
        expect(new Set(turnOf(after))).toEqual(new Set(speakers(model)));
        for (const event of decision.events)
          if ('asks' in event) expect(event.asks.filter((one) => !turnOf(after).includes(one))).toEqual([]);
        lawsOfAMove(approval, after, move);
        laws(after);
        if (after.status === 'approved') lawsOfTheEnd(after, model, heard);
        approval = after;
      }
      for (const fate of fates(approval)) count(fate ?? 'open');
      return count(approval.status);
    }),
    { numRuns: 2000 },
  );
  // It has been everywhere: every move was granted and refused, every end was reached.
  const everywhere = [...moveNames.flatMap((name) => [`${name} granted`, `${name} refused`]), ...ends, ...everyFate];
  expect(everywhere.filter((what) => !tally.has(what))).toEqual([]);
});

const rule: fc.Arbitrary<ApproverRule> = fc.oneof(
  fc.constantFrom({ by: 'department-head' } as const, { by: 'manager-of-requester' } as const),
  fc.constantFrom(...roles).map((role) => ({ by: 'role', role }) as const),
  fc.constantFrom(...everyone).map(({ id }) => ({ by: 'person', person: id }) as const),
  fc.constantFrom('background', 'region', 'missing').map((field) => ({ by: 'field', field }) as const),
);

test('whatever a flow says, a requester is never asked about their own request, and nobody is asked twice in a stage', () => {
  const asked = fc.record({
    approvers: fc.array(rule, { minLength: 1, maxLength: 4 }),
    nobody: fc.array(rule, { maxLength: 2 }),
    rule: fc.oneof(
      fc.constantFrom<StageRule>('any', 'all', 'in-order'),
      fc.integer({ min: 1, max: 5 }).map((atLeast) => ({ atLeast })),
    ),
  });
  fc.assert(
    fc.property(
      asked,
      fc.constantFrom(ann, wang, li, chen, xu, zhao, sun),
      fc.constantFrom(...everyone),
      (flow, askedBy, one) => {
        const { nobody, ...words } = flow;
        const request = submitted({ askedBy, answers: { background: one.name, region: one.id } });
        const matter = { payload: payloadOf(request), requester: askedBy.id, firm };
        const found = whomToAsk(stage(words), { nobody }, matter).map(({ person }) => person);
        expect(found).not.toContain(askedBy.id);
        expect(new Set(found).size).toBe(found.length);
        for (const id of found) expect(firm.people.get(id)?.kind).toBe('staff');
      },
    ),
    { numRuns: 300 },
  );
});
