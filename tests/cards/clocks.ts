/** Records whose clocks have a story: paused and resumed, reopened, retargeted, decided by several. */
import { approve } from '../../src/domain/approval/approval.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { askForInfo, giveInfo } from '../../src/domain/request-info.ts';
import { markDone, reopen } from '../../src/domain/request.ts';
import { triage } from '../../src/domain/request-triage.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { yes } from '../domain/decisions.ts';
import { ann, by, firm, flow, li, stage, twoStage, wang, zhao } from '../domain/firm.ts';
import { inApproval, inService, later, requestIn, running, submitted } from '../domain/requests.ts';

export type Ledger = {
  readonly title: string;
  readonly of: string;
  readonly records: readonly AnyRecord[];
  readonly now: Date;
};

const asked = yes(askForInfo(inService(), by(wang), later(60), firm, '数据授权到了吗？'));
const answered = yes(giveInfo(asked, by(ann), later(1500), '到了'));
const urgent = yes(triage(answered, by(li), later(1600), firm, { weight: { impact: 'high', urgency: 'high' } }));
const done = yes(markDone(urgent, by(wang), later(4 * 1440), firm));
const reopened = yes(reopen(done, by(ann), later(7 * 1440), firm));

/** Asked and answered so often that nobody wants to read every line. */
const chatty = Array.from({ length: 15 }).reduce<Request>((request, _, n) => {
  const waiting = yes(askForInfo(request, by(wang), later(100 + n * 1440), firm, '再问一次？'));
  return yes(giveInfo(waiting, by(ann), later(160 + n * 1440), '好的'));
}, inService());

const timed = { ...twoStage, escalateAfterMs: 4 * 3_600_000 };
const everybody = {
  ...flow(stage({ approvers: [li, zhao, wang].map(({ id }) => ({ by: 'person', person: id })), rule: 'all' })),
  escalateAfterMs: 3_600_000,
};
const passed = yes(approve(running(submitted(), timed), by(li), later(200), firm, {}));

export const ledgers: readonly Ledger[] = [
  { title: 'nobody has answered', of: 'REQ-7', records: [submitted()], now: later(12) },
  { title: 'half an hour too late', of: 'REQ-7', records: [submitted()], now: later(60) },
  { title: 'the desk waits for the client', of: 'REQ-7', records: [requestIn('waiting')], now: later(3000) },
  { title: 'paused, resumed, urgent, done and reopened', of: 'REQ-7', records: [reopened], now: later(8 * 1440) },
  { title: 'done', of: 'REQ-7', records: [done], now: later(5 * 1440) },
  { title: 'withdrawn', of: 'REQ-7', records: [requestIn('withdrawn')], now: later(60) },
  { title: 'a long ledger is folded', of: 'REQ-7', records: [chatty], now: later(20 * 1440) },
  { title: 'at its second approver', of: 'REQ-7', records: [inApproval(), passed], now: later(400) },
  { title: 'one approval', of: 'APR-3', records: [running(submitted(), everybody), inApproval()], now: later(120) },
  {
    title: 'an approval for which nothing is promised',
    ...{ of: 'APR-3', records: [running(), inApproval()], now: later(120) },
  },
];
