/** Where a person writes to the bot, with phrases to try that suit who they are. */

import { type Html, html } from '../../bot/platforms/playground/html.ts';
import type { Locale } from '../../domain/language.ts';
import { icon } from './mark.ts';
import type { View } from './view.ts';

/** As people type them; both languages always work, so the chips speak the page's. */
const phrases: Readonly<Record<'request' | 'my' | 'report' | 'help', Readonly<Record<Locale, string>>>> = {
  request: { 'zh-CN': '申请', 'en-US': 'request' },
  my: { 'zh-CN': '我的', 'en-US': 'my' },
  report: { 'zh-CN': '周报', 'en-US': 'report' },
  help: { 'zh-CN': '帮助', 'en-US': 'help' },
};

function chipsOf({ persona, locale, open }: View): readonly string[] {
  const all = {
    staff: ['request', 'my', 'report', 'help'],
    contact: ['request', 'my', 'help'],
    stranger: ['help'],
    former: ['help'],
  } as const;
  const mine = open.kind === 'room' ? (['my', 'help'] as const) : all[persona.kind];
  return mine.map((phrase) => phrases[phrase][locale]);
}

/** Nothing is said on a home page. */
export function drawComposer(view: View, say: string): Html | '' {
  const { words, open } = view;
  if (open.kind === 'home') return '';
  const label = open.kind === 'room' ? words.writeRoom : words.write;
  return html`<form class="composer" id="composer"><div class="chips" role="group" aria-label="${words.chips}">${chipsOf(
    view,
  ).map(
    (phrase) => html`<button type="button" class="phrase" data-say="${phrase}">${phrase}</button>`,
  )}</div><div class="write"><textarea id="say" name="text" rows="1" maxlength="40000" aria-label="${label}" aria-describedby="say-hint" title="${words.sendHint}" placeholder="${label}" autocomplete="off">
${say}</textarea><button type="submit" class="button primary send" aria-label="${words.send}">${icon('send')}</button></div><p class="vh" id="say-hint">${words.sendHint}</p></form>`;
}
