/** The pictures that the contract shows on every platform. */
import type { Card, Form, Message, Showable } from '../../src/bot/cards/card.ts';

export const sentence = (text: string): Message => ({ type: 'line', text: [text] });

export function card(title: string, buttons: readonly string[] = []): Message & { type: 'card' } {
  const all = buttons.map((label, index) => ({
    label,
    wish: { intent: 'test.press', input: { label, index } },
    look: 'plain' as const,
  }));
  const drawn: Card = {
    title,
    tone: 'neutral',
    summary: title,
    blocks: [
      { type: 'paragraph', text: ['一段文字'] },
      ...(all.length > 0 ? [{ type: 'buttons', buttons: all } as const] : []),
    ],
  };
  return { type: 'card', card: drawn };
}

export const form: Form = {
  title: '填写',
  summary: '请填写',
  fields: [
    { id: 'words', label: '说明', required: true, type: 'long-text', maxLength: 500 },
    { id: 'amount', label: '数量', required: false, type: 'number' },
    { id: 'day', label: '日期', required: false, type: 'date' },
    { id: 'kind', label: '种类', required: false, type: 'choice', options: [{ value: 'b', label: '乙' }] },
    { id: 'empty', label: '不填', required: false, type: 'text', maxLength: 50 },
  ],
  submit: { label: '提交', wish: { intent: 'test.submit', input: { of: 'X-1' } }, look: 'primary' },
};

const moment = new Date('2026-11-25T02:00:00Z');
const both = { 'zh-CN': '市场调研', 'en-US': 'Market research' };

/** An entry of a list of approvals, in which nobody is asked any more. */
export const entry: Showable = {
  type: 'entry',
  entry: {
    ...{ number: 'APR-1', title: both, state: 'approved', requester: { name: '王芳', accounts: [] } },
    ...{ startedAt: moment, endedAt: moment, changedAt: moment, facts: [], tasks: [] },
  },
};
