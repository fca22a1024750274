/** Every command there is: the list of what people and the clock can ask. */
import type { AnyCommand } from '../bot/engine/define.ts';
import { absenceBegin } from './absence-begin.ts';
import { absenceEnd } from './absence-end.ts';
import { absenceFinish } from './absence-finish.ts';
import { absencePlan } from './absence-plan.ts';
import { agendaPreview } from './agenda-preview.ts';
import { agendaShow } from './agenda-show.ts';
import { approvalAdd } from './approval-add.ts';
import { approvalApprove } from './approval-approve.ts';
import { approvalApproveSeveral } from './approval-approve-several.ts';
import { approvalComment } from './approval-comment.ts';
import { approvalEscalate } from './approval-escalate.ts';
import { approvalReject } from './approval-reject.ts';
import { approvalRemind } from './approval-remind.ts';
import { approvalSendBack } from './approval-send-back.ts';
import { approvalTransfer } from './approval-transfer.ts';
import { attentionExplain } from './attention-explain.ts';
import { attentionMorning } from './attention-morning.ts';
import { calendarWarn } from './calendar-warn.ts';
import { cardsRenew } from './cards-renew.ts';
import { cardsRepair } from './cards-repair.ts';
import { digestClient } from './digest-client.ts';
import { digestConfirm } from './digest-confirm.ts';
import { digestEdit } from './digest-edit.ts';
import { digestLapse } from './digest-lapse.ts';
import { digestRead } from './digest-read.ts';
import { formCancel } from './form-cancel.ts';
import { helpShow } from './help-show.ts';
import { issueSolve } from './issue-solve.ts';
import { myShow } from './my-show.ts';
import { personLeave } from './person-leave.ts';
import { progressAsk } from './progress-ask.ts';
import { progressDigest } from './progress-digest.ts';
import { progressHistory } from './progress-history.ts';
import { progressMiss } from './progress-miss.ts';
import { progressOpen } from './progress-open.ts';
import { progressPeriod } from './progress-period.ts';
import { progressRemind } from './progress-remind.ts';
import { progressSkip } from './progress-skip.ts';
import { progressSubmit } from './progress-submit.ts';
import { recordShow } from './record-show.ts';
import { requestAnswer } from './request-answer.ts';
import { requestAsk } from './request-ask.ts';
import { requestClose } from './request-close.ts';
import { requestDecline } from './request-decline.ts';
import { requestDone } from './request-done.ts';
import { requestEdit } from './request-edit.ts';
import { requestMissResponse } from './request-miss-response.ts';
import { requestNudge } from './request-nudge.ts';
import { requestReopen } from './request-reopen.ts';
import { requestResume } from './request-resume.ts';
import { requestStart } from './request-start.ts';
import { requestSubmit } from './request-submit.ts';
import { requestTake } from './request-take.ts';
import { requestTriage } from './request-triage.ts';
import { requestWithdraw } from './request-withdraw.ts';
import { slaMark } from './sla-mark.ts';
import { slaShow } from './sla-show.ts';
import { surveyAnswer } from './survey-answer.ts';
import { surveyExpire } from './survey-expire.ts';
import { surveyRemind } from './survey-remind.ts';
import { wordNotYet } from './word-not-yet.ts';
import { wordsSaid } from './words-said.ts';

export const commands: readonly AnyCommand[] = [
  absenceBegin,
  absenceEnd,
  absenceFinish,
  absencePlan,
  agendaPreview,
  agendaShow,
  approvalAdd,
  approvalApprove,
  approvalApproveSeveral,
  approvalComment,
  approvalEscalate,
  approvalReject,
  approvalRemind,
  approvalSendBack,
  approvalTransfer,
  attentionExplain,
  attentionMorning,
  calendarWarn,
  cardsRenew,
  cardsRepair,
  digestClient,
  digestConfirm,
  digestEdit,
  digestLapse,
  digestRead,
  formCancel,
  helpShow,
  issueSolve,
  myShow,
  personLeave,
  progressAsk,
  progressDigest,
  progressHistory,
  progressMiss,
  progressOpen,
  progressPeriod,
  progressRemind,
  progressSkip,
  progressSubmit,
  recordShow,
  requestAnswer,
  requestAsk,
  requestClose,
  requestDecline,
  requestDone,
  requestEdit,
  requestMissResponse,
  requestNudge,
  requestReopen,
  requestResume,
  requestStart,
  requestSubmit,
  requestTake,
  requestTriage,
  requestWithdraw,
  slaMark,
  slaShow,
  surveyAnswer,
  surveyExpire,
  surveyRemind,
  wordNotYet,
  wordsSaid,
] as readonly unknown[] as readonly AnyCommand[];
