/** The one way anything changes: a wish is decided, and all that follows is kept in one transaction. */
import { createHash } from 'node:crypto';
import { type Actor, actorName } from '../../domain/actor.ts';
import type { Firm, Person } from '../../domain/firm.ts';
import type { PlatformId } from '../../domain/ids.ts';
import type { Problems } from '../../domain/intake.ts';
import { numberOf, readNumber } from '../../domain/numbers.ts';
import type { AnyRefusal } from '../../domain/records.ts';
import type { ChangeSet, MetAccount, NewPost, RecordReader, Store } from '../ports/store.ts';
import type { Effect } from '../reactions/effects.ts';
import type { Platforms, Society } from './addressing.ts';
import { type Consequences, consequences } from './consequences.ts';
import type { AnyCommand, Answer, Outcome } from './define.ts';
import { ageingSince } from './copies.ts';

export type Wished = {
  readonly platform: string;
  /** Unites all deliveries of one gesture. */
  readonly key: string;
  readonly intent: string;
  readonly input: unknown;
  readonly by: Actor;
  readonly now: Date;
  readonly firm: Firm;
  /** Where it came from, if the message it came from may become something else. */
  readonly from?: { readonly platform: PlatformId; readonly chat?: string; readonly message: string };
  /** People and accounts that this gesture made known, and what follows from that. */
  readonly met?: {
    readonly people: readonly Person[];
    readonly accounts: readonly MetAccount[];
    readonly effects: readonly Effect[];
  };
  /** The agenda row that asked this. */
  readonly settles?: string;
  /** Words typed into a chat have no reply of their own: their answer is posted, in the same transaction. */
  readonly postAnswer?: (answer: Answer | { readonly refusal: AnyRefusal }) => readonly NewPost[];
};

/** What became of a wish, for whoever answers the person. Kept with the gesture, to be answered again. */
export type Kept =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refusal'; readonly refusal: AnyRefusal }
  | { readonly kind: 'problems'; readonly problems: Problems; readonly answer: Answer };

export type Changed = Kept & { readonly repeated: boolean };

/** A decision that keeps meeting others this often is a mistake of ours, not bad luck. */
const MOST_TRIES = 25;

export type ChangeNeeds = {
  readonly store: Store;
  readonly platforms: Platforms;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  /** Says that there is something to deliver. */
  readonly wake: () => void;
};

function keptOf(outcome: Outcome): Kept {
  switch (outcome.kind) {
    case 'decided':
    case 'answered':
      return { kind: 'answer', answer: outcome.answer };
    case 'refused':
      return { kind: 'refusal', refusal: outcome.refusal };
    case 'problems':
      return { kind: 'problems', problems: outcome.problems, answer: { open: outcome.open } };
  }
}

async function decide(wished: Wished, records: RecordReader, { store, commands }: ChangeNeeds): Promise<Outcome> {
  const command = commands.get(wished.intent);
  if (!command) return { kind: 'refused', refusal: { type: 'wish.unknown' } };
  if (command.clockOnly === true && wished.by.kind !== 'clock')
    return { kind: 'refused', refusal: { type: 'wish.not-for-you' } };
  if (wished.by.kind === 'person' && (wished.by.person.kind === 'stranger' || wished.by.person.kind === 'former'))
    return { kind: 'refused', refusal: { type: 'wish.not-for-you' } };
  const input = command.intent.shape.safeParse(wished.input);
  if (!input.success) return { kind: 'refused', refusal: { type: 'wish.unreadable' } };
  const { by, now, firm } = wished;
  return command.decide({
    ...{ input: input.data, by, now, firm, records },
    number: async (kind) => numberOf(kind, await store.nextNumber(kind)),
    fingerprint,
  });
}

/** What tells one text from every other. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The record that a wish names, so that its refusals are found with it. */
function about(input: unknown): { record?: string } {
  const values = typeof input === 'object' && input !== null ? Object.values(input) : [];
  const number = values
    .map((value) => (typeof value === 'string' ? readNumber(value) : undefined))
    .find((found) => found !== undefined);
  return number === undefined ? {} : { record: number };
}

function auditOf(wished: Wished, outcome: Outcome): NonNullable<ChangeSet['audit']> {
  const actor = actorName(wished.by);
  const met = (wished.met?.people ?? []).map(({ id, kind, name }) => ({
    actor,
    event: 'person.met',
    detail: { id, kind, name },
  }));
  if (outcome.kind === 'refused') {
    // The clock asks often and is refused quietly; its agenda row says so.
    if (wished.by.kind === 'clock') return met;
    return [
      ...met,
      {
        actor,
        ...about(wished.input),
        event: `refused.${outcome.refusal.type}`,
        detail: { intent: wished.intent, input: wished.input, refusal: outcome.refusal },
      },
    ];
  }
  if (outcome.kind !== 'decided') return met;
  return [
    ...met,
    ...outcome.changes.flatMap(({ state, events }) =>
      events.map(({ type, ...detail }) => ({
        ...{ actor, record: state.number, event: type, detail: { ...detail, state: state.status } },
        ...('onBehalfOf' in detail ? { onBehalfOf: detail.onBehalfOf } : {}),
      })),
    ),
    ...(outcome.leaves ?? []).map((person) => ({ actor, event: 'person.left', detail: { person } })),
    ...(outcome.changes.length === 0 && !outcome.leaves
      ? [{ actor, event: wished.intent, detail: { input: wished.input } }]
      : []),
  ];
}

