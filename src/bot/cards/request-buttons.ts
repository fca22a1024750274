/** Which buttons a request's card carries, for whom and when: one table. */
import { deskOf, type Firm } from '../../domain/firm.ts';
import type { Request, RequestStatus } from '../../domain/request-state.ts';
import { CommentApproval } from '../intents/approval-intents.ts';
import type { Intent } from '../intents/intent.ts';
import {
  AskForInfo,
  DeclineRequest,
  EditRequest,
  GiveInfo,
  MarkRequestDone,
  NudgeRequest,
  ReopenRequest,
  ResumeRequest,
  TakeRequest,
  TriageRequest,
  WithdrawRequest,
} from '../intents/request-intents.ts';
import type { ButtonName } from '../text/catalogue.ts';
import type { Words } from '../text/words.ts';
import type { Block, Button } from './card.ts';
import { button, buttons, sitsAtDesk } from './parts.ts';
import type { Viewer } from './picture.ts';

type Whose = 'desk' | 'requester' | 'reviser' | 'either';
type Rule = readonly [ButtonName, Intent, Whose, readonly RequestStatus[], Button['look']?];

/** In the order in which they stand on the card. */
const rules: readonly Rule[] = [
  ['take', TakeRequest, 'desk', ['new', 'need-info'], 'primary'],
  ['ask', AskForInfo, 'desk', ['new']],
  ['decline', DeclineRequest, 'desk', ['new', 'need-info'], 'danger'],
  ['done', MarkRequestDone, 'desk', ['in-service', 'reopened'], 'primary'],
  ['resume', ResumeRequest, 'desk', ['waiting'], 'primary'],
  ['ask', AskForInfo, 'desk', ['in-service', 'reopened']],
  ['triage', TriageRequest, 'desk', ['new', 'need-info', 'in-service', 'waiting', 'reopened']],
  ['answer', GiveInfo, 'requester', ['need-info', 'waiting'], 'primary'],
  ['nudge', NudgeRequest, 'requester', ['new', 'in-approval', 'in-service', 'reopened']],
  ['revise', EditRequest, 'reviser', ['returned'], 'primary'],
  ['edit', EditRequest, 'requester', ['new', 'need-info']],
  [
    ...(['withdraw', WithdrawRequest, 'requester'] as const),
    ['new', 'need-info', 'in-approval', 'returned', 'in-service', 'waiting', 'reopened'],
  ],
  ['reopen', ReopenRequest, 'either', ['done', 'closed']],
];

/** Somebody of the desk who asks for its service waits like everybody else, unless there is nobody else or it is theirs already. */
function worksAlone(request: Request, firm: Firm): boolean {
  return ('owner' in request && request.owner === request.askedBy) || deskOf(firm, request.team).length === 1;
}

export function requestButtons(request: Request, firm: Firm, words: Words, { person }: Viewer): readonly Block[] {
  const requester = person?.id === request.askedBy;
  // A room is the desk's own: its buttons are drawn for everyone there, and every press is judged by who pressed.
  const atDesk = sitsAtDesk(firm, request.team, person) && (!requester || worksAlone(request, firm));
  const desk = person === undefined || atDesk;
  const reviser = 'holder' in request && request.holder === person?.id;
  const theirs: Readonly<Record<Whose, boolean>> = { desk, requester, reviser, either: desk || requester };
  // Questions of an approver are answered where whoever asked sees their request.
  const comments = requester && person.kind === 'staff' && request.status === 'in-approval';
  return buttons(
    ...rules
      .filter(([, , whose, when]) => theirs[whose] && when.includes(request.status))
      .map(([name, intent, , , look]) => button(words, name, intent, { request: request.number }, look)),
    comments ? button(words, 'comment', CommentApproval, { approval: request.approval }) : undefined,
  );
}
