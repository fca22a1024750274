/** The guide for newcomers: from what exists it works out the next step of the main story and who should take it. */
import { directChat } from '../../bot/platforms/playground/chats.ts';
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import type { RecordRow } from '../../bot/ports/windows.ts';
import { contactsOf, deskOf, type Firm, type Person, type Service } from '../../domain/firm.ts';
import { askMoment } from './clock.ts';
import { roomOf } from './conversations.ts';
import { icon } from './mark.ts';
import { accountOf } from './people.ts';
import { href, type View } from './view.ts';
import { pageWords } from './words.ts';

/** The people of the main story, found in whatever firm is loaded. */
export type Cast = {
  readonly service: Service;
  readonly asker: Person;
  readonly taker: Person;
  readonly contact?: Person;
};

/** A service that needs approval tells the longest story; its desk must have somebody besides the asker. */
export function castOf(firm: Firm): Cast | undefined {
  const services = [...firm.services.values()];
  const service = services.find(({ approval }) => approval !== undefined) ?? services[0];
  if (!service) return undefined;
  const desk = deskOf(firm, service.team);
  const head = firm.departments.get(service.team)?.head;
  const taker = desk.find(({ id }) => id === head) ?? desk[0];
  const staff = [...firm.people.values()].filter(({ kind, id }) => kind === 'staff' && id !== taker?.id);
  const managers = new Set([...firm.clients.values()].flatMap(({ manager }) => (manager ? [manager] : [])));
  const plain = staff.filter(({ roles }) => !roles.includes('management'));
  const asker = plain.find(({ id }) => managers.has(id)) ?? plain[0] ?? staff[0];
  if (!taker || !asker) return undefined;
  const client =
    [...firm.clients.values()].find(({ manager }) => manager === asker.id) ?? [...firm.clients.values()][0];
  const contact = client && contactsOf(firm, client.id)[0];
  return { service, asker, taker, ...(contact && { contact }) };
}

export type Next = {
  /** Index of the step in the strip; 5 when the story is over. */
  readonly step: 0 | 1 | 2 | 3 | 4 | 5;
  readonly who?: Person;
  readonly title: string;
};

const isKind = (row: RecordRow, kind: string, prefix: string): boolean =>
  row.kind === kind || row.number.startsWith(`${prefix}-`);

function person(firm: Firm, id: string | null): Person | undefined {
  return [...firm.people.values()].find((each) => each.id === id || each.name === id);
}

/** `records` newest first. Only the newest request counts: an old one left lying does not hold the guide up. */
export function nextStep(firm: Firm, cast: Cast, records: readonly RecordRow[]): Next {
  const request = records
    .filter((row) => isKind(row, 'request', 'REQ'))
    .reduce<RecordRow | undefined>(
      (newest, row) => (newest && newest.createdAt >= row.createdAt ? newest : row),
      undefined,
    );
  if (!request) return { step: 0, who: cast.asker, title: '' };
  const { title } = request;
  const owner = person(firm, request.owner) ?? cast.taker;
  switch (request.state) {
    case 'new':
    case 'need-info':
      return { step: 1, who: cast.taker, title };
    case 'in-approval': {
      const approval = records.find((row) => isKind(row, 'approval', 'APR') && row.state === 'running');
      return { step: 2, who: person(firm, approval?.owner ?? null) ?? cast.taker, title };
    }
    case 'in-service':
    case 'reopened':
      return { step: 3, who: owner, title };
    case 'done': {
      const survey = records.find(
        (row) => isKind(row, 'survey', 'SUR') && !['answered', 'expired'].includes(row.state),
      );
      const who = survey && (person(firm, survey.owner) ?? cast.contact);
      return who ? { step: 4, who, title } : { step: 5, title };
    }
    default:
      return { step: 5, title };
  }
}

function sentence(view: View, { service }: Cast, { step, who, title }: Next): string {
  const { tour } = view.words;
  const name = who?.name ?? '';
  switch (step) {
    case 0:
      return tour.ask(name, service.name[view.locale]);
    case 1:
      return tour.take(name, title);
    case 2:
      return tour.approve(name, title);
    case 3:
      return tour.finish(name);
    case 4:
      return tour.survey(name);
    case 5:
      return tour.over(askMoment(view));
  }
}

/** Requests are offered in the desk's room; everything else happens in the direct chat. */
function placeOf(firm: Firm, cast: Cast, next: Next, who: Person): string {
  const room = next.step === 1 || next.step === 3 ? roomOf(firm, cast.service.team) : undefined;
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
  if (already && place === view.open.chat && step !== 0) return html`<p class="tour-here">${tour.here}</p>`;
  const say =
    step === 0
      ? { say: pageWords[view.chosen ? view.locale : who.locale].tour.phrase(cast.service.name[who.locale]) }
      : {};
  const label = !already ? tour.go(who.name) : step === 0 ? tour.writeForMe : tour.goThere;
  return html`<a class="button primary" id="tour-go" href="${href(view, { as: account, in: place, ...say })}">${label}</a>`;
}

export function drawTour(view: View, records: readonly RecordRow[]): Html | '' {
  const cast = castOf(view.firm);
  if (!cast) return '';
  const next = nextStep(view.firm, cast, records);
  const { tour } = view.words;
  const dots = tour.steps.map((name, index) => {
    const state = index < next.step ? 'done' : index === next.step ? 'now' : 'next';
    return html`<li class="step ${state}"${state === 'now' ? html` aria-current="step"` : ''}><span class="step-dot" aria-hidden="true"></span><span>${name}</span></li>`;
  });
  return html`<div class="tour-words"><p class="tour-say"><strong>${tour.title}</strong> ${sentence(view, cast, next)}</p><ol class="steps">${dots}</ol></div>${way(view, cast, next)}<button type="button" class="quiet" id="tour-hide" data-tour-hide aria-label="${tour.hide}">${icon('close')}</button>`;
}
