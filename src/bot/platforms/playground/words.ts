/** What the playground's ink and door say by themselves, around what the engine gives them. */
import type { Locale } from '../../../domain/language.ts';
import type { Step } from '../../cards/card.ts';

export type InkWords = {
  /** The button is not on that message any more. */
  readonly changed: string;
  readonly required: string;
  readonly choose: string;
  readonly steps: string;
  readonly step: Readonly<Record<Step['state'], string>>;
};

export const inkWords: Readonly<Record<Locale, InkWords>> = {
  'zh-CN': {
    changed: '这张卡片刚刚更新了，请看过最新内容再操作。',
    required: '必填',
    choose: '请选择',
    steps: '进度',
    step: { done: '已完成', now: '进行中', next: '待开始', failed: '未通过' },
  },
  'en-US': {
    changed: 'This card has just changed. Please look at it again first.',
    required: 'required',
    choose: 'Please choose',
    steps: 'Progress',
    step: { done: 'done', now: 'in progress', next: 'to come', failed: 'not passed' },
  },
};
