/** Which buttons an approval's card carries, for whom: one table. */
import type { Approval, Running } from '../../domain/approval/approval-state.ts';
import { voicesOf, type Waiting, waitingIn } from '../../domain/approval/line.ts';
import type { PersonId } from '../../domain/ids.ts';
import { AddApprover, Approve, CommentApproval, Reject, SendBack, Transfer } from '../intents/approval-intents.ts';
import type { Intent } from '../intents/intent.ts';
import { EditRequest } from '../intents/request-intents.ts';
import type { ButtonName } from '../text/catalogue.ts';
import type { Words } from '../text/words.ts';
import type { Block, Button, Wish } from './card.ts';
import { button, buttons } from './parts.ts';
import type { Viewer } from './picture.ts';

/** In the order in which they stand on the card. */
const forApprover: readonly (readonly [ButtonName, Intent, Button['look']?])[] = [
  ['approve', Approve, 'primary'],
  ['reject', Reject, 'danger'],
  ['sendBack', SendBack],
  ['transfer', Transfer],
  ['addApprover', AddApprover],
  ['comment', CommentApproval],
];

/** The place this person may speak in now: their own before anybody else's. */
function placeFor(approval: Running, person: PersonId): Waiting | undefined {
  const step = approval.steps[approval.stage];
  const mine = step ? waitingIn(step).filter(({ place }) => voicesOf(place).includes(person)) : [];
  return mine.find(({ place }) => place.person === person) ?? mine[0];
}

/** What a button of this card decides: this revision, this stage, in this place. */
export function shownBy(approval: Approval, person: PersonId | undefined): Wish['input'] | undefined {
  if (approval.status !== 'running' || person === undefined || person === approval.requester) return undefined;
  const at = placeFor(approval, person);
  const { number, stage, revision } = approval;
  return at && { approval: number, stage, revision, place: at.place.person };
}

export function approvalButtons(approval: Approval, words: Words, { person }: Viewer): readonly Block[] {
  const input = shownBy(approval, person?.id);
  if (input) return buttons(...forApprover.map(([name, intent, look]) => button(words, name, intent, input, look)));
  if (person?.id !== approval.advocate) return [];
  if (approval.status === 'returned')
    return buttons(button(words, 'revise', EditRequest, { request: approval.of }, 'primary'));
  if (approval.status !== 'running') return [];
  return buttons(button(words, 'comment', CommentApproval, { approval: approval.number }));
}