function unreachedOf(wished: Wished, { unreached }: Consequences): NonNullable<ChangeSet['audit']> {
  return unreached.map(({ person, record }) => ({
    ...{ actor: actorName(wished.by), event: 'person.unreachable', detail: { person } },
    ...(record === undefined ? {} : { record }),
  }));
}

function settled(wished: Wished, outcome: Outcome): ChangeSet['settles'] {
  if (wished.settles === undefined) return undefined;
  return outcome.kind === 'refused'
    ? { id: wished.settles, state: 'skipped', reason: outcome.refusal.type }
    : { id: wished.settles, state: 'done' };
}

function changeSet(
  wished: Wished,
  outcome: Outcome,
  kept: Kept,
  follow: Consequences,
  records: RecordReader,
  platforms: Platforms,
): ChangeSet {
  const { platform, key, intent, by, now, from, met, postAnswer } = wished;
  const answerPosts = postAnswer?.(kept.kind === 'refusal' ? { refusal: kept.refusal } : kept.answer) ?? [];
  const become = kept.kind === 'answer' ? kept.answer.become : undefined;
  const settles = settled(wished, outcome);
  return {
    now,
    claim: {
      platform,
      key,
      intent,
      actor: actorName(by),
      input: wished.input,
      outcome: outcome.kind === 'refused' ? 'refused' : 'done',
      answer: kept,
    },
    ...(met ? { people: met.people, accounts: met.accounts } : {}),
    ...(outcome.kind === 'decided' ? { ...decidedParts(outcome, now, platforms), reader: records } : {}),
    ...(become && from ? { become: { ...from, picture: become, ...recordIn(outcome) } } : {}),
    posts: [...answerPosts, ...follow.posts],
    everywhere: follow.everywhere,
    holds: follow.holds,
    agenda: follow.agenda,
    ...(settles ? { settles } : {}),
    audit: [...auditOf(wished, outcome), ...unreachedOf(wished, follow)],
  };
}

function decidedParts(
  { changes, leaves, renew, gathers }: Extract<Outcome, { kind: 'decided' }>,
  now: Date,
  platforms: Platforms,
): Pick<ChangeSet, 'saves' | 'leaves' | 'renew' | 'gathers'> {
  return {
    saves: changes.map(({ state }) => state),
    ...(leaves ? { leaves } : {}),
    ...(gathers ? { gathers } : {}),
    ...(renew ? renewing(renew, now, platforms) : {}),
  };
}

function renewing(which: 'ageing' | 'all', now: Date, platforms: Platforms): Pick<ChangeSet, 'renew'> {
  const renew = [...platforms.values()].map(({ id, traits }) => ({
    platform: id,
    ...(which === 'all' ? {} : { before: ageingSince(traits, now) }),
  }));
  return { renew };
}

function recordIn(outcome: Outcome): { record?: NonNullable<NewPost['record']> } {
  const number = outcome.kind === 'decided' ? outcome.changes[0]?.state.number : undefined;
  return number === undefined ? {} : { record: number };
}

/** A form that is still wrong has done nothing and stays open: sent again with the same words it is judged anew, so it is not kept as had. */
function staysOpen(outcome: Outcome, wished: Wished): boolean {
  // Words typed into a chat have no form that could stay open: they are answered, once.
  if (wished.met ?? wished.postAnswer) return false;
  return outcome.kind === 'problems' || (outcome.kind === 'refused' && 'field' in outcome.refusal);
}

function societyOf({ firm, by }: Wished, { platforms }: ChangeNeeds): Society {
  return { firm, platforms, actor: by.kind === 'person' ? by.person.id : undefined };
}

/** Decides and keeps. Throws only when the database cannot be reached or a rule is broken: then nothing has happened. */
export async function change(wished: Wished, needs: ChangeNeeds): Promise<Changed> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const records = needs.store.reader();
    const outcome = await decide(wished, records, needs);
    const changes = outcome.kind === 'decided' ? outcome.changes : [];
    const effects = [...(outcome.kind === 'decided' ? (outcome.effects ?? []) : []), ...(wished.met?.effects ?? [])];
    const follow = consequences(changes, effects, { ...societyOf(wished, needs), now: wished.now });
    const kept = keptOf(outcome);
    if (staysOpen(outcome, wished)) return { ...kept, repeated: false };
    const committed = await needs.store.commit(changeSet(wished, outcome, kept, follow, records, needs.platforms));
    if (committed.outcome === 'duplicate') return { ...(committed.answer as Kept), repeated: true };
    if (committed.outcome === 'done') {
      needs.wake();
      return { ...kept, repeated: false };
    }
  }
  throw new Error(`${wished.intent} met other changes ${MOST_TRIES} times`);
}
