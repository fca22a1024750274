/** Copies that stand in a place: made true, renewed before they cannot be edited any more. */
import type { Showable } from '../cards/card.ts';
import { movedMessage } from '../cards/desk-cards.ts';
import type { Failure, Platform, Result } from '../ports/platform.ts';
import type { Firm } from '../../domain/firm.ts';
import type { Drawn, Standing, Store } from '../ports/store.ts';
import { printOf, wordsOf } from './draw.ts';

export type SendNeeds = {
  readonly store: Store;
  readonly platform: Platform;
  readonly firm: Firm;
  readonly now: Date;
  /** Waits until the platform may be told: what is drawn is safe on disk, and its pace allows one more call. */
  readonly turn: (what: 'post' | 'edit') => Promise<void>;
};

type Redrawn = NonNullable<Drawn['redrawn']>[number];

const DAY_MS = 86_400_000;

/** A copy is posted anew this long before its platform closes it for edits: a night may be missed. */
const RENEW_BEFORE_MS = 2 * DAY_MS;

/** Copies that stand since before this moment are to be renewed. */
export function ageingSince({ editableDays }: Platform['traits'], now: Date): Date {
  return new Date(now.getTime() - (editableDays * DAY_MS - RENEW_BEFORE_MS));
}

const gone = (cause: string): Result<Redrawn> => ({ ok: false, failure: { verdict: 'gone', cause } });

/** Brings one standing copy up to date; undefined when it is true already. */
async function refresh(
  copy: Standing,
  message: Showable,
  needs: SendNeeds,
  renews: boolean,
): Promise<Result<Redrawn> | undefined> {
  const drawn = printOf(message);
  if (copy.drawn === drawn && !renews) return undefined;
  if (copy.place.type === 'inbox') {
    // Whether it stands there as we believe is asked, where it can be.
    const stands = renews && copy.drawn === drawn ? await standsThere(copy, message, needs) : false;
    if (stands) return undefined;
  } else {
    // Only what stands in a chat grows too old to be edited.
    const { traits } = needs.platform;
    if (needs.now.getTime() - copy.postedAt.getTime() > traits.editableDays * DAY_MS)
      return gone('the edit window is over');
    if (renews && copy.postedAt < ageingSince(traits, needs.now)) return retire(copy, needs);
  }
  await needs.turn('edit');
  const updated = await needs.platform.update(copy.ref, message);
  return updated.ok ? { ok: true, value: { id: copy.id, drawn, ref: updated.value } } : updated;
}

/** One that cannot be asked about, or not now, is taken for untrue: an update costs less than a lie. */
async function standsThere(copy: Standing, message: Showable, { platform, turn }: SendNeeds): Promise<boolean> {
  if (!platform.stands) return false;
  await turn('edit');
  const stands = await platform.stands(copy.ref, message);
  return stands.ok && stands.value;
}

/** The old copy says where the new one is, as long as it still can, and is followed no more. */
async function retire(copy: Standing, needs: SendNeeds): Promise<Result<Redrawn>> {
  const words = wordsOf(needs.firm, copy.person);
  await needs.turn('edit');
  const updated = await needs.platform.update(copy.ref, movedMessage(words));
  if (updated.ok || updated.failure.verdict === 'gone' || updated.failure.verdict === 'never')
    return gone('renewed before its edit window closes');
  return updated;
}

export type Refreshed = {
  readonly redrawn: readonly Redrawn[];
  readonly gone: readonly bigint[];
  readonly failure?: Failure;
};

/** Every copy in this place made true; up to the first failure. */
export async function refreshAll(
  copies: readonly Standing[],
  message: Showable,
  needs: SendNeeds,
  renews: boolean,
): Promise<Refreshed> {
  const redrawn: Redrawn[] = [];
  const gone: bigint[] = [];
  for (const copy of copies) {
    const result = await refresh(copy, message, needs, renews);
    if (result?.ok) redrawn.push(result.value);
    else if (result?.failure.verdict === 'gone') gone.push(copy.id);
    else if (result) return { redrawn, gone, failure: result.failure };
  }
  return { redrawn, gone };
}
