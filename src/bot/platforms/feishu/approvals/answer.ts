/**
 * What the approval centre is answered. Below 400: done. Above: not done, and `message` is shown to whoever pressed
 * (https://open.feishu.cn/document/server-docs/approval-v4/external_approval/quick-approval-callback).
 */
import type { Reply } from '../../../ports/platform.ts';
import { adapterLocales, type AdapterWords, adapterWords } from '../../../text/adapter-words.ts';
import { toastLength } from '../limits.ts';
import { cut } from '../render/escape.ts';
import { lineToWords } from '../render/line.ts';

export type Answered = {
  readonly status: number;
  readonly body: { readonly message?: string; readonly without_prefix?: 'true'; readonly error?: string };
};

const done: Answered = { status: 200, body: {} };

function no(status: number, message: string): Answered {
  return { status, body: { message: cut(message, toastLength), without_prefix: 'true' } };
}

/** The adapter does not know who reads, so it says it in every language. */
function own(status: number, word: (words: AdapterWords) => string): Answered {
  return no(status, adapterLocales.map((locale) => word(adapterWords[locale])).join(' / '));
}

export const tryAgain = own(503, (words) => words.tryAgain);
/** It may still be done: pressed again it is the same gesture. */
export const stillWorking = own(503, (words) => words.stillWorking);
export const notOurs = own(404, ({ taskUnknown }) => taskUnknown);
export const unknownPerson = own(403, ({ personUnknown }) => personUnknown);

/** 409 whatever the reason: the sentence says which. */
export function answerOf({ refused, notice, problems }: Reply): Answered {
  if (refused !== true) return done;
  const said = notice ? lineToWords(notice.text) : Object.values(problems ?? {})[0];
  return said === undefined || said === '' ? tryAgain : no(409, said);
}
