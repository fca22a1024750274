/** The HTML ink: one rich card and one form as golden files, and what junk does to it. */
import { expect, test } from 'vitest';
import type { Card, Form } from '../../../src/bot/cards/card.ts';
import { buttonsOf } from '../../../src/bot/platforms/playground/buttons.ts';
import { MOST_DRAWN } from '../../../src/bot/platforms/playground/limits.ts';
import { drawCard, drawForm, drawMessage, type Ink } from '../../../src/bot/platforms/playground/render.ts';
import { button, helpCard, intakeForm, requestCard, surveyForm } from '../../web/stage/pictures.ts';

const zh: Ink = { locale: 'zh-CN', zone: 'Asia/Shanghai', id: 'm1' };
const en: Ink = { locale: 'en-US', zone: 'Europe/London', id: 'm1' };
const asked = { title: '市场调研 <b>&"\'', background: '第一行\n<script>alert(1)</script>', budget: '150000 元' };
const rich = requestCard(asked, '审批中', [
  button('同意', 'approval.approve', 'primary'),
  button('驳回', 'approval.reject', 'danger'),
]);

/** One tag a line, so that a difference can be read. */
const laidOut = (html: { toString(): string }): string => `${html.toString().replaceAll(/(>)(<(?!\/))/g, '$1\n$2')}\n`;

test('a rich card is drawn as agreed, in both languages', async () => {
  await expect(laidOut(drawCard(rich, zh))).toMatchFileSnapshot('golden/card.zh-cn.html');
  await expect(laidOut(drawCard(rich, en))).toMatchFileSnapshot('golden/card.en-us.html');
  await expect(laidOut(drawCard(helpCard(), zh))).toMatchFileSnapshot('golden/list.zh-cn.html');
});

test('a form is drawn as agreed: labels, marks, hints, and what is wrong at its field', async () => {
  const ink = { ...zh, problems: { background: '请填写业务背景' } };
  await expect(laidOut(drawForm(intakeForm('调研'), ink))).toMatchFileSnapshot('golden/form.zh-cn.html');
  await expect(laidOut(drawForm(surveyForm(), en))).toMatchFileSnapshot('golden/survey.en-us.html');
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
  const form: Form = surveyForm();
  expect(drawForm(form, zh).toString()).toMatch(/type="submit"[^>]*data-slot="0">提交.*data-slot="1">这次不评/s);
});
