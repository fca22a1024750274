/** The forms around a request: asking for a service, changing it, and the desk's questions and reasons. */
import type { Client, Firm, IntakeField, Person, Service } from '../../domain/firm.ts';
import type { ServiceId } from '../../domain/ids.ts';
import { deskOf } from '../../domain/firm.ts';
import { type Answers, MOST_TITLE, MOST_WORDS, titleFrom } from '../../domain/intake.ts';
import { levels, weightFor } from '../../domain/priority.ts';
import type { Request } from '../../domain/request-state.ts';
import { mayViewRequest } from '../../domain/visibility.ts';
import type { Intent } from '../intents/intent.ts';
import { TITLE_FIELD } from '../intents/request-fields.ts';
import {
  AskForInfo,
  DeclineRequest,
  EditRequest,
  GiveInfo,
  SubmitRequest,
  TriageRequest,
} from '../intents/request-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Field, Form, Message } from './card.ts';
import { button, clientField, sitsAtDesk, wordsField } from './parts.ts';
import { type AnyPicture, picture, type Scene } from './picture.ts';

/** A form that stands in a chat, with the button that opens it where the chat cannot hold inputs. */
function standing(form: Form, label: string): Message {
  return { type: 'form', form, open: { label, wish: form.submit.wish, look: 'primary' } };
}

function ask(field: IntakeField, words: Words, answers: Answers): Field {
  const base = { id: field.id, label: words.of(field.label), required: field.required };
  const known = answers[field.id];
  switch (field.type) {
    case 'number':
      return {
        ...base,
        type: 'number',
        ...(field.min === undefined ? {} : { min: field.min }),
        ...(field.max === undefined ? {} : { max: field.max }),
        ...(typeof known === 'number' ? { value: known } : {}),
      };
    case 'choice':
      return {
        ...base,
        type: 'choice',
        options: field.options.map((option) => ({ value: option, label: option })),
        ...(known === undefined ? {} : { value: String(known) }),
      };
    case 'date':
      return { ...base, type: 'date', ...(known === undefined ? {} : { value: String(known) }) };
    case 'text':
    case 'long-text':
      return {
        ...base,
        type: field.type,
        maxLength: MOST_WORDS,
        ...(known === undefined ? {} : { value: String(known) }),
      };
  }
}

function titleField(words: Words, value: string): Field {
  const filledWith = value === '' ? {} : { value };
  return {
    id: TITLE_FIELD,
    label: words.text.fields.title,
    required: true,
    type: 'text',
    maxLength: MOST_TITLE,
    ...filledWith,
  };
}

type Intake = { readonly service: Service; readonly title: string; readonly clients: readonly Client[] };

export const requestForm = picture<Intake>({
  load: async ({ ref, firm }) => {
    const service = firm.services.get(ref.of as ServiceId);
    const clients = service?.internal ? [] : [...firm.clients.values()];
    return service && { service, title: titleFrom(ref.input?.['title'] ?? ''), clients };
  },
  draw: ({ service, title, clients }, words, { person }) => {
    const input = { service: service.id, title };
    const client = clientField(words, clients, person);
    const form: Form = {
      title: words.text.card.formRequest(words.of(service.name)),
      summary: words.text.card.formRequest(words.of(service.name)),
      fields: [
        titleField(words, title),
        ...service.fields.map((field) => ask(field, words, {})),
        ...(client ? [client] : []),
      ],
      submit: button(words, 'submit', SubmitRequest, input, 'primary'),
    };
    return standing(form, words.text.buttons.fillIn);
  },
});

type Editing = { readonly request: Request; readonly firm: Firm };

async function editing({ ref, records, firm, viewer }: Scene): Promise<Editing | undefined> {
  const request = await records.find('request', ref.of);
  return request && viewer.person && mayViewRequest(request, viewer.person, firm) ? { request, firm } : undefined;
}

export const requestEditForm = picture<Editing>({
  load: editing,
  draw: ({ request, firm }, words) => {
    const input = { request: request.number };
    const { formEdit, formRevise } = words.text.card;
    const heading = (request.status === 'returned' ? formRevise : formEdit)(request.number);
    const form: Form = {
      title: heading,
      summary: heading,
      fields: [
        titleField(words, request.title),
        ...(firm.services.get(request.service)?.fields ?? []).map((field) => ask(field, words, request.answers)),
      ],
      submit: button(words, 'submit', EditRequest, input, 'primary'),
    };
    return standing(form, words.text.buttons.edit);
  },
});

type OneField = {
  readonly intent: Intent;
  readonly title: (words: Words, number: string) => string;
  readonly field: (words: Words) => Field;
  readonly open: 'ask' | 'answer' | 'decline';
  readonly intro?: (request: Request) => readonly Block[];
};

function oneFieldForm({ intent, title, field, open, intro }: OneField): AnyPicture {
  return picture<Editing>({
    load: editing,
    draw: ({ request }, words) => {
      const input = { request: request.number };
      const heading = title(words, request.number);
      const form: Form = {
        title: heading,
        summary: heading,
        intro: [{ type: 'paragraph', text: [{ strong: request.title }] }, ...(intro?.(request) ?? [])],
        fields: [field(words)],
        submit: button(words, 'submit', intent, input, 'primary'),
      };
      return standing(form, words.text.buttons[open]);
    },
  });
}

export const askForm = oneFieldForm({
  intent: AskForInfo,
  title: (words, number) => words.text.card.formAsk(number),
  field: (words) => wordsField(words, 'question', true),
  open: 'ask',
});

export const answerForm = oneFieldForm({
  intent: GiveInfo,
  title: (words, number) => words.text.card.formAnswer(number),
  field: (words) => wordsField(words, 'answer', true),
  open: 'answer',
  intro: ({ exchanges }) => exchanges.slice(-1).map(({ question }) => ({ type: 'quote', text: question })),
});

export const declineForm = oneFieldForm({
  intent: DeclineRequest,
  title: (words, number) => words.text.card.formDecline(number),
  field: (words) => wordsField(words, 'reason', true),
  open: 'decline',
});

function ownerField(request: Request, people: readonly Person[], words: Words): Field | undefined {
  if (!('owner' in request) || people.length === 0) return undefined;
  return {
    id: 'owner',
    label: words.text.fields.owner,
    required: false,
    type: 'choice',
    options: people.map(({ id, name }) => ({ value: id, label: name })),
    value: request.owner,
  };
}

/** What it was weighed as, or what its priority comes to. */
function levelField(id: 'impact' | 'urgency', request: Request, words: Words): Field {
  return {
    ...{ id, label: words.text.fields[id], required: true, type: 'choice' },
    options: levels.map((level) => ({ value: level, label: words.text.levels[level] })),
    value: (request.weight ?? weightFor(request.priority))[id],
  };
}

export const triageForm = picture<Editing>({
  // How urgent the desk finds it is the desk's own word.
  load: async (scene) => {
    const data = await editing(scene);
    return data && sitsAtDesk(scene.firm, data.request.team, scene.viewer.person) ? data : undefined;
  },
  draw: ({ request, firm }, words) => {
    const owner = ownerField(request, deskOf(firm, request.team), words);
    const input = { request: request.number };
    const form: Form = {
      title: words.text.card.formTriage(request.number),
      summary: words.text.card.formTriage(request.number),
      intro: [{ type: 'paragraph', text: [{ strong: request.title }] }],
      fields: [levelField('impact', request, words), levelField('urgency', request, words), ...(owner ? [owner] : [])],
      submit: button(words, 'submit', TriageRequest, input, 'primary'),
    };
    return standing(form, words.text.buttons.triage);
  },
});
