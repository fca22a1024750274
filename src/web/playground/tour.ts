/** The guide for newcomers: the next step of the main story, in a sentence, and the way to where it is done. */
import { directChat } from '../../bot/platforms/playground/chats.ts';
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { deskOf, type Firm, type Person } from '../../domain/firm.ts';
import { type Cast, castOf } from './cast.ts';
import { askMoment } from './clock.ts';
import { roomOf } from './conversations.ts';
import { icon } from './mark.ts';
import { type Next, nextStep, type SoFar } from './next-step.ts';
import { accountOf } from './people.ts';
import { href, type View } from './view.ts';
import { pageWords } from './words.ts';

/** Where in the strip of steps each step stands; 5 is past its end. */
const places: Readonly<Record<Next['step'], 0 | 1 | 2 | 3 | 4 | 5>> = {
  ...{ ask: 0, choose: 0, take: 1, answer: 1, approve: 2, finish: 3, survey: 4, over: 5 },
};

function sentence(view: View, { service }: Cast, { step, who, title }: Next): string {
  const { tour } = view.words;
  const name = who?.name ?? '';
  switch (step) {
    case 'ask':
    case 'choose':
      return tour[step](name, service.name[view.locale]);
    case 'take':
    case 'answer':
    case 'approve':
      return tour[step](name, title);
    case 'finish':
    case 'survey':
      return tour[step](name);
    case 'over':
      return tour.over(askMoment(view));
  }
}

/** Requests are offered in the desk's room; everything else happens in the direct chat. */
function placeOf(firm: Firm, cast: Cast, { step }: Next, who: Person): string {
  const room = step === 'take' || step === 'finish' ? roomOf(firm, cast.service.team) : undefined;
  const inside = deskOf(firm, cast.service.team).some(({ id }) => id === who.id);
  return room !== undefined && inside ? room : directChat(accountOf(who));
}

function way(view: View, cast: Cast, next: Next): Html | string {
  const { who, step } = next;
  const { tour } = view.words;
  if (!who) return '';
  const place = placeOf(view.firm, cast, next, who);
  const account = accountOf(who);
  const already = account === view.persona.account;
  if (already && place === view.open.chat && step !== 'ask') return html`<p class="tour-here">${tour.here}</p>`;
  const say =
    step === 'ask'
      ? { say: pageWords[view.chosen ? view.locale : who.locale].tour.phrase(cast.service.name[who.locale]) }
      : {};
  const label = !already ? tour.go(who.name) : step === 'ask' ? tour.writeForMe : tour.goThere;
  return html`<a class="button primary" id="tour-go" href="${href(view, { as: account, in: place, ...say })}">${label}</a>`;
}

export function drawTour(view: View, soFar: SoFar): Html | '' {
  const cast = castOf(view.firm);
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
