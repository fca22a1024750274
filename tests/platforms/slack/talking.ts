/** What the conversations with the fake Slack share: a started adapter, a card, a form. */
import { afterEach, expect } from 'vitest';
import type { Card, Form } from '../../../src/bot/cards/card.ts';
import type { MessageRef, Result } from '../../../src/bot/ports/platform.ts';
import { type Bench, bench } from './bench.ts';

const open: Bench[] = [];
export const started = async (options: Parameters<typeof bench>[0] = {}) => {
  const one = await bench(options);
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) {
    const { breaches } = one.fake;
    await one.end();
    expect(breaches).toEqual([]);
  }
});

export const card: Card = {
  title: 'Market study',
  subtitle: 'REQ-7 · Waiting for approval',
  tone: 'info',
  summary: 'Market study (REQ-7) waits for your approval.',
  blocks: [
    { type: 'facts', facts: [{ label: 'Asked by', value: ['Ann'] }] },
    { type: 'quote', text: 'Please look at <!channel> & *prices*' },
    {
      type: 'buttons',
      buttons: [
        { label: 'Approve', look: 'primary', wish: { intent: 'request.approve', input: { request: 'REQ-7' } } },
      ],
    },
  ],
};
export const form: Form = {
  title: 'Reject',
  summary: 'Say why.',
  fields: [
    { id: 'reason', type: 'long-text', label: 'Reason', required: true, maxLength: 500 },
    { id: 'budget', type: 'number', label: 'Budget', required: false, min: 0 },
    { id: 'due', type: 'date', label: 'Wanted by', required: false },
    {
      id: 'region',
      type: 'choice',
      label: 'Region',
      required: false,
      options: [
        { value: 'east', label: '华东' },
        { value: 'sea', label: '海外' },
      ],
    },
  ],
  submit: { label: 'Send', look: 'primary', wish: { intent: 'request.reject', input: { request: 'REQ-7' } } },
  others: [{ label: 'Skip this week', look: 'plain', wish: { intent: 'progress.skip', input: { week: '2026-W48' } } }],
};
export const attempt = (number: number) => ({ id: 'post-1', attempt: number, since: new Date() });
export const refOf = (result: Result<MessageRef>): MessageRef => {
  if (!result.ok) throw new Error(result.failure.cause);
  return result.value;
};
