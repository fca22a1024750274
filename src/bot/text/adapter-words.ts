/** The few sentences a platform adapter says by itself, around what the engine gives it. */
import type { Locale } from '../../domain/firm.ts';

export type AdapterWords = {
  /** A form was asked for in a group; it went to the person's direct chat. */
  readonly formSentDirect: string;
  readonly cancel: string;
  /** The engine could not commit; nothing happened. */
  readonly tryAgain: string;
};

export const adapterWords: Readonly<Record<Locale, AdapterWords>> = {
  'zh-CN': {
    formSentDirect: '表单已发到您与我的私聊，请在那里填写。',
    cancel: '取消',
    tryAgain: '暂时无法保存，什么都没有改动，请稍后再试。',
  },
  'en-US': {
    formSentDirect: 'I sent the form to your direct chat with me. Please fill it in there.',
    cancel: 'Cancel',
    tryAgain: 'I could not save that just now. Nothing was changed; please try again in a moment.',
  },
};
