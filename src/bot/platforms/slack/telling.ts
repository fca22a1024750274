/** Ways to tell one person something, none of which may fail loudly: an address to answer at, an ephemeral line, a modal, the direct chat. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../ports/log.ts';
import type { Reply } from '../../ports/platform.ts';
import { judge } from './failures.ts';
import type { Way } from './inbound/gesture.ts';
import { type Drawn, drawnCard, drawnLine, noticeView } from './render/message.ts';

export type Said = Pick<Reply, 'notice' | 'card'>;

export type Telling = {
  /** For the person alone, where they acted. */
  tell(way: Way, said: Said): Promise<void>;
  /** Opens a modal. Says whether the person now has it. */
  open(trigger: string, view: ModalView): Promise<boolean>;
  /** Puts another view in the place of the modal they acted in. */
  replace(viewId: string, view: ModalView): Promise<boolean>;
};

/** Modals need a title; there is no chat to say a sentence in, so the bot signs it. */
export const noticeTitle = 'Steward';
const answerMs = 5000;

export function makeTelling(client: WebClient, log: Log): Telling {
  async function tried(what: string, task: () => Promise<unknown>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      const { code } = judge(error, 'update');
      // The second delivery of one gesture finds its trigger used: the person has the modal already.
      if (what === 'open' && code === 'exchanged_trigger_id') return true;
      log.warn({ what, cause: code }, 'a person could not be told');
      return false;
    }
  }

  const open = (trigger: string, view: ModalView) =>
    tried('open', () => client.views.open({ trigger_id: trigger, view }));
  const replace = (viewId: string, view: ModalView) =>
    tried('replace', () => client.views.update({ view_id: viewId, view }));

  /** From the nearest to the last resort; undefined where this gesture offers no such way. */
  function waysTo(way: Way, said: Said, picture: Drawn): readonly ((() => Promise<boolean>) | undefined)[] {
    const { account, chat, trigger, view } = way;
    const answerAt = way.answerAt ?? way.origin?.answerAt;
    const words = { ...(said.notice && { notice: said.notice.text }), ...(said.card && { card: said.card }) };
    return [
      way.kind === 'press' && view ? () => replace(view.id, noticeView(words, view.title)) : undefined,
      answerAt === undefined ? undefined : () => tried('answer', () => answerTo(answerAt, picture)),
      // Pressed on the home page: a modal is all there is.
      chat || trigger === undefined ? undefined : () => open(trigger, noticeView(words, noticeTitle)),
      chat &&
        (() => tried('ephemeral', () => client.chat.postEphemeral({ channel: chat.id, user: account, ...picture }))),
      // What went well shows by itself; what did not must not be missed.
      isUrgent(said)
        ? () => tried('direct', () => client.chat.postMessage({ channel: account, ...picture }))
        : undefined,
    ];
  }

  async function tell(way: Way, said: Said): Promise<void> {
    const picture = pictureOf(said);
    if (!picture) return;
    for (const attempt of waysTo(way, said, picture)) if (attempt && (await attempt())) return;
  }

  return { tell, open, replace };
}

function isUrgent({ notice, card }: Said): boolean {
  return card !== undefined || notice?.tone === 'warning' || notice?.tone === 'bad';
}

/** A notice and a card together are one message: the sentence first. */
export function pictureOf({ notice, card }: Said): Drawn | undefined {
  const line = notice && drawnLine(notice.text);
  const drawing = card && drawnCard(card);
  if (line && drawing) return { text: line.text, blocks: [...line.blocks, ...drawing.blocks].slice(0, 50) };
  return line ?? drawing;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
async function answerTo(address: string, picture: Drawn): Promise<void> {
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...picture });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const signal = AbortSignal.timeout(answerMs);
  const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the answer address says ${response.status}`);
}
