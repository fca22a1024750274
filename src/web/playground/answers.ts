/** What the browser gets back for a gesture: sentences, drawings and problems, ready to show. */

import type { Message, Tone } from '../../bot/cards/card.ts';
import { plainLine } from '../../bot/platforms/playground/lines.ts';
import type { Answer } from '../../bot/platforms/playground/own-sheet.ts';
import { drawForm } from '../../bot/platforms/playground/render.ts';
import type { MessageRef } from '../../bot/ports/platform.ts';
import { drawKept } from './timeline.ts';
import type { View } from './view.ts';

/** The shape the browser's code knows as well (`client/wire.ts`). */
export type Shown = {
  readonly toast?: { readonly text: string; readonly tone: Tone };
  /** A form to open over the page. */
  readonly dialog?: { readonly html: string; readonly chat: string; readonly message: string };
  /** A card for this person alone, to hang under the conversation. */
  readonly card?: { readonly html: string; readonly chat: string; readonly message: string };
  readonly problems?: Readonly<Record<string, string>>;
  /** What the person said, as it stands in the conversation now: shown before any answer to it. */
  readonly said?: { readonly html: string };
  /** Where the product's clock stands after a travel. */
  readonly now?: number;
};

function privately(view: View, at: MessageRef, message: Message, now: Date): string {
  return drawKept(view, { id: at.message, chat: at.chat, message, at: now, edited: 0 }, { privately: true }).toString();
}

export function shown(view: View, answer: Answer, now: Date): Shown {
  const { notice, form, formAt, card, cardAt, problems, said } = answer;
  return {
    ...(said && { said: { html: drawKept(view, said).toString() } }),
    ...(notice && { toast: { text: plainLine(notice.text, view.hearer), tone: notice.tone } }),
    ...(form &&
      formAt && {
        dialog: { html: drawForm(form, { ...view.hearer, id: `d-${formAt.message}` }).toString(), ...formAt },
      }),
    ...(card && cardAt && { card: { html: privately(view, cardAt, { type: 'card', card }, now), ...cardAt } }),
    ...(problems && Object.keys(problems).length > 0 && { problems }),
  };
}
