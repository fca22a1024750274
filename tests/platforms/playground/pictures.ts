/** A card and a form as the engine might hand them over: every kind of field, several buttons. */
import type { Button, Card, Form } from '../../../src/bot/cards/card.ts';

export const button = (label: string, intent: string, look: Button['look'] = 'plain'): Button => ({
  label,
  wish: { intent, input: { request: 'REQ-1' } },
  look,
});

export function cardWith(title: string, quote: string, buttons: readonly Button[]): Card {
  return {
    title,
    subtitle: 'REQ-1 · 审批中',
    tone: 'info',
    summary: `REQ-1 ${title}`,
    blocks: [
      { type: 'quote', text: quote },
      { type: 'buttons', buttons },
    ],
  };
}

const option = (value: string) => ({ value, label: value });

export const intakeForm: Form = {
  title: '申请服务',
  summary: '申请服务：请填写表单',
  fields: [
    { id: 'title', type: 'text', label: '标题', required: true, maxLength: 200 },
    { id: 'background', type: 'long-text', label: '业务背景', required: true, maxLength: 10_000 },
    { id: 'due', type: 'date', label: '期望日期', required: false },
    { id: 'budget', type: 'number', label: '预算', required: false, min: 0 },
    { id: 'region', type: 'choice', label: '区域', required: false, options: ['华东', '华南'].map(option) },
  ],
  submit: button('提交', 'request.submit', 'primary'),
  others: [button('取消', 'form.cancel')],
};
