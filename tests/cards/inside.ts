/** A client's request while the firm decides about it, in every way it can: what is said then is said inside. */
import { approve, reject } from '../../src/domain/approval/approval.ts';
import { comment, escalate } from '../../src/domain/approval/care.ts';
import { addApprover, transfer } from '../../src/domain/approval/hands.ts';
import { payloadOf } from '../../src/domain/approval/payload.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import { locales } from '../../src/domain/language.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { giveBack, refuseService, sendAgain, submit, take } from '../../src/domain/request.ts';
import { triage } from '../../src/domain/request-triage.ts';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import { yes } from '../domain/decisions.ts';
import { by, firm, flow, initech, li, max, research, stage, sun, wang, zhao } from '../domain/firm.ts';
import { later, monday, running, submitted } from '../domain/requests.ts';

/** Approved by nobody who ever meets the client, so that their names can come from nowhere else. */
const means = flow(
  ...[sun, zhao].map(({ id }) =>
    stage({
      name: { 'zh-CN': '内部阶段', 'en-US': 'Internal stage' },
      approvers: [{ by: 'person', person: id }],
      dependsOn: [],
    }),
  ),
);

export const request = yes(
  triage(submitted(), by(wang), later(2), firm, { weight: { impact: 'high', urgency: 'high' } }),
);
const waiting = yes(take(request, by(wang), later(10), firm, 'APR-3'));
const asked = running(request, means);
const passed = yes(approve(asked, by(sun), later(60), firm, {}, '内部意见'));
const rejected = yes(reject(passed, by(zhao), later(90), {}, '内部理由'));
const refused = yes(refuseService(waiting, zhao.id, '内部理由', later(90)));
const sentBack = yes(sendBack(passed, by(zhao), later(90), firm, {}, '内部理由'));
const back = yes(giveBack(waiting, zhao.id, wang.id));
const revised = yes(sendAgain(back, by(wang), request.title, { ...request.answers, budget: 1 }));
const anew = { payload: payloadOf(revised), fingerprint: 'of the revision' };
const again = yes(resubmit(sentBack, by(wang), later(120), firm, anew));
const late = { stage: 0, person: sun.id, askedAt: later(10) };
const escalated = yes(escalate(asked, late, later(600), firm));
const handedOver = yes(transfer(asked, by(sun), later(60), firm, {}, zhao.id, '内部意见'));
const oneMore = yes(addApprover(asked, by(sun), later(60), firm, {}, zhao.id, 'before'));
const asking = yes(comment(asked, by(sun), later(60), '内部问题'));
const served = yes(
  triage(yes(take(request, by(wang), later(10), firm)), by(li), later(12), firm, { priority: 'urgent' }),
);
const ofAnother = yes(
  submit({ number: 'REQ-99', title: '别家的项目', service: research, client: initech, answers: {} }, max, monday, firm),
);

/** By how far it is. */
export const states: Readonly<Record<string, readonly AnyRecord[]>> = {
  'while it is new': [request, ofAnother],
  'while it waits for approval': [waiting, asked, ofAnother],
  'once the first approver has spoken': [waiting, passed, ofAnother],
  'once it has been refused': [refused, rejected, ofAnother],
  'while it is sent back': [back, sentBack, ofAnother],
  'once it has been revised': [revised, again, ofAnother],
  'once nobody has decided in time': [waiting, escalated, ofAnother],
  'once it was handed over': [waiting, handedOver, ofAnother],
  'once somebody more is asked': [waiting, oneMore, ofAnother],
  'once an approver has asked about it': [waiting, asking, ofAnother],
  'while it is worked on': [served, ofAnother],
};

/** What only those of the firm may read. */
export const spoken = ['内部', 'Internal stage', 'APR-3', sun.name, zhao.name];
export const urgency = locales.flatMap((locale) => [
  catalogues[locale].priorities.urgent,
  catalogues[locale].facts.priority,
]);
export const another = ['别家的项目', 'Initech', 'REQ-99', max.name];
/** That an approver wants it revised is between them and whoever revises it. */
export const returnedWords = locales.flatMap((locale) => {
  const { request: ofRequest, approval } = catalogues[locale].states;
  return [ofRequest.returned, approval.returned];
});
