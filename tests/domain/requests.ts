/** A request of Ann's in each of its states, made by the rules themselves. */
import { type Asking, start } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import type { Flow, Person } from '../../src/domain/firm.ts';
import {
  advocateOf,
  beginService,
  close,
  decline,
  giveBack,
  markDone,
  refuseService,
  reopen,
  submit,
  take,
  withdraw,
} from '../../src/domain/request.ts';
import { askForInfo } from '../../src/domain/request-info.ts';
import type { Request, RequestStatus } from '../../src/domain/request-state.ts';
import { ann, by, firm, globex, li, research, twoStage, wang } from './firm.ts';
import { yes } from './decisions.ts';

/** A Monday morning in Shanghai, 10:00. */
export const monday = new Date('2026-11-23T02:00:00Z');

export function later(minutes: number, from: Date = monday): Date {
  return new Date(from.getTime() + minutes * 60_000);
}

export const answers = { background: '华东新能源市场\n<三年>', due: '2026-12-31', budget: 150_000, region: '华东' };

export function submitted(more: { readonly askedBy?: Person; readonly answers?: Request['answers'] } = {}): Request {
  const asker = more.askedBy ?? ann;
  const submission = { number: 'REQ-7', title: '新能源市场调研', service: research, client: globex } as const;
  return yes(submit({ ...submission, answers: more.answers ?? answers }, asker, monday, firm));
}

const number = 'APR-3';

export function inApproval(request: Request = submitted()): Request {
  return yes(take(request, by(wang), later(10), firm, number));
}

export function inService(request: Request = submitted()): Request {
  return yes(take(request, by(wang), later(10), firm));
}

export function done(): Request {
  return yes(markDone(inService(), by(wang), later(300), firm));
}

const makers: Readonly<Record<RequestStatus, () => Request>> = {
  new: () => submitted(),
  'need-info': () => yes(askForInfo(submitted(), by(wang), later(5), firm, '调研范围包括海外吗？')),
  'in-approval': () => inApproval(),
  returned: () => returned(),
  'in-service': () => inService(),
  done,
  waiting: () => yes(askForInfo(inService(), by(wang), later(60), firm, '数据授权到了吗？')),
  reopened: () => yes(reopen(done(), by(ann), later(400), firm)),
  closed: () => yes(close(done(), later(9000))),
  declined: () => yes(decline(submitted(), by(wang), later(5), firm, '本季度排期已满')),
  withdrawn: () => yes(withdraw(submitted(), by(ann), later(5), firm)),
};

export const statuses = Object.keys(makers) as readonly RequestStatus[];

const made = new Map<RequestStatus, Request>();

/** Always the same frozen one: rules never write on what they are given. */
export function requestIn(status: RequestStatus): Request {
  const request = made.get(status) ?? makers[status]();
  made.set(status, request);
  return request;
}

/** Declined because an approver said no: his words are internal. */
export function refusedByApprover(): Request {
  return yes(refuseService(inApproval(), li.id, '利润率太低', later(60)));
}

/** After approval the work began. */
export function begun(): Request {
  return yes(beginService(inApproval(), li.id, later(120), firm));
}

/** What is asked about a request, as its desk asks it. */
export function asking(request: Request = submitted()): Asking {
  const { number: of, askedBy: requester, client } = request;
  return {
    ...{ number, of, requester, advocate: advocateOf({ ...inApproval(request) }, firm), payload: payloadOf(request) },
    ...{ fingerprint: `of ${request.title}`, ...(client === undefined ? {} : { client }) },
  };
}

/** The approval of a request: first the head of the desk, then management because the budget is large. */
export function running(request: Request = submitted(), flow: Flow = twoStage): Approval {
  return yes(start(asking(request), flow, firm, later(10)));
}

/** Sent back by the head of the desk, to be revised. */
export function returned(): Request {
  return yes(giveBack(inApproval(), li.id, wang.id));
}
