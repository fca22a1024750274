/** The clocks of a request or an approval, with their ledgers: what was counted, what was not, and why. */
import { approvalClocks } from '../../domain/approval/approval-clocks.ts';
import type { Approval } from '../../domain/approval/approval-state.ts';
import type { Firm } from '../../domain/firm.ts';
import { calendarOfRequest, clocksOf } from '../../domain/request-clocks.ts';
import type { Request } from '../../domain/request-state.ts';
import { dueAt } from '../../domain/sla.ts';
import { mayViewApproval, mayViewRequest } from '../../domain/visibility.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card } from './card.ts';
import { stateOf, subtitle } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';
import { clockBlocks, type Shown, stateWords } from './sla-lines.ts';

type Data = {
  readonly record: Request | Approval;
  readonly approvals: readonly Approval[];
  readonly firm: Firm;
  readonly now: Date;
};

/** A card holds so many ledgers; of more approvers, the latest are shown. */
const MOST_APPROVERS = 5;

async function load({ ref, records, firm, viewer, now }: Scene): Promise<Data | undefined> {
  const { person } = viewer;
  const approval = await records.find('approval', ref.of);
  const request = await records.find('request', approval?.of ?? ref.of);
  if (!request || !person) return undefined;
  if (approval)
    return mayViewApproval(approval, request, person, firm)
      ? { record: approval, approvals: [approval], firm, now }
      : undefined;
  if (!mayViewRequest(request, person, firm)) return undefined;
  // Who decides, and how long it takes them, is an internal matter.
  const approvals = person.kind === 'staff' ? await records.childrenOf('approval', request.number) : [];
  return { record: request, approvals, firm, now };
}

function ofRequest(request: Request, { firm, now }: Data, words: Words, discreet: boolean): readonly Shown[] {
  const calendar = calendarOfRequest(request, firm);
  return clocksOf(request).map((clock) => ({
    ...{ heading: words.text.card.sla.clocks[clock.kind], clock, calendar, now, discreet },
  }));
}

function dueNow(clock: Shown['clock'], calendar: Shown['calendar'], now: Date): boolean {
  const due = dueAt(clock, calendar);
  return due !== undefined && now >= due;
}

function ofApprovers({ approvals, firm, now }: Data, words: Words): readonly Shown[] {
  return approvals
    .flatMap((approval) => approvalClocks(approval, firm))
    .map(({ stage, person, clock, calendar }) => ({
      heading: words.text.card.sla.approvalOf(words.of(stage), words.name(person)),
      ...{ clock, calendar, now, discreet: false },
    }));
}

function draw(data: Data, words: Words, viewer: Viewer): Card {
  const { record, now } = data;
  const { sla } = words.text.card;
  const discreet = viewer.person?.kind !== 'staff';
  const own = record.kind === 'request' ? ofRequest(record, data, words, discreet) : [];
  const all = ofApprovers(data, words);
  const shown = [...own, ...all.slice(-MOST_APPROVERS)];
  const left = all.length - MOST_APPROVERS;
  const states = shown.map((one) => [one.heading, stateWords(one, words)] as const);
  return {
    title: record.title,
    subtitle: subtitle(record.number, stateOf(record, words, viewer)),
    tone: shown.some(({ clock, calendar }) => dueNow(clock, calendar, now)) ? 'warning' : 'neutral',
    summary: sla.slaSummary(record.number, record.title, states),
    blocks: [
      ...shown.flatMap((one): readonly Block[] => clockBlocks(one, words)),
      ...(left > 0 ? [{ type: 'aside', text: sla.clocksLeftOut(left) } as const] : []),
      ...(shown.length === 0 ? [{ type: 'paragraph', text: sla.nothingPromised } as const] : []),
      { type: 'aside', text: sla.asOf(words.moment(now)) },
    ],
  };
}

export const slaCard = picture<Data>({
  load,
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
