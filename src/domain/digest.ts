/** A digest: what a cycle's lead makes of one period's reports, for those above. It goes out confirmed, or in time marked as a draft. */
import type { Actor } from './actor.ts';
import type { CycleId, Period } from './cycle.ts';
import { decided, type Decision, refused } from './decision.ts';
import { makersOf } from './digest-people.ts';
import type { Standing } from './digest-reports.ts';
import type { ClientText, DigestText } from './digest-text.ts';
import type { Firm } from './firm.ts';
import type { ClientId, PersonId } from './ids.ts';
import type { RecordNumber } from './numbers.ts';

type Always = {
  readonly kind: 'digest';
  readonly number: RecordNumber<'digest'>;
  readonly cycle: CycleId;
  readonly period: Period;
  /** What the cycle was called when it was drafted. */
  readonly name: string;
  /** Of the project, when it has one. */
  readonly client?: ClientId;
  readonly lead: PersonId;
  readonly draftedAt: Date;
  /** Unconfirmed by then it goes out marked as a draft. */
  readonly confirmByAt: Date;
  /** Written by hand, and from then on never overwritten by answers. `seenAt`: the newest answer it knew of. */
  readonly edit?: { readonly text: DigestText; readonly by: PersonId; readonly editedAt: Date; readonly seenAt?: Date };
  /** The client's own version, once it has been confirmed for itself. */
  readonly forClient?: { readonly text: ClientText; readonly by: PersonId; readonly sentAt: Date };
};

/** Until it is confirmed its text follows the answers; what was confirmed stays as it was. */
export type Digest = Always &
  (
    | { readonly status: 'drafting' }
    | { readonly status: 'sent'; readonly sentAt: Date; readonly asDraft: true }
    | {
        readonly status: 'sent';
        readonly sentAt: Date;
        readonly asDraft: false;
        readonly by: PersonId;
        readonly confirmedAt: Date;
        readonly text: DigestText;
        readonly standings: readonly Standing[];
        /** The newest answer it knew of. */
        readonly seenAt?: Date;
      }
  );

export type Confirmed = Extract<Digest, { readonly asDraft: false }>;

type Said = { readonly by: PersonId; readonly onBehalfOf?: PersonId };

export type DigestEvent =
  | {
      readonly type: 'digest.drafted';
      readonly answered: number;
      readonly asked: number;
      readonly missing: readonly PersonId[];
    }
  | ({ readonly type: 'digest.edited' } & Said)
  /** `late`: it had gone out as a draft before. */
  | ({ readonly type: 'digest.confirmed'; readonly late: boolean } & Said)
  | { readonly type: 'digest.lapsed' }
  | ({ readonly type: 'digest.sent-to-client' } & Said);

export type DigestRefusal =
  | { readonly type: 'digest.not-found' }
  | { readonly type: 'digest.not-yours'; readonly lead: PersonId }
  | { readonly type: 'digest.already-sent'; readonly by: PersonId; readonly confirmedAt: Date }
  | { readonly type: 'digest.not-confirmed' }
  | { readonly type: 'digest.no-client' }
  | { readonly type: 'digest.client-has-it'; readonly by: PersonId; readonly sentAt: Date }
  | { readonly type: 'digest.words-missing'; readonly field: 'done' }
  | { readonly type: 'digest.too-long'; readonly field: string; readonly most: number }
  /** Something of the firm's own stands in what a client would read. */
  | { readonly type: 'digest.internal-words'; readonly field: string; readonly words: string }
  | { readonly type: 'digest.nothing-due' };

type DigestDecision = Decision<Digest, DigestEvent, DigestRefusal>;

/** One per cycle and period. */
export function digestKey(cycle: CycleId, period: Period): string {
  return `digest:${cycle}:${period}`;
}

/** By which its picture is known, before and after it has a number. */
export function digestPlace({ cycle, period }: Pick<Digest, 'cycle' | 'period'>): string {
  return `${cycle}/${period}`;
}

export function readPlace(place: string): Pick<Digest, 'cycle' | 'period'> | undefined {
  // The cycle itself may hold a slash: `PRJ-2/daily`.
  const at = place.lastIndexOf('/');
  return at < 1 ? undefined : { cycle: place.slice(0, at) as CycleId, period: place.slice(at + 1) };
}

export function isConfirmed(digest: Digest): digest is Confirmed {
  return digest.status === 'sent' && !digest.asDraft;
}

/** Since when answers are fixed in a digest; one that went out as a draft still follows them. */
export function fixedAt(digest: Digest | undefined): Date | undefined {
  return digest && isConfirmed(digest) ? digest.confirmedAt : undefined;
}

