/** A Reply as the answer to a card callback: a toast, and the pressed card as it is now (https://open.feishu.cn/document/feishu-cards/card-callback-communication). */
import type { Line, Tone } from '../../cards/card.ts';
import type { Inbound, Reply } from '../../ports/platform.ts';
import { type AdapterWords, adapterWords } from '../../text/adapter-words.ts';
import { toastLength } from './limits.ts';
import type { CardJson } from './render/elements.ts';
import { cut } from './render/escape.ts';
import { drawForm } from './render/form.ts';
import { lineToWords } from './render/line.ts';
import { drawCard, drawMessage } from './render/message.ts';

type ToastType = 'info' | 'success' | 'warning' | 'error';
type Toast = { readonly type: ToastType; readonly content: string; readonly i18n?: Readonly<Record<string, string>> };

export type Answer = {
  readonly toast?: Toast;
  readonly card?: { readonly type: 'raw'; readonly data: CardJson };
};

/** Where the gesture came from decides where a form may stand: never in front of a group. */
export type Deed = { readonly answer: Answer; readonly formElsewhere?: CardJson; readonly isForm?: true };

function isDirect(inbound: Inbound): boolean {
  return 'chat' in inbound && inbound.chat.kind === 'direct';
}

export function answerTo(reply: Reply, inbound: Inbound): Deed {
  const told = reply.notice ? { toast: toast(reply.notice.text, reply.notice.tone) } : {};
  if (reply.form && reply.problems) {
    const warning = told.toast ?? { type: 'warning', content: firstOf(reply.problems) };
    return { answer: { toast: warning, ...raw(drawForm(reply.form, { problems: reply.problems, cancel: true })) } };
  }
  if (reply.form) {
    const form = drawForm(reply.form, { cancel: true });
    if (reply.direct ?? isDirect(inbound)) return { answer: { ...told, ...raw(form) }, isForm: true };
    const sent: Answer = { toast: ownToast('info', 'formSentDirect') };
    return { answer: reply.fresh ? { ...sent, ...raw(drawMessage(reply.fresh)) } : sent, formElsewhere: form };
  }
  if (reply.problems) return { answer: { toast: told.toast ?? { type: 'warning', content: firstOf(reply.problems) } } };
  if (reply.fresh) return { answer: { ...told, ...raw(drawMessage(reply.fresh)) } };
  if (reply.card) return { answer: { ...told, ...raw(drawCard(reply.card)) } };
  return { answer: told };
}

export const tryAgain: Answer = { toast: ownToast('error', 'tryAgain') };
export const stillWorking: Answer = { toast: ownToast('info', 'stillWorking') };

const toastTypes: Readonly<Record<Tone, ToastType>> = {
  neutral: 'info',
  info: 'info',
  muted: 'info',
  good: 'success',
  warning: 'warning',
  bad: 'error',
};

function toast(text: Line, tone: Tone): Toast {
  return { type: toastTypes[tone], content: cut(lineToWords(text), toastLength) };
}

/** The adapter does not know who reads, so it says both; the client chooses. */
function ownToast(type: ToastType, word: keyof AdapterWords): Toast {
  const zh = adapterWords['zh-CN'][word];
  return { type, content: zh, i18n: { zh_cn: zh, en_us: adapterWords['en-US'][word] } };
}

function firstOf(problems: Readonly<Record<string, string>>): string {
  return cut(lineToWords([Object.values(problems)[0] ?? '']), toastLength);
}

function raw(card: CardJson): { readonly card: { readonly type: 'raw'; readonly data: CardJson } } {
  return { card: { type: 'raw', data: card } };
}
