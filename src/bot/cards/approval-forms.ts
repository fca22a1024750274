/** The forms around an approval: reasons, whom to hand it to or to ask as well, remarks. */
import type { Firm, Person } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { peopleIn } from '../../domain/approval/line.ts';
import { AddApprover, CommentApproval, Reject, SendBack, Transfer } from '../intents/approval-intents.ts';
import type { Intent } from '../intents/intent.ts';
import type { ButtonName, FieldName } from '../text/catalogue.ts';
import type { Words } from '../text/words.ts';
import { shownBy } from './approval-buttons.ts';
import { type ApprovalData, loadApproval } from './approval-card.ts';
import type { Button, Field, Form } from './card.ts';
import { button, wordsField } from './parts.ts';
import { type AnyPicture, picture, type Viewer } from './picture.ts';

type Sheet = {
  readonly intent: Intent;
  readonly name: ButtonName;
  readonly look?: Button['look'];
  readonly title: (words: Words, number: string) => string;
  readonly fields: (data: ApprovalData, words: Words, viewer: Viewer) => readonly Field[];
};

function form({ intent, name, look = 'primary', title, fields }: Sheet): AnyPicture {
  return picture<ApprovalData>({
    load: loadApproval,
    draw: (data, words, viewer) => {
      const { approval } = data;
      const heading = title(words, approval.number);
      const input = shownBy(approval, viewer.person?.id) ?? { approval: approval.number };
      const sheet: Form = {
        title: heading,
        summary: heading,
        intro: [{ type: 'paragraph', text: [{ strong: approval.title }] }],
        fields: fields(data, words, viewer),
        submit: button(words, name, intent, input, look),
      };
      return { type: 'form', form: sheet, open: button(words, name, intent, input, look) };
    },
  });
}

type Asked = readonly [id: 'to' | 'where' | 'then' | 'delegate', label: FieldName];

function choice(
  words: Words,
  [id, label]: Asked,
  options: readonly (readonly [value: string, label: string])[],
  value?: string,
): Field {
  return {
    ...{ id, label: words.text.fields[label], required: true, type: 'choice' },
    options: options.map(([one, label]) => ({ value: one, label })),
    ...(value === undefined ? {} : { value }),
  };
}

/** A list longer than this is of no use on a phone, and platforms end theirs at a hundred. */
const MOST_PEOPLE = 100;

/** Colleagues who could be asked, those of the same department first. */
export function colleagues(
  asked: Asked,
  firm: Firm,
  but: readonly PersonId[],
  near: Person | undefined,
  words: Words,
): Field {
  const far = (other: Person): number => (other.department === near?.department ? 0 : 1);
  const people = [...firm.people.values()]
    .filter(({ id, kind }) => kind === 'staff' && !but.includes(id))
    .toSorted((a, b) => far(a) - far(b) || a.name.localeCompare(b.name, words.locale));
  return choice(
    words,
    asked,
    people.slice(0, MOST_PEOPLE).map(({ id, name }) => [id, name]),
  );
}

/** Whom an approver may hand to or ask as well. */
function others(label: FieldName, { approval, firm }: ApprovalData, words: Words, { person }: Viewer): Field {
  const step = approval.status === 'running' ? approval.steps[approval.stage] : undefined;
  const but = [approval.requester, ...(step ? peopleIn(step) : []), ...(person ? [person.id] : [])];
  return colleagues(['to', label], firm, but, person, words);
}

export const rejectForm = form({
  ...{ intent: Reject, name: 'reject', look: 'danger' },
  title: (words, number) => words.text.card.formReject(number),
  fields: (_data, words) => [wordsField(words, 'reason', true)],
});

export const sendBackForm = form({
  ...{ intent: SendBack, name: 'sendBack' },
  title: (words, number) => words.text.card.formSendBack(number),
  fields: ({ approval }, words) => {
    const { card } = words.text;
    const stage = approval.status === 'running' ? approval.stage : 0;
    const earlier = approval.steps
      .slice(0, stage)
      .flatMap(({ fate, stage: { name } }, n) =>
        fate === 'not-needed' ? [] : [[String(n), card.toStage(words.of(name))] as const],
      );
    return [
      choice(
        words,
        ['to', 'sendBackTo'],
        [['requester', card.toReviser(words.name(approval.advocate))], ...earlier],
        'requester',
      ),
      wordsField(words, 'reason', true),
    ];
  },
});

export const transferForm = form({
  ...{ intent: Transfer, name: 'transfer' },
  title: (words, number) => words.text.card.formTransfer(number),
  fields: (data, words, viewer) => [others('transferTo', data, words, viewer), wordsField(words, 'comment', false)],
});

export const addForm = form({
  ...{ intent: AddApprover, name: 'addApprover' },
  title: (words, number) => words.text.card.formAdd(number),
  fields: (data, words, viewer) => {
    const { places } = words.text.card;
    return [
      others('addWhom', data, words, viewer),
      choice(
        words,
        ['where', 'where'],
        [
          ['before', places.before],
          ['after', places.after],
        ],
        'before',
      ),
    ];
  },
});

export const commentForm = form({
  ...{ intent: CommentApproval, name: 'comment' },
  title: (words, number) => words.text.card.formComment(number),
  fields: ({ approval }, words, viewer) => {
    const { thens } = words.text.card;
    const decides = shownBy(approval, viewer.person?.id) !== undefined;
    return [
      wordsField(words, 'comment', true),
      ...(decides
        ? [
            choice(
              words,
              ['then', 'then'],
              [
                ['decide-later', thens.later],
                ['approve', thens.approve],
              ],
              'decide-later',
            ),
          ]
        : []),
    ];
  },
});
