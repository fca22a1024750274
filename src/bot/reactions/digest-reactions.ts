/** When this has happened to a digest, these people should notice. */
import { type Digest, type DigestEvent, digestPlace } from '../../domain/digest.ts';
import { headsFor, makersOf } from '../../domain/digest-people.ts';
import { contactsOf, type Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { LapseDigest } from '../intents/digest-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere, type To } from './effects.ts';

function pictures(digest: Digest): { readonly picture: PictureRef; readonly everywhere: readonly Effect[] } {
  const of = digestPlace(digest);
  const picture: PictureRef = { name: 'digest', of };
  return { picture, everywhere: [showEverywhere(picture), showEverywhere({ name: 'progress-digest', of })] };
}

const about = ({ number, name, period }: Digest) => ({ number, name, period });

/** The heads and management; nobody is told what they did themselves. */
function readers(digest: Digest, firm: Firm, ...without: readonly PersonId[]): readonly To[] {
  const heads = headsFor(digest.cycle, firm).filter((head) => !without.includes(head));
  return [...heads.map((person): To => ({ person })), { management: true }];
}

/** A card that is drawn again does not ring: a sentence comes with it. */
function sent(digest: Digest, firm: Firm, by: PersonId | undefined): readonly Effect[] {
  const { picture } = pictures(digest);
  const notice = { type: 'digest.sent', ...about(digest), ...(by === undefined ? {} : { by }) } as const;
  const to = readers(digest, firm, ...(by === undefined ? makersOf(digest.lead, firm) : [by]));
  return to.flatMap((one) => [say(one, notice), show(one, picture)]);
}

function drafted(
  digest: Digest,
  event: DigestEvent & { readonly type: 'digest.drafted' },
  firm: Firm,
): readonly Effect[] {
  const { answered, asked } = event;
  // Who is missing stands on the card, and has been said when their grace was over.
  const notice = { type: 'progress.digest-ready', week: digest.period, answered, asked } as const;
  return [
    ...makersOf(digest.lead, firm).flatMap((person) => [
      say({ person }, notice),
      show({ person }, pictures(digest).picture),
    ]),
    later(LapseDigest, {
      key: `digest-lapse:${digest.number}`,
      at: digest.confirmByAt,
      input: { digest: digest.number },
      person: digest.lead,
    }),
  ];
}

/** The contacts read their own version and nothing else. */
function forClient(digest: Digest, by: PersonId, firm: Firm): readonly Effect[] {
  const picture: PictureRef = { name: 'digest-client', of: digestPlace(digest) };
  const contacts = digest.client === undefined ? [] : contactsOf(firm, digest.client);
  const lead =
    digest.lead === by ? [] : [say({ person: digest.lead }, { type: 'digest.client-sent', ...about(digest), by })];
  return [...contacts.map(({ id }) => show({ person: id }, picture)), ...lead];
}

export function digestReactions(event: DigestEvent, digest: Digest, firm: Firm): readonly Effect[] {
  const { everywhere } = pictures(digest);
  switch (event.type) {
    case 'digest.drafted':
      return [...everywhere, ...drafted(digest, event, firm)];
    case 'digest.edited':
      return everywhere;
    case 'digest.confirmed':
      return [...everywhere, ...sent(digest, firm, event.by)];
    case 'digest.lapsed':
      return [
        ...everywhere,
        ...sent(digest, firm, undefined),
        ...makersOf(digest.lead, firm).map((person) => say({ person }, { type: 'digest.lapsed', ...about(digest) })),
      ];
    case 'digest.sent-to-client':
      return [...everywhere, ...forClient(digest, event.by, firm)];
  }
}
