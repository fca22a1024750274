/** An absence as a card, and the form to plan one. */
import { type Absence, isOpen, kindsOf, standInFor } from '../../domain/absence.ts';
import type { Firm, Person } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { mayViewAbsence } from '../../domain/visibility.ts';
import { EndAbsence, PlanAbsence } from '../intents/absence-intents.ts';
import type { Words } from '../text/words.ts';
import { colleagues } from './approval-forms.ts';
import type { Card, Form, Tone } from './card.ts';
import { button, buttons, fact, facts, subtitle } from './parts.ts';
import { picture, type Viewer } from './picture.ts';

type Data = { readonly absence: Absence; readonly firm: Firm };

const tones: Readonly<Record<Absence['status'], Tone>> = {
  planned: 'info',
  away: 'warning',
  over: 'muted',
  cancelled: 'muted',
};

function spoken(absence: Absence, speaks: PersonId, firm: Firm, words: Words): string {
  const { kinds } = kindsOf(absence, firm);
  const name = words.name(speaks);
  return kinds === undefined ? name : words.text.card.onlyThese(name, words.list(kinds.map(words.of)));
}

function draw({ absence, firm }: Data, words: Words, { person }: Viewer): Card {
  const { number, status, fromDay, untilDay, delegate } = absence;
  const { card, facts: label, states } = words.text;
  const state = states.absence[status];
  const name = words.name(absence.person);
  // Whoever was named may be away as well: then somebody else speaks.
  const speaks =
    status === 'away' ? (standInFor(absence.person, absence.person, firm, absence.only?.[0]) ?? delegate) : delegate;
  return {
    title: card.absenceTitle(name),
    subtitle: subtitle(number, state),
    tone: tones[status],
    summary: card.absenceSummary(name, fromDay, untilDay),
    blocks: [
      facts(
        fact(label.days, [fromDay === untilDay ? fromDay : `${fromDay} – ${untilDay}`]),
        fact(label.delegate, speaks === undefined ? undefined : [spoken(absence, speaks, firm, words)]),
      ),
      ...(person?.id === absence.person && isOpen(absence)
        ? buttons(button(words, status === 'away' ? 'back' : 'cancelAbsence', EndAbsence, { absence: number }))
        : []),
    ],
  };
}

export const absenceCard = picture<Data>({
  load: async ({ ref, records, firm, viewer }) => {
    const absence = await records.find('absence', ref.of);
    return absence && viewer.person && mayViewAbsence(absence, viewer.person, firm) ? { absence, firm } : undefined;
  },
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});

export const absenceForm = picture<{ readonly person: Person; readonly firm: Firm }>({
  load: async ({ ref, firm, viewer }) => {
    const person = firm.people.get(ref.of as PersonId);
    return person && viewer.person?.id === person.id ? { person, firm } : undefined;
  },
  draw: ({ person, firm }, words) => {
    const { card, fields, buttons: label } = words.text;
    const form: Form = {
      title: card.formAbsence,
      summary: card.formAbsence,
      fields: [
        { id: 'from', label: fields.from, required: true, type: 'date' },
        { id: 'until', label: fields.until, required: true, type: 'date' },
        { ...colleagues(['delegate', 'delegate'], firm, [person.id], person, words), required: false },
        { id: 'only', label: fields.only, hint: card.onlyHint, required: false, type: 'text', maxLength: 200 },
      ],
      submit: button(words, 'submit', PlanAbsence, {}, 'primary'),
    };
    return { type: 'form', form, open: { label: label.fillIn, wish: form.submit.wish, look: 'primary' } };
  },
});
