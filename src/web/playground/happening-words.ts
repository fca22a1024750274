/** Humane names for events, states and kinds in the side panel; whatever is not named here is shown as it is written. */
import type { Locale } from '../../domain/firm.ts';

type Names = Readonly<Record<string, string>>;
type Happenings = { readonly events: Names; readonly states: Names; readonly kinds: Names; readonly outcomes: Names };

const zh: Happenings = {
  events: {
    'request.submitted': '提交了请求',
    'request.taken': '接手了请求',
    'request.info-asked': '请对方补充信息',
    'request.info-given': '补充了信息',
    'request.triaged': '调整了优先级或负责人',
    'request.edited': '修改了请求',
    'request.declined': '不受理请求',
    'request.withdrawn': '撤回了请求',
    'request.service-began': '进入服务',
    'request.approval-refused': '审批未通过',
    'request.done': '完成了服务',
    'request.reopened': '重新打开',
    'request.closed': '请求已关闭',
    'request.response-missed': '首次响应超时',
    'approval.started': '发起审批',
    'approval.stage-passed': '通过了一级审批',
    'approval.approved': '同意，审批通过',
    'approval.rejected': '驳回了审批',
    'approval.withdrawn': '审批已撤回',
    'progress.asked': '请交周报',
    'progress.reminded': '催交周报',
    'progress.submitted': '提交了周报',
    'progress.skipped': '本周跳过周报',
    'progress.missed': '周报缺交',
    'survey.sent': '发出满意度调查',
    'survey.reminded': '提醒填写调查',
    'survey.answered': '完成了满意度评价',
    'survey.expired': '调查已过期',
  },
  states: {
    new: '待接手',
    'need-info': '待补充',
    'in-approval': '审批中',
    'in-service': '服务中',
    reopened: '重新打开',
    done: '已完成',
    closed: '已关闭',
    declined: '未受理',
    withdrawn: '已撤回',
    running: '审批中',
    approved: '已同意',
    rejected: '已驳回',
    asked: '待提交',
    submitted: '已提交',
    skipped: '已跳过',
    missed: '缺交',
    sent: '已发出',
    answered: '已评价',
    expired: '已过期',
    due: '待办',
    waiting: '排队中',
    sending: '发送中',
    unsure: '待核实',
    dead: '未送达',
  },
  kinds: { request: '请求', approval: '审批', progress: '周报', survey: '调查' },
  outcomes: { done: '已处理', refused: '已婉拒', ignored: '未理会' },
};

const en: Happenings = {
  events: {
    'request.submitted': 'submitted a request',
    'request.taken': 'took the request',
    'request.info-asked': 'asked for more information',
    'request.info-given': 'gave more information',
    'request.triaged': 'changed priority or owner',
    'request.edited': 'edited the request',
    'request.declined': 'declined the request',
    'request.withdrawn': 'withdrew the request',
    'request.service-began': 'service began',
    'request.approval-refused': 'approval was refused',
    'request.done': 'marked it done',
    'request.reopened': 'reopened it',
    'request.closed': 'the request was closed',
    'request.response-missed': 'first response was late',
    'approval.started': 'approval started',
    'approval.stage-passed': 'approved one stage',
    'approval.approved': 'approved it',
    'approval.rejected': 'rejected it',
    'approval.withdrawn': 'approval was withdrawn',
    'progress.asked': 'weekly report asked for',
    'progress.reminded': 'weekly report reminded',
    'progress.submitted': 'filed the weekly report',
    'progress.skipped': 'skipped this week',
    'progress.missed': 'weekly report missed',
    'survey.sent': 'survey sent',
    'survey.reminded': 'survey reminded',
    'survey.answered': 'rated the service',
    'survey.expired': 'survey expired',
  },
  states: {
    new: 'New',
    'need-info': 'Needs information',
    'in-approval': 'In approval',
    'in-service': 'In service',
    reopened: 'Reopened',
    done: 'Done',
    closed: 'Closed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    running: 'In approval',
    approved: 'Approved',
    rejected: 'Rejected',
    asked: 'Waiting',
    submitted: 'Submitted',
    skipped: 'Skipped',
    missed: 'Missed',
    sent: 'Sent',
    answered: 'Answered',
    expired: 'Expired',
    due: 'Due',
    waiting: 'Waiting',
    sending: 'Sending',
    unsure: 'Unsure',
    dead: 'Not delivered',
  },
  kinds: { request: 'Request', approval: 'Approval', progress: 'Weekly report', survey: 'Survey' },
  outcomes: { done: 'done', refused: 'refused', ignored: 'ignored' },
};

const happenings: Readonly<Record<Locale, Happenings>> = { 'zh-CN': zh, 'en-US': en };

/** `progress.remind-due` → `progress · remind due`: readable even where nobody has named it yet. */
const plain = (name: string): string => name.replaceAll('.', ' · ').replaceAll(/[-_]/g, ' ');

const named = (names: Names, name: string): string =>
  Object.hasOwn(names, name) ? (names[name] ?? name) : plain(name);

export const eventWords = (locale: Locale, event: string): string => named(happenings[locale].events, event);
export const stateWords = (locale: Locale, state: string): string => named(happenings[locale].states, state);
export const kindWords = (locale: Locale, kind: string): string => named(happenings[locale].kinds, kind);
export const outcomeWords = (locale: Locale, outcome: string): string => named(happenings[locale].outcomes, outcome);
