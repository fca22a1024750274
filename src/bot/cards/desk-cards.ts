/** Cards about the desk itself: help, the catalogue, an unrecognized sentence, a stranger's welcome, a closed form. */
import { type Firm, offeredTo, type Person, type Service } from '../../domain/firm.ts';
import { titleFrom } from '../../domain/intake.ts';
import { reports } from '../../domain/cycle.ts';
import { PlanAbsence } from '../intents/absence-intents.ts';
import { ShowHelp, ShowMine } from '../intents/general-intents.ts';
import { OpenProgress } from '../intents/progress-intents.ts';
import { StartRequest, SubmitRequest } from '../intents/request-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Button, Line, Message } from './card.ts';
import { button, buttons } from './parts.ts';
import { picture, type Viewer } from './picture.ts';

export function deskButtons(words: Words, { person }: Viewer): readonly Block[] {
  return buttons(
    button(words, 'newRequest', StartRequest, {}, 'primary'),
    button(words, 'myList', ShowMine, {}),
    person !== undefined && reports(person) ? button(words, 'report', OpenProgress, {}) : undefined,
  );
}

/** Whom a line of the help is for. */
const helped = {
  all: () => true,
  staff: ({ kind }: Person) => kind === 'staff',
  reports,
  admin: ({ roles }: Person) => roles.includes('admin'),
} as const;

export const helpCard = picture<Firm>({
  load: async ({ firm }) => firm,
  draw: (firm, words, viewer) => {
    const { card } = words.text;
    const forThem = card.helpSay.filter(
      ([, , who]) => who === 'all' || (viewer.person !== undefined && helped[who](viewer.person)),
    );
    return {
      type: 'card',
      card: {
        title: card.helpTitle,
        tone: 'neutral',
        summary: card.helpSummary,
        blocks: [
          { type: 'paragraph', text: card.helpIntro(viewer.person?.name ?? words.text.someone, firm.name) },
          { type: 'facts', facts: forThem.map(([say, does]) => ({ label: say, value: [does] })) },
          ...deskButtons(words, viewer),
          ...(viewer.person?.kind === 'staff' ? buttons(button(words, 'away', PlanAbsence, {})) : []),
        ],
      },
    };
  },
});

/** A card may carry this many buttons on every platform; a larger catalogue is cut there. */
const MOST_SERVICES = 20;

type Catalogue = { readonly services: readonly Service[]; readonly title: string };

export const catalogueCard = picture<Catalogue>({
  load: async ({ firm, ref, viewer }) => ({
    services: offeredTo(viewer.person, firm).slice(0, MOST_SERVICES),
    title: titleFrom(ref.input?.['title'] ?? ''),
  }),
  draw: ({ services, title }, words) => {
    const { card } = words.text;
    const intro: Line = services.length === 0 ? card.noServices : card.catalogueIntro;
    const offers = services.map(
      (service): Button => ({
        label: words.of(service.name),
        wish: { intent: SubmitRequest.name, input: { service: service.id, title } },
        look: 'plain',
      }),
    );
    return {
      type: 'card',
      card: {
        title: title === '' ? card.catalogueTitle : title,
        tone: 'neutral',
        summary: card.catalogueSummary,
        blocks: [{ type: 'paragraph', text: intro }, ...buttons(...offers)],
      },
    };
  },
});

export const conversationCard = picture<string>({
  load: async ({ ref }) => ref.input?.['text'] ?? '',
  draw: (text, words) => ({
    type: 'card',
    card: {
      title: words.text.card.conversationTitle,
      tone: 'neutral',
      summary: words.text.card.conversationTitle,
      blocks: [
        { type: 'quote', text },
        { type: 'paragraph', text: words.text.card.conversationIntro },
        ...buttons(
          button(words, 'makeRequest', StartRequest, { title: titleFrom(text) }, 'primary'),
          button(words, 'helpMe', ShowHelp, {}),
        ),
      ],
    },
  }),
});

export const strangerCard = picture<Firm>({
  load: async ({ firm }) => firm,
  draw: (firm, { text }) => ({
    type: 'card',
    card: {
      title: text.card.strangerTitle,
      tone: 'neutral',
      summary: text.card.strangerSummary,
      blocks: [{ type: 'paragraph', text: text.card.strangerIntro(firm.name) }],
    },
  }),
});

export const cancelledCard = picture<true>({
  load: async () => true,
  draw: (_, { text }) => ({
    type: 'card',
    card: {
      title: text.card.cancelledTitle,
      tone: 'muted',
      summary: text.card.cancelledTitle,
      blocks: [{ type: 'paragraph', text: text.card.cancelled }],
    },
  }),
});

function notice(title: string, said: Line): Message {
  const blocks = [{ type: 'paragraph', text: said } as const];
  return { type: 'card', card: { title, tone: 'muted', summary: title, blocks } };
}

/** What an old copy becomes when a fresh one is posted below it. */
export function movedMessage({ text: { card } }: Words): Message {
  return notice(card.movedTitle, card.moved);
}

/** What a copy becomes when its record is nothing to its reader any more. */
export function closedMessage({ text: { card } }: Words): Message {
  return notice(card.closedTitle, card.closed);
}