export type Drafting = Omit<Always, 'kind' | 'edit' | 'forClient'>;

/** Drafted only where somebody was asked. */
export function draftDigest(drafting: Drafting, standings: readonly Standing[], asked: number): DigestDecision {
  if (asked === 0) return refused({ type: 'digest.nothing-due' });
  const missing = standings.filter(({ how }) => how === 'open' || how === 'missed').map(({ person }) => person);
  const answered = standings.filter(({ late }) => late !== undefined).length;
  return decided(
    { kind: 'digest', ...drafting, status: 'drafting' },
    { type: 'digest.drafted', answered, asked, missing },
  );
}

/** Who of those who may make it has done so; or why not. */
function maker(digest: Digest, by: Actor, firm: Firm): Said | DigestRefusal {
  if (by.kind !== 'person' || !makersOf(digest.lead, firm).includes(by.person.id))
    return { type: 'digest.not-yours', lead: digest.lead };
  return by.person.id === digest.lead ? { by: by.person.id } : { by: by.person.id, onBehalfOf: digest.lead };
}

function unconfirmed(digest: Digest, by: Actor, firm: Firm): Said | DigestRefusal {
  const said = maker(digest, by, firm);
  if ('type' in said) return said;
  return isConfirmed(digest) ? { type: 'digest.already-sent', by: digest.by, confirmedAt: digest.confirmedAt } : said;
}

export type Edited = { readonly text: DigestText; readonly seenAt: Date | undefined };

const seen = (seenAt: Date | undefined): { readonly seenAt?: Date } => (seenAt === undefined ? {} : { seenAt });

/** Kept as a draft: only confirming sends it. */
export function editDigest(digest: Digest, by: Actor, now: Date, firm: Firm, { text, seenAt }: Edited): DigestDecision {
  const said = unconfirmed(digest, by, firm);
  if ('type' in said) return refused(said);
  const edit = { text, by: said.by, editedAt: now, ...seen(seenAt) };
  return decided<Digest, DigestEvent>({ ...digest, edit }, { type: 'digest.edited', ...said });
}

/** What is confirmed: its text and where everybody stands, as they are at this moment. */
export type Final = Edited & { readonly standings: readonly Standing[] };

export function confirmDigest(digest: Digest, by: Actor, now: Date, firm: Firm, final: Final): DigestDecision {
  const said = unconfirmed(digest, by, firm);
  if ('type' in said) return refused(said);
  const late = digest.status === 'sent';
  const { text, standings, seenAt } = final;
  return decided<Digest, DigestEvent>(
    {
      ...{ ...digest, status: 'sent', asDraft: false, sentAt: late ? digest.sentAt : now },
      ...{ by: said.by, confirmedAt: now, text, standings, ...seen(digest.edit?.seenAt ?? seenAt) },
    },
    { type: 'digest.confirmed', late, ...said },
  );
}

/** Nobody has confirmed it in time: those above read it all the same, and are told that it is a draft. */
export function lapseDigest(digest: Digest, now: Date): DigestDecision {
  if (digest.status !== 'drafting') return refused({ type: 'digest.nothing-due' });
  return decided<Digest, DigestEvent>(
    { ...digest, status: 'sent', asDraft: true, sentAt: now },
    { type: 'digest.lapsed' },
  );
}

/** Whether a version for the client may be made at all; `contacts`: how many would read it. */
export function clientVersionOf(
  digest: Digest,
  by: Actor,
  firm: Firm,
  contacts: number,
): Decision<Confirmed, never, DigestRefusal> {
  const said = maker(digest, by, firm);
  if ('type' in said) return refused(said);
  if (digest.client === undefined || contacts === 0) return refused({ type: 'digest.no-client' });
  if (!isConfirmed(digest)) return refused({ type: 'digest.not-confirmed' });
  if (digest.forClient)
    return refused({ type: 'digest.client-has-it', by: digest.forClient.by, sentAt: digest.forClient.sentAt });
  return decided(digest);
}

/** `digest`: as `clientVersionOf` has let it through. */
export function sendToClient(digest: Confirmed, by: Actor, now: Date, firm: Firm, text: ClientText): DigestDecision {
  const said = maker(digest, by, firm);
  if ('type' in said) return refused(said);
  if (text.done === undefined && text.next === undefined)
    return refused({ type: 'digest.words-missing', field: 'done' });
  return decided<Digest, DigestEvent>(
    { ...digest, forClient: { text, by: said.by, sentAt: now } },
    { type: 'digest.sent-to-client', ...said },
  );
}
