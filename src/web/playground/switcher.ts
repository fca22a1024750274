/** The switch of persons: a menu of everyone who can be played, each a plain link. */
import { directChat } from '../../bot/platforms/playground/chats.ts';
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { icon } from './mark.ts';
import { groupsOf, hueOf, initials, noteOf, type Persona } from './people.ts';
import { href, type View } from './view.ts';

export function avatar(account: string, name: string): Html {
  return html`<span class="avatar hue-${hueOf(account)}" aria-hidden="true">${initials(name)}</span>`;
}

function choice(view: View, persona: Persona): Html {
  const { account, name } = persona;
  const current = account === view.persona.account;
  const chat = directChat(account);
  return html`<li><a class="persona" href="${href(view, { as: account })}" data-owner="${account}" data-chat="${chat}"${
    current ? html` aria-current="true"` : ''
  }>${avatar(account, name)}<span class="persona-words"><span class="persona-name">${name}</span><span class="persona-note">${noteOf(persona, view.firm, view.locale)}</span></span><span class="dot" hidden><span class="vh">${view.words.unread}</span></span></a></li>`;
}

export function drawSwitcher(view: View): Html {
  const { persona, words, firm, locale } = view;
  const groups = groupsOf(firm, locale).map(
    ({ name, personas }, index) =>
      html`<section aria-labelledby="group-${index}"><h2 id="group-${index}">${name}</h2><ul>${personas.map((each) => choice(view, each))}</ul></section>`,
  );
  return html`<div class="switcher"><button type="button" class="who" popovertarget="people"><span class="vh">${words.you}</span>${avatar(
    persona.account,
    persona.name,
  )}<span class="persona-words"><span class="persona-name">${persona.name}</span><span class="persona-note">${noteOf(persona, firm, locale)}</span></span>${icon('down')}</button>
<nav id="people" class="people" popover aria-label="${words.switchPerson}"><p class="people-title">${words.switchPerson}</p>${groups}</nav></div>`;
}
