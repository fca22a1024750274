/** What each wish does, as a few words: "why did I get this?" and "what will the bot ask?" are answered with them. */
import type { Locale } from '../../domain/language.ts';

type Doing = Readonly<Record<Locale, string>>;

const doing = (zh: string, en: string): Doing => ({ 'zh-CN': zh, 'en-US': en });

/** By the name of the intent; a law holds that none is missing. */
const doings: Readonly<Record<string, Doing>> = {
  'absence.begin': doing('请假开始', 'an absence begins'),
  'absence.end': doing('销假', 'an absence was ended'),
  'absence.finish': doing('请假结束', 'an absence ends'),
  'absence.plan': doing('登记请假', 'an absence was planned'),
  'agenda.preview': doing('预览', 'a preview'),
  'agenda.show': doing('日程', 'the agenda'),
  'approval.add': doing('加签', 'an approver was added'),
  'approval.approve': doing('同意审批', 'an approval was given'),
  'approval.approve-several': doing('批量审批', 'several approvals were given'),
  'approval.comment': doing('审批留言', 'a comment on an approval'),
  'approval.escalate': doing('审批超时升级', 'an approval is escalated'),
  'approval.reject': doing('驳回审批', 'an approval was rejected'),
  'approval.remind': doing('审批提醒', 'a reminder of an approval'),
  'approval.send-back': doing('退回审批', 'an approval was sent back'),
  'approval.transfer': doing('转交审批', 'an approval was transferred'),
  'attention.explain': doing('为何找我', 'why me'),
  'attention.morning': doing('免打扰结束后的汇总', 'what waited until quiet hours were over'),
  'cards.renew': doing('卡片续期', 'cards are renewed'),
  'calendar.warn': doing('提醒补充节假日', 'missing holidays are pointed out'),
  'cards.repair': doing('刷新卡片', 'cards were repaired'),
  'digest.client': doing('发送客户版', 'a client version was sent'),
  'digest.confirm': doing('确认周报汇总', 'a digest was confirmed'),
  'digest.edit': doing('修改周报汇总', 'a digest was edited'),
  'digest.lapse': doing('周报汇总按草稿发出', 'a digest goes out as a draft'),
  'digest.read': doing('查看周报汇总', 'a digest was read'),
  'form.cancel': doing('关闭表单', 'a form was closed'),
  'help.show': doing('帮助', 'help'),
  'issue.solve': doing('解决问题', 'an issue was solved'),
  'my.show': doing('我的事项', 'a personal list'),
  'person.leave': doing('登记离职', 'somebody left'),
  'progress.ask': doing('请填写进展报告', 'a progress report is asked for'),
  'progress.digest': doing('进展汇总', 'a digest of progress'),
  'progress.history': doing('查看进展报告', 'reports were looked at'),
  'progress.miss': doing('进展报告逾期', 'a progress report is missed'),
  'progress.open': doing('打开进展报告', 'a progress report was opened'),
  'progress.period': doing('查看进展报告', 'reports were looked at'),
  'progress.remind': doing('进展报告提醒', 'a reminder of a progress report'),
  'progress.skip': doing('跳过进展报告', 'a progress report was skipped'),
  'progress.submit': doing('提交进展报告', 'a progress report was submitted'),
  'record.show': doing('查询', 'a record was looked up'),
  'request.answer': doing('补充说明', 'a question was answered'),
  'request.ask': doing('要求补充', 'more was asked'),
  'request.close': doing('申请结案', 'a request closes'),
  'request.decline': doing('不受理申请', 'a request was declined'),
  'request.done': doing('完成申请', 'a request was done'),
  'request.edit': doing('修改申请', 'a request was edited'),
  'request.miss-response': doing('首次响应到期', 'a first response is due'),
  'request.nudge': doing('催办', 'a nudge'),
  'request.reopen': doing('重新打开申请', 'a request was reopened'),
  'request.resume': doing('继续处理申请', 'work on a request went on'),
  'request.start': doing('发起申请', 'a request was begun'),
  'request.submit': doing('提交申请', 'a request was submitted'),
  'request.take': doing('接手申请', 'a request was taken'),
  'request.triage': doing('分派申请', 'a request was triaged'),
  'request.withdraw': doing('撤回申请', 'a request was withdrawn'),
  'sla.mark': doing('时限提醒', 'a threshold of a clock'),
  'sla.show': doing('时效', 'the clocks of a record'),
  'survey.answer': doing('答复问卷', 'a survey was answered'),
  'survey.expire': doing('问卷截止', 'a survey expires'),
  'survey.remind': doing('问卷提醒', 'a reminder of a survey'),
  'word.not-yet': doing('尚不支持的指令', 'a word that is not known yet'),
  'words.said': doing('一段对话', 'a conversation'),
};

/** Undefined for what no version of the bot that is known here wishes. */
export function doingOf(intent: string, locale: Locale): string | undefined {
  return doings[intent]?.[locale];
}

/** Why an occurrence was not asked, for people; the rules' own reasons are named as they are. */
const skips: Readonly<Record<string, Doing>> = {
  'too-late': doing('过期太久', 'it came too late'),
  folded: doing('并入下一次', 'folded into the next one'),
  'no-working-day': doing('该周无工作日', 'no working day in that week'),
};

export function skipOf(reason: string, locale: Locale): string | undefined {
  return skips[reason]?.[locale];
}
