/** The forms of a digest: its text, and the version for the client. */
import { contactsOf } from '../../domain/firm.ts';
import { type Confirmed, type Digest, digestKey, isConfirmed, readPlace } from '../../domain/digest.ts';
import { clientDraft, insideOf } from '../../domain/digest-client.ts';
import { makersOf } from '../../domain/digest-people.ts';
import { mergedText, newestOf, standingsOf } from '../../domain/digest-reports.ts';
import { clientSections, type ClientText, type DigestText, sections } from '../../domain/digest-text.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { EditDigest, SendClientVersion } from '../intents/digest-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Form, Message } from './card.ts';
import { shownIn, textFields } from './digest-fields.ts';
import { button } from './parts.ts';
import { picture, type Scene } from './picture.ts';

type Found = { readonly digest: Digest; readonly answers: readonly Progress[]; readonly maker: PersonId };

/** Only whoever makes it is given a form of it. */
async function find({ ref, firm, records, viewer: { person } }: Scene): Promise<Found | undefined> {
  const place = readPlace(ref.of);
  const digest = place && (await records.byUniqueKey('digest', digestKey(place.cycle, place.period)));
  if (!digest || !person || !makersOf(digest.lead, firm).includes(person.id)) return undefined;
  return { digest, maker: person.id, answers: await records.progressOf(digest.cycle, digest.period) };
}

type Editing = { readonly digest: Digest; readonly text: DigestText; readonly seenAt: Date | undefined };

function kept(labels: readonly string[], words: Words): readonly Block[] {
  return labels.length === 0 ? [] : [{ type: 'aside', text: words.text.card.digestKept(words.list(labels)) }];
}

function editing({ digest, text, seenAt }: Editing, words: Words): Form {
  const { card, fields: label } = words.text;
  const asked = textFields(sections, text, words);
  const seen = seenAt === undefined ? {} : { seen: seenAt.toISOString() };
  const input = { digest: digest.number, shown: shownIn(asked), ...seen };
  return {
    title: card.formDigest(digest.number),
    summary: card.digestTitle(digest.name, digest.period),
    intro: [
      { type: 'paragraph', text: card.digestFormIntro(digest.name, digest.period) },
      ...kept(
        asked.kept.map((section) => label[section]),
        words,
      ),
    ],
    fields: asked.fields,
    submit: button(words, 'saveDraft', EditDigest, input, 'primary'),
  };
}

export const digestForm = picture<Editing>({
  load: async (scene) => {
    const found = await find(scene);
    if (!found || isConfirmed(found.digest)) return undefined;
    const { digest, answers } = found;
    const standings = standingsOf(answers, digest.cycle, scene.firm);
    const text = digest.edit?.text ?? mergedText(answers, standings, scene.firm, digest.lead);
    return { digest, text, seenAt: newestOf(answers) };
  },
  draw: (data, words): Message => ({
    type: 'form',
    form: editing(data, words),
    open: button(words, 'edit', EditDigest, { digest: data.digest.number }, 'primary'),
  }),
});

type ForClient = {
  readonly digest: Confirmed;
  readonly text: ClientText;
  readonly leftOut: number;
  readonly client: string;
  readonly contacts: readonly string[];
};

function clientForm({ digest, text, leftOut, client, contacts }: ForClient, words: Words): Form {
  const { card, fields: label } = words.text;
  const asked = textFields(clientSections, text, words);
  return {
    title: card.formClient(digest.number),
    summary: card.digestTitle(digest.name, digest.period),
    intro: [
      { type: 'paragraph', text: card.clientReaders(words.list(contacts), client) },
      ...(leftOut === 0 ? [] : [{ type: 'aside', text: card.clientLeftOut(leftOut) } as const]),
      ...kept(
        asked.kept.map((section) => label[section]),
        words,
      ),
    ],
    fields: asked.fields,
    submit: button(
      words,
      'confirmClient',
      SendClientVersion,
      { digest: digest.number, shown: shownIn(asked) },
      'primary',
    ),
  };
}

export const digestClientForm = picture<ForClient>({
  load: async (scene) => {
    const { firm } = scene;
    const found = await find(scene);
    const client = found?.digest.client;
    if (!found || client === undefined || !isConfirmed(found.digest) || found.digest.forClient) return undefined;
    const { digest, answers, maker } = found;
    const draft = clientDraft(digest.text, insideOf(answers, client, maker, firm), firm);
    const contacts = contactsOf(firm, client).map(({ name }) => name);
    return { digest, ...draft, client: firm.clients.get(client)?.name ?? client, contacts };
  },
  draw: (data, words): Message => ({
    type: 'form',
    form: clientForm(data, words),
    open: button(words, 'clientVersion', SendClientVersion, { digest: data.digest.number }, 'primary'),
  }),
});
