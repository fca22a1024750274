/** The few sentences a platform adapter says by itself, around what the engine gives it. */
import type { Locale } from '../../domain/language.ts';

export type AdapterWords = {
  /** A form was asked for in a group; it went to the person's direct chat. */
  readonly formSentDirect: string;
  readonly cancel: string;
  /** The engine could not commit; nothing happened. */
  readonly tryAgain: string;
  /** It takes longer than the platform waits; it may still be done. */
  readonly stillWorking: string;
  /** The bot's name, as a kind of approval in a platform's own list. */
  readonly product: string;
  /** What that kind of approval is. */
  readonly approvalsAbout: string;
  /** Something was pressed in a list that is no task of ours. */
  readonly taskUnknown: string;
  /** The platform does not say who pressed. */
  readonly personUnknown: string;
};

export const adapterWords: Readonly<Record<Locale, AdapterWords>> = {
  'zh-CN': {
    formSentDirect: '表单已发到您与我的私聊，请在那里填写。',
    cancel: '取消',
    tryAgain: '暂时无法保存，什么都没有改动，请稍后再试。',
    stillWorking: '还在处理，请稍后看结果。',
    product: '服务管家',
    approvalsAbout: '服务申请的审批。要发起申请，请在与服务管家的聊天中输入“申请”。',
    taskUnknown: '服务管家没有这项审批任务，什么都没有改动。',
    personUnknown: '服务管家无法确认您的身份，什么都没有改动。请在与我的聊天中处理这项审批。',
  },
  'en-US': {
    formSentDirect: 'I sent the form to your direct chat with me. Please fill it in there.',
    cancel: 'Cancel',
    tryAgain: 'I could not save that just now. Nothing was changed; please try again in a moment.',
    stillWorking: 'I am still working on it. Please look again in a moment.',
    product: 'Steward',
    approvalsAbout: 'Approvals of service requests. To make a request, type “request” in your chat with Steward.',
    taskUnknown: 'Steward knows no such approval task. Nothing was changed.',
    personUnknown: 'Steward cannot tell who you are, so nothing was changed. Please decide in your chat with me.',
  },
};

/** In what is said in every language at once, this is the order. */
export const adapterLocales = Object.keys(adapterWords) as readonly Locale[];
