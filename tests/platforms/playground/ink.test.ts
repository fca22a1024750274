/** The HTML ink: what junk does to it and what never travels. How every picture looks is in `tests/cards`. */
import { expect, test } from 'vitest';
import type { Card } from '../../../src/bot/cards/card.ts';
import { buttonsOf } from '../../../src/bot/platforms/playground/buttons.ts';
import { MOST_DRAWN } from '../../../src/bot/platforms/playground/limits.ts';
import { drawCard, drawForm, drawMessage, type Ink } from '../../../src/bot/platforms/playground/render.ts';
import { button, cardWith, intakeForm } from './pictures.ts';

const zh: Ink = { locale: 'zh-CN', zone: 'Asia/Shanghai', id: 'm1' };
const rich = cardWith('市场调研 <b>&"\'', '第一行\n<script>alert(1)</script>', [
  button('同意', 'approval.approve', 'primary'),
  button('驳回', 'approval.reject', 'danger'),
]);

test('what is wrong stands at its field and is read out with it', () => {
  const drawn = drawForm(intakeForm, { ...zh, problems: { background: '请填写此项。' } }).toString();
  expect(drawn).toContain('aria-describedby="m1-background-problem" required aria-invalid="true"');
  expect(drawn).toContain('<p class="problem" id="m1-background-problem">请填写此项。</p>');
});

test('words of people never become markup', () => {
  const html = drawCard(rich, zh).toString();
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('forty thousand characters of junk are cut, in every place they can stand', () => {
  const junk = '乱'.repeat(40_000);
  const card: Card = {
    title: junk,
    subtitle: junk,
    tone: 'neutral',
    summary: '',
    blocks: [
      { type: 'paragraph', text: [junk, { strong: junk }] },
      { type: 'quote', text: junk },
      { type: 'heading', text: junk },
    ],
  };
  const html = drawCard(card, zh).toString();
  expect(html.match(/乱/g)?.length).toBeLessThanOrEqual(MOST_DRAWN * 5);
});

test('a wish never travels to the browser, only the number of its button', () => {
  const message = { type: 'card', card: rich } as const;
  const html = drawMessage(message, zh).toString();
  expect(html).not.toContain('approval.approve');
  expect(buttonsOf(message).map(({ label }) => label)).toEqual(['同意', '驳回']);
  expect(html).toMatch(/data-slot="0">同意.*data-slot="1">驳回/s);
});

test('a form with several ways out numbers its submit button first', () => {
  expect(drawForm(intakeForm, zh).toString()).toMatch(/type="submit"[^>]*data-slot="0">提交.*data-slot="1">取消/s);
});
