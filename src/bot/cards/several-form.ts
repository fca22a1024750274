/** Several approvals on one form: each is chosen for itself, and decided for itself. */
import type { Approval } from '../../domain/approval/approval-state.ts';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { ApproveSeveral } from '../intents/approval-intents.ts';
import type { Words } from '../text/words.ts';
import { shownBy } from './approval-buttons.ts';
import type { Field, Wish } from './card.ts';
import { button } from './parts.ts';
import { picture } from './picture.ts';
import { shown } from './request-card.ts';

/** As many as can be judged on a phone, and named under one button. */
const MOST_LINES = 10;

type Data = { readonly approvals: readonly Approval[]; readonly person: PersonId; readonly firm: Firm };

/** `revision/stage/place`: what the form shows of an approval, for its button to carry. */
function shownText(approval: Approval, person: PersonId): string {
  const { revision = '', stage = '', place = '' } = shownBy(approval, person) ?? {};
  return [revision, stage, place].join('/');
}

/** Who asks, for what, and the short answers: enough to know it again. */
function gist({ requester, payload }: Approval, firm: Firm, words: Words): string {
  const service = firm.services.get(payload.service);
  const short = (service?.fields ?? []).filter(({ type }) => type !== 'long-text');
  const answers = short.flatMap(({ id, label }) => {
    const value = payload.answers[id];
    return value === undefined ? [] : [`${words.of(label)} ${shown(value, words)}`];
  });
  return [words.name(requester), ...(service ? [words.of(service.name)] : []), ...answers].join(' · ');
}

function lineFor(approval: Approval, { firm }: Data, words: Words): Field {
  const { thens } = words.text.card;
  return {
    ...{ id: approval.number, label: `${approval.number} · ${approval.title}`, hint: gist(approval, firm, words) },
    ...{ required: true, type: 'scale', value: 'later' },
    options: [
      { value: 'approve', label: thens.approve },
      { value: 'later', label: thens.later },
    ],
  };
}

export const severalForm = picture<Data>({
  load: async ({ ref, firm, records, viewer }) => {
    const person = viewer.person?.id;
    if (person === undefined || person !== ref.of) return undefined;
    const held = await records.approvalsHeldBy(person);
    return { approvals: held.filter((one) => shownBy(one, person) !== undefined), person, firm };
  },
  draw: (data, words) => {
    const { card } = words.text;
    const first = data.approvals.slice(0, MOST_LINES);
    const rest = data.approvals.length - first.length;
    const input: Wish['input'] = Object.fromEntries(first.map((one) => [one.number, shownText(one, data.person)]));
    const submit = button(words, 'submit', ApproveSeveral, input, 'primary');
    return {
      type: 'form',
      form: {
        ...{ title: card.formSeveral, summary: card.formSeveral },
        intro: [
          { type: 'paragraph', text: card.severalIntro },
          ...(rest === 0 ? [] : [{ type: 'aside', text: card.andMore(rest) } as const]),
        ],
        fields: first.map((approval) => lineFor(approval, data, words)),
        submit,
      },
      open: button(words, 'approveSeveral', ApproveSeveral, {}, 'primary'),
    };
  },
});
