/** The guide for newcomers: the next step of the main story, in a sentence, and the way to where it is done. */
import { directChat } from '../../bot/platforms/playground/chats.ts';
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { cut } from '../../bot/platforms/playground/limits.ts';
import { catalogues } from '../../bot/text/catalogues.ts';
import { deskOf, type Firm, type Person } from '../../domain/firm.ts';
import type { Locale } from '../../domain/language.ts';
import { type Cast, castOf } from './cast.ts';
import { askMoment } from './clock.ts';
import { roomOf } from './conversations.ts';
import { icon } from './mark.ts';
import { type Next, nextStep, type SoFar } from './next-step.ts';
import { accountOf } from './people.ts';
import { href, type View } from './view.ts';
import { pageWords } from './words.ts';

/** A guide points at a request; it need not tell all of its title. */
const MOST_OF_A_TITLE = 40;

/** Where in the strip of steps each step stands; 5 is past its end. */
const places: Readonly<Record<Next['step'], 0 | 1 | 2 | 3 | 4 | 5>> = {
  ...{ ask: 0, choose: 0, take: 1, answer: 1, approve: 2, finish: 3, survey: 4, over: 5, again: 0 },
};

/** Requests are offered in the desk's room; everything else happens in the direct chat. */
function roomFor(firm: Firm, { step, team }: Next, who: Person): string | undefined {
  const inside = deskOf(firm, team).some(({ id }) => id === who.id);
  return inside && (step === 'take' || step === 'finish') ? roomOf(firm, team) : undefined;
}

/** A room hears the firm's language, a person their own. */
function languageAt(firm: Firm, next: Next, who: Person): Locale {
  return roomFor(firm, next, who) === undefined ? who.locale : firm.locale;
}

/** What is pressed at a step, by its name in the catalogue. */
const buttonOf = { take: 'take', answer: 'answer', approve: 'approve', finish: 'done' } as const;

function sentence(view: View, { service }: Cast, next: Next): string {
  const { step, who } = next;
  const title = cut(next.title, MOST_OF_A_TITLE);
  const { tour } = view.words;
  const name = who?.name ?? '';
  const spoken = who ? languageAt(view.firm, next, who) : view.locale;
  switch (step) {
    case 'ask':
    case 'choose':
      return tour[step](name, service.name[view.locale]);
    case 'take':
    case 'answer':
    case 'approve':
    case 'finish':
      return tour[step](name, title, catalogues[spoken].buttons[buttonOf[step]]);
    case 'survey':
      return tour.survey(name);
    case 'again':
      return tour.again(name, title);
    case 'over':
      return tour.over(askMoment(view));
  }
}

function way(view: View, cast: Cast, next: Next): Html | string {
  const { who, step } = next;
  const { tour } = view.words;
  if (!who) return '';
  const account = accountOf(who);
  const place = roomFor(view.firm, next, who) ?? directChat(account);
  const writes = step === 'ask' || step === 'again';
  const already = account === view.persona.account;
  if (already && place === view.open.chat && !writes) return html`<p class="tour-here">${tour.here}</p>`;
  const say = step === 'ask' ? { say: pageWords[who.locale].tour.phrase(cast.service.name[who.locale]) } : {};
  const label = !already ? tour.go(who.name) : writes ? tour.writeForMe : tour.goThere;
  return html`<a class="button primary" id="tour-go" href="${href(view, { as: account, in: place, ...say })}">${label}</a>`;
}

export function drawTour(view: View, soFar: SoFar): Html | '' {
  const cast = castOf(view.firm, view.locale);
  if (!cast) return '';
  const next = nextStep(view.firm, cast, soFar);
  const at = places[next.step];
  const { tour } = view.words;
  const dots = tour.steps.map((name, index) => {
    const state = index < at ? 'done' : index === at ? 'now' : 'next';
    return html`<li class="step ${state}"${state === 'now' ? html` aria-current="step"` : ''}><span class="step-dot" aria-hidden="true"></span><span>${name}</span></li>`;
  });
  return html`<div class="tour-words"><p class="tour-say"><strong>${tour.title}</strong> ${sentence(view, cast, next)}</p><ol class="steps">${dots}</ol></div>${way(view, cast, next)}<button type="button" class="quiet" id="tour-hide" data-tour-hide aria-label="${tour.hide}">${icon('close')}</button>`;
}
