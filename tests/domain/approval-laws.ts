/** The laws of approvals for the property test, and what both accounts of one must agree on. */
import { expect } from 'vitest';
import type { Approval, Place, Said, Step } from '../../src/domain/approval/approval-state.ts';
import { turnOf } from '../../src/domain/approval/voice.ts';
import { changed, holds, type Matter, type Model, needed, speakers, voices } from './approval-model.ts';
import { colleagues } from './approval-model-away.ts';
import type { Name, Try } from './approval-model-moves.ts';
import { answersOf, fingerprintOf } from './approval-sketches.ts';

const voicesIn = ({ person, also, standIn }: Place): readonly string[] =>
  [person, also, standIn].filter((one) => one !== undefined);

export function seen({ status, steps, revision, moves, fingerprint, payload, ...more }: Approval) {
  return {
    ...{ status, revision, at: 'stage' in more ? more.stage : undefined },
    ...{ fingerprint, title: payload.title, answers: payload.answers },
    moves: moves.map(
      ({ type, by, onBehalfOf }) => `${type} ${by}${onBehalfOf === undefined ? '' : ` for ${onBehalfOf}`}`,
    ),
    parts: steps.map(({ fate, seats }) => ({
      ...{ fate },
      seats: seats.map((line) =>
        line.map((place) => {
          const { said, askedAt, nudgedAt } = place;
          const word = said && `${said.verdict} by ${said.by}${said.carried ? ' before' : ''}`;
          return [voicesIn(place).join('+'), word, said ? undefined : askedAt?.getTime(), nudgedAt?.getTime()];
        }),
      ),
    })),
  };
}

export function told({ state, parts, revision, moves, at, matter }: Model): ReturnType<typeof seen> {
  return {
    ...{ status: state, revision, at: state === 'running' || state === 'returned' ? at : undefined },
    ...{ fingerprint: fingerprintOf(matter), title: matter.title, answers: answersOf(matter) },
    moves,
    parts: parts.map(({ how, seats }) => ({
      fate: how as Step['fate'],
      seats: seats.map((line) =>
        line.map((spot) => {
          const { said, since, nudged } = spot;
          const word = said && `${said.yes ? 'yes' : 'no'} by ${said.by}${said.carried ? ' before' : ''}`;
          return [voices(spot).join('+'), word, said ? undefined : since, nudged];
        }),
      ),
    })),
  };
}

const places = ({ steps }: Approval) => steps.flatMap(({ seats }) => seats.flat());
const words = (approval: Approval): readonly Said[] => places(approval).flatMap(({ said }) => said ?? []);
export const hasEnded = ({ status }: Approval): boolean => ['approved', 'rejected', 'withdrawn'].includes(status);

/** What holds for an approval however it came about. */
export function laws(approval: Approval, model: Model): void {
  const { requester, steps, moves } = approval;
  const turn = turnOf(approval);
  // Somebody of the firm may always decide, and never whoever asked.
  expect(turn.length > 0).toBe(approval.status === 'running');
  expect(turn.filter((one) => !colleagues.includes(one) || one === requester)).toEqual([]);
  expect(new Set(turn)).toEqual(new Set(speakers(model)));
  for (const { seats } of steps) {
    const people = seats.flat();
    expect(people.flatMap(voicesIn)).not.toContain(requester);
    expect(new Set(people.map(({ person }) => person)).size).toBe(people.length);
    for (const { said } of people) expect(said?.by).not.toBe(requester);
  }
  const moments = moves.map(({ movedAt }) => movedAt.getTime());
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
}

/** Approved is only what every wanted stage has passed: by its rule, or by what the flow says. */
export function lawsOfTheEnd(approval: Approval, { about, matter }: Model, heard: ReadonlyMap<number, Matter>): void {
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

const silent: readonly Name[] = ['nudge', 'remind', 'withdraw', 'leave', 'return'];
const undoing: readonly Name[] = ['back-to-stage', 'resubmit'];

/** What a granted move does to what was there before. `may`: who could decide then. */
export function lawsOfAMove(before: Approval, after: Approval, { name, who }: Try, may: readonly string[]): void {
  // Somebody's holidays go on when it has ended; it does not.
  if (hasEnded(before)) expect(after).toBe(before);
  if (hasEnded(before)) expect(['leave', 'return']).toContain(name);
  expect(after.moves.slice(0, before.moves.length)).toEqual(before.moves);
  expect(after.moves.length - before.moves.length).toBe(silent.includes(name) ? 0 : 1);
  if (!silent.includes(name) && name !== 'escalate') expect(after.moves.at(-1)?.by).toBe(who);
  if (name !== 'resubmit') expect(after.payload).toBe(before.payload);
  if (undoing.includes(name)) return;
  const [old, anew] = [words(before), words(after)];
  expect(old.filter((said) => !anew.includes(said))).toEqual([]);
  const fresh = anew.filter((said) => !old.includes(said) && !said.carried);
  expect(fresh.map(({ by }) => by)).toEqual(name === 'approve' || name === 'reject' ? [who] : []);
  if (fresh.length > 0) expect(may).toContain(who);
}
