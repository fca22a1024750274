/** What anybody may try with a request, in whatever order, and who tries it. */
import fc from 'fast-check';
import type { Person } from '../../src/domain/firm.ts';
import { levels } from '../../src/domain/priority.ts';
import {
  advocateOf,
  beginService,
  close,
  decline,
  edit,
  giveBack,
  markDone,
  refuseService,
  reopen,
  sendAgain,
  take,
  withdraw,
} from '../../src/domain/request.ts';
import { askForInfo, giveInfo, resume } from '../../src/domain/request-info.ts';
import { markReached } from '../../src/domain/request-marks.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { triage } from '../../src/domain/request-triage.ts';
import { by, clock, everyone, firm, li, wang, ann } from './firm.ts';

const makes = [
  'take',
  'take-with-approval',
  'ask',
  'answer',
  'decline',
  'triage',
  'edit',
  'withdraw',
  'send-again',
  'done',
  'reopen',
  'resume',
] as const;
const clocks = ['begin-service', 'refuse-service', 'give-back', 'close', 'mark'] as const;
type Name = (typeof makes)[number] | (typeof clocks)[number];
export type Move = {
  readonly name: Name;
  readonly who: Person | undefined;
  readonly words: string;
  readonly owner: Person;
  readonly impact: (typeof levels)[number];
};

const words = fc.constantFrom('', ' \u200b', 'words', '  因为 <b> ');
const person = fc.constantFrom(...everyone);
export const move: fc.Arbitrary<Move> = fc.record({
  // Most moves are tried by somebody who may, so that stories get far.
  name: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...makes) }, fc.constantFrom(...clocks)),
  who: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(wang, li, ann) }, person, fc.constant(undefined)),
  words,
  owner: fc.oneof(fc.constantFrom(wang, li), person),
  impact: fc.constantFrom(...levels),
});

export function does({ name, who, words: said, owner, impact }: Move, request: Request, now: Date) {
  const actor = who ? by(who) : clock;
  switch (name) {
    case 'take':
      return take(request, actor, now, firm);
    case 'take-with-approval':
      return take(request, actor, now, firm, 'APR-3');
    case 'ask':
      return askForInfo(request, actor, now, firm, said);
    case 'answer':
      return giveInfo(request, actor, now, said);
    case 'decline':
      return decline(request, actor, now, firm, said);
    case 'triage':
      return triage(request, actor, now, firm, { weight: { impact, urgency: 'high' }, owner: owner.id });
    case 'edit':
      return edit(request, actor, 'another title', { background: said });
    case 'withdraw':
      return withdraw(request, actor, now, firm);
    case 'done':
      return markDone(request, actor, now, firm);
    case 'reopen':
      return reopen(request, actor, now, firm);
    case 'resume':
      return resume(request, actor, now, firm);
    case 'begin-service':
      return beginService(request, li.id, now, firm);
    case 'refuse-service':
      return refuseService(request, li.id, 'because', now);
    case 'give-back':
      return giveBack(request, li.id, advocateOf(request, firm));
    case 'send-again':
      return sendAgain(request, actor, 'yet another title', { background: said });
    case 'close':
      return close(request, now);
    case 'mark':
      return markReached(request, now, firm);
  }
}
