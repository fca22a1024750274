/** 中文。简短、有礼、处处一致；简体。 */

import type { ReportNamed } from '../../domain/progress.ts';
import type { Template } from '../../domain/project.ts';
import type { Catalogue, Speech } from './catalogue.ts';
import { line } from './line.ts';

const q = (title: string): string => `「${title}」`;

/** 与 line 相同，但结果是一段文字：汉字与西文之间留空格，汉字之间不留。 */
const said = (strings: TemplateStringsArray, ...blanks: readonly string[]): string =>
  line(strings, ...blanks)
    .filter((span) => typeof span === 'string')
    .join('');

const daysOf = (from: string, until: string): string => (from === until ? from : `${from} 至 ${until}`);

type OneReport = { readonly template?: Template; readonly week: string; readonly project?: string | undefined };

const templates = { weekly: '周报', daily: '日报', milestone: '里程碑报告' } as const;

/** `2026-W48 的周报`，项目的写作 `2026-W48 的「新零售」周报`。 */
function ofProject({ template = 'weekly', week, project }: OneReport): string {
  return said`${week}的${project === undefined ? '' : q(project)}${templates[template]}`;
}

function called({ week, ...report }: ReportNamed, { of }: Speech): string {
  return ofProject({ ...report, week: typeof week === 'string' ? week : of(week) });
}
/** 汇总各部分的名称，与周报的提问一致。 */
const parts = {
  summary: '小结',
  blocked: '阻碍',
  risk: '风险',
  done: '本周完成',
  next: '下周计划',
} as const;

export const zhCn: Catalogue = {
  someone: '某位同事',
  buttons: {
    take: '接手',
    ask: '需补充',
    decline: '不受理',
    triage: '分派',
    approve: '同意',
    reject: '驳回',
    sendBack: '退回',
    transfer: '转交',
    addApprover: '加签',
    comment: '留言',
    approveSeveral: '批量审批',
    revise: '修改',
    away: '请假',
    back: '销假',
    cancelAbsence: '取消请假',
    nudge: '催办',
    withdraw: '撤回',
    edit: '修改',
    answer: '补充说明',
    resume: '继续',
    done: '完成',
    reopen: '重新打开',
    submit: '提交',
    skip: '本周跳过',
    skipToday: '今日跳过',
    open: '打开',
    view: '查看',
    newRequest: '新申请',
    myList: '我的事项',
    report: '周报',
    helpMe: '帮助',
    makeRequest: '转为申请',
    fillIn: '填写',
    answerSurvey: '去评价',
    changeReport: '修改',
    preview: '下周预览',
    confirmSend: '确认发送',
    saveDraft: '保存',
    clientVersion: '客户版',
    confirmClient: '确认发送给客户',
    readAll: '查看全文',
    solved: '已解决',
  },
  fields: {
    title: '标题',
    reason: '原因',
    question: '问题',
    answer: '补充内容',
    client: '客户',
    priority: '优先级',
    impact: '影响范围',
    urgency: '紧急程度',
    owner: '负责人',
    done: '本周完成',
    next: '下周计划',
    blocked: '阻碍',
    risk: '风险',
    health: '健康度',
    doneToday: '今日完成',
    nextDay: '明日计划',
    result: '成果',
    deviations: '与计划的偏差',
    nextStep: '下一步计划',
    summary: '小结',
    comment: '意见',
    sendBackTo: '退回给',
    transferTo: '转交给',
    addWhom: '加签人',
    where: '审批顺序',
    from: '开始日期',
    until: '结束日期',
    delegate: '代理人',
    only: '仅代理这些服务',
    then: '决定',
  },
  facts: {
    service: '服务',
    askedBy: '申请人',
    client: '客户',
    priority: '优先级',
    owner: '负责人',
    responseDue: '首次响应时限',
    dueBy: '完成时限',
    target: '目标',
    used: '已用',
    left: '剩余',
    due: '到期',
    over: '超出',
    submitted: '提交时间',
    next: '下一步',
    request: '申请',
    state: '状态',
    decidedBy: '审批人',
    days: '日期',
    delegate: '代理人',
    confirmed: '确认人',
    clientVersion: '客户版',
    reportedBy: '报告人',
    report: '周报',
  },
  states: {
    request: {
      new: '待受理',
      'need-info': '待补充',
      'in-approval': '审批中',
      returned: '待修改',
      'in-service': '服务中',
      waiting: '等待补充',
      reopened: '已重新打开',
      done: '已完成',
      closed: '已关闭',
      declined: '不受理',
      withdrawn: '已撤回',
    },
    approval: { running: '待审批', returned: '已退回', approved: '已同意', rejected: '已驳回', withdrawn: '已撤回' },
    progress: { asked: '待填写', submitted: '已提交', skipped: '已跳过', missed: '未提交', excused: '免交' },
    survey: { sent: '待评价', answered: '已评价', expired: '已过期' },
    absence: { planned: '已登记', away: '请假中', over: '已结束', cancelled: '已取消' },
    digest: { drafting: '待确认', sent: '已发送' },
    issue: { open: '待解决', solved: '已解决', dropped: '已撤销' },
    risk: { draft: '草稿', dropped: '已撤销' },
  },
  priorities: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
  levels: { low: '小', medium: '中', high: '大' },
  healths: { 'on-track': '正常', 'at-risk': '有风险', 'off-track': '偏离' },
  templates,
  dimensions: { quality: '服务质量', result: '项目成果', attitude: '服务态度', communication: '沟通协作' },
  grades: ['1 非常不满意', '2 不满意', '3 一般', '4 满意', '5 非常满意'],
  notices: {
    'request.recorded': ({ number, responseDueAt }, { moment }) =>
      line`已登记为 ${number}，服务台将在 ${moment(responseDueAt)} 前答复您。`,
    'request.taken-by-you': ({ number }) => line`${number} 已由您接手。`,
    'request.taken': ({ number, title, by }, { name }) => line`${name(by)} 已接手 ${number}${q(title)}。`,
    'request.info-wanted': ({ number, title, by, question }, { name }) =>
      line`${name(by)} 想进一步了解 ${number}${q(title)}：${question}`,
    'request.info-asked': ({ number }) => line`已就 ${number} 向申请人提问。`,
    'request.info-given': ({ number, title, by, answer }, { name }) =>
      line`${name(by)} 补充了 ${number}${q(title)}：${answer}`,
    'request.info-sent': ({ number }) => line`谢谢，服务台已收到您对 ${number} 的补充。`,
    'request.triaged': ({ number }) => line`${number} 已更新。`,
    'request.handed-to-you': ({ number, title, by }, { name }) => line`${name(by)} 将 ${number}${q(title)}转给了您。`,
    'request.edited': ({ number }) => line`${number} 已修改。`,
    'request.declined': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} 未能受理 ${number}${q(title)}：${reason}`,
    'request.declined-by-you': ({ number }) => line`${number} 已不受理，原因已告知申请人。`,
    'request.approval-refused': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} 驳回了 ${number}${q(title)}：${reason}`,
    'request.refused-for-client': ({ number, title }) =>
      line`很抱歉，${number}${q(title)}暂时无法开展，您的客户经理会向您说明详情。`,
    'request.withdrawn': ({ number, title, by }, { name }) => line`${name(by)} 撤回了 ${number}${q(title)}。`,
    'request.withdrawn-by-you': ({ number }) => line`${number} 已撤回。`,
    'request.service-began': ({ number, title, dueAt }, { date }) =>
      dueAt
        ? line`${number}${q(title)}已开始服务，预计 ${date(dueAt)} 前完成。`
        : line`${number}${q(title)}已开始服务。`,
    'request.done': ({ number, title, by }, { name }) => line`${name(by)} 已完成 ${number}${q(title)}。`,
    'request.done-by-you': ({ number }) => line`${number} 已标记为完成，辛苦了。`,
    'request.reopened': ({ number, title, by }, { name }) => line`${name(by)} 重新打开了 ${number}${q(title)}。`,
    'request.reopened-by-you': ({ number }) => line`${number} 已重新打开。`,
    'request.resumed': ({ number, title, by }, { name }) => line`${name(by)} 已继续处理 ${number}${q(title)}。`,
    'request.resumed-by-you': ({ number }) => line`${number} 已继续，完成时限恢复计时。`,
    'sla.marks': ({ marks, more }, { moment }) => {
      const named = marks.map(({ number, title, clock, percent, dueAt }) => {
        const which = line`${number}${q(title)}`;
        if (percent === 100)
          return clock === 'response' ? [...which, '尚无人接手，已超过首次响应时限。'] : [...which, '已超过完成时限。'];
        return clock === 'response'
          ? line`${number}${q(title)}的首次响应时限已用 ${String(percent)}%，请于 ${moment(dueAt)} 前答复。`
          : line`${number}${q(title)}的完成时限已用 ${String(percent)}%，应于 ${moment(dueAt)} 前完成。`;
      });
      const rest = more > 0 ? [line`另有 ${String(more)} 项时限到点。`] : [];
      return [...named, ...rest].flatMap((one, n) => (n === 0 ? one : ['\n', ...one]));
    },
    'request.nudged': ({ number, title, by }, { name }) =>
      line`${name(by)} 正在等待 ${number}${q(title)}，请您抽空处理。`,
    'request.nudged-by-you': ({ number, people }, { names }) =>
      people.length === 0 ? line`已就 ${number} 提醒审批人员。` : line`已就 ${number} 提醒${names(people)}。`,
    'request.resubmitted-by-you': ({ number }) => line`${number} 已重新提交审批。`,
    'approval.you-approved': ({ number }) => line`您已同意 ${number}。`,
    'approval.several-done': ({ approved, refused }) =>
      refused === 0
        ? line`已同意 ${String(approved)} 项。`
        : line`已同意 ${String(approved)} 项，${String(refused)} 项未能同意。`,
    'approval.several': ({ results }, { why }) =>
      results.flatMap(({ number, title, refusal }, n) => [
        ...(n === 0 ? [] : ['\n']),
        ...line`${refusal === undefined ? '✓' : '×'} ${number}${title === undefined ? '' : q(title)}：`,
        ...(refusal === undefined ? ['已同意。'] : why(refusal)),
      ]),
    'approval.you-rejected': ({ number }) => line`您已驳回 ${number}，原因已告知申请人。`,
    'approval.you-opposed': ({ number }) => line`已记录您对 ${number} 的不同意见，其他审批人继续审批。`,
    'approval.you-sent-back': ({ number }) => line`您已退回 ${number}，原因已告知对方。`,
    'approval.you-transferred': ({ number, people }, { names }) => line`${number} 已转交${names(people)}。`,
    'approval.you-added': ({ number, people }, { names }) => line`已请${names(people)}参与审批 ${number}。`,
    'approval.you-commented': ({ number }) => line`您对 ${number} 的留言已送达。`,
    'approval.sent-back': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} 退回了 ${number}${q(title)}，请修改后重新提交：${reason}`,
    'approval.sent-back-to-stage': ({ number, title, by, reason }, { name }) =>
      line`${name(by)} 请您重新审批 ${number}${q(title)}：${reason}`,
    'approval.asked-again': ({ number, title, by }, { name }) =>
      line`${name(by)} 重新提交了 ${number}${q(title)}，请您审批。`,
    'approval.handed-to-you': ({ number, title, by }, { name }) =>
      line`${name(by)} 将 ${number}${q(title)}转交您审批。`,
    'approval.you-were-added': ({ number, title, by }, { name }) =>
      line`${name(by)} 请您参与审批 ${number}${q(title)}。`,
    'approval.comment': ({ number, title, by, comment }, { name }) =>
      line`${name(by)} 就 ${number}${q(title)}留言：${comment}`,
    'approval.reminder': ({ number, title }) => line`温馨提醒：${number}${q(title)}正在等您审批。`,
    'approval.escalated': ({ number, title, from }, { name }) =>
      line`${number}${q(title)}等待 ${name(from)} 审批已久，烦请您审批。`,
    'approval.your-turn': ({ number, title, stage }, { of }) => line`轮到您审批 ${number}${q(title)}（${of(stage)}）。`,
    'approval.escalated-away': ({ number, title, to }, { name }) =>
      line`${number}${q(title)}等待已久，已转由 ${name(to)} 审批。`,
    'approval.passed-by-rule': ({ number, title, stage }, { of }) =>
      line`${number}${q(title)}已按规则自动通过${q(of(stage))}审批。`,
    'approval.stage-passed': ({ number, title, stage }, { of }) =>
      line`抄送：${number}${q(title)}已通过${q(of(stage))}审批。`,
    'approval.approved': ({ number, title }) => line`抄送：${number}${q(title)}已全部审批通过。`,
    'approval.stand-in': ({ number, title, for: whose }, { name }) =>
      line`${name(whose)} 请假期间，请您代为审批 ${number}${q(title)}。`,
    'absence.planned': ({ from, until, delegate, kinds }, { name, of, list }) =>
      delegate === undefined
        ? line`已登记您 ${daysOf(from, until)} 请假。您没有指定代理人，待审批事项将由部门负责人代为处理。`
        : line`已登记您 ${daysOf(from, until)} 请假，期间由 ${name(delegate)} 代理${kinds === undefined ? '' : `（仅限${list(kinds.map(of))}，其余由部门负责人代为处理）`}。`,
    'absence.ended': () => line`欢迎回来，已销假。`,
    'absence.cancelled': () => line`请假已取消。`,
    'absence.called-off': ({ person }, { name }) => line`${name(person)} 取消了请假，您无需代理。`,
    'absence.named': ({ person, from, until, kinds }, { name, of, list }) =>
      line`${name(person)} ${daysOf(from, until)} 请假，期间请您代理审批${kinds === undefined ? '' : `（仅限${list(kinds.map(of))}）`}。`,
    'absence.over': ({ person }, { name }) => line`${name(person)} 已销假，您无需再代理审批，谢谢。`,
    'person.left': ({ person, items }, { name }) => [
      ...line`${name(person)} 已离职，以下事项转由您处理：`,
      ...items.flatMap(({ number, title }) => ['\n', ...line`${number}${q(title)}`]),
    ],
    'person.left-one-chat': ({ person }, { name }) =>
      line`一个聊天平台的通讯录中已没有 ${name(person)}。如果已经离职，请发送“离职 @${name(person)}”，待办事项会转给部门负责人。`,
    'person.left-done': ({ person, heirs, count }, { name, names }) =>
      count === 0
        ? line`已登记 ${name(person)} 离职，没有需要交接的事项。`
        : line`已登记 ${name(person)} 离职，${String(count)} 项待办已转给 ${names(heirs)}。`,
    'calendar.year-missing': ({ year, calendars }, { list }) =>
      line`日历 ${list(calendars)} 还没有 ${String(year)} 年的节假日和调休，补上之前都按平日计算。请升级服务管家，或按运维手册在公司配置文件中补充。`,
    'cards.renewing': () => line`正在刷新所有未办结的卡片。`,
    'progress.reminder': (report, say) => line`温馨提醒：您${called(report, say)}还没有提交。`,
    'progress.received': (report, say) => line`谢谢，${called(report, say)}已收到。`,
    'progress.skipped': (report, say) => line`好的，${called(report, say)}已跳过。`,
    'progress.missed-by': ({ people, ...report }, say) => line`${called(report, say)}逾期未交：${say.names(people)}。`,
    'progress.digest-ready': ({ week, answered, asked }) =>
      line`${week} 周报：已提交 ${String(answered)}/${String(asked)} 份。汇总草稿已备好，请核对后确认发送。`,
    'digest.sent': ({ name: cycle, period, by }, { name }) =>
      by === undefined
        ? line`${q(cycle)}${period} 周报汇总已发出。这是草稿，未经确认。`
        : line`${name(by)} 发送了${q(cycle)}${period} 周报汇总。`,
    'digest.lapsed': ({ name: cycle, period }) =>
      line`您还没有确认${q(cycle)}${period} 周报汇总，已按草稿发出。您仍可以修改并确认。`,
    'digest.saved': ({ number }) => line`${number} 已保存，确认后才会发送。`,
    'digest.confirmed-by-you': ({ number }) => line`${number} 已发送。`,
    'digest.client-sent': ({ name: cycle, period, by }, { name }) =>
      line`${name(by)} 已将${q(cycle)}${period} 的客户版发送给客户。`,
    'digest.client-sent-by-you': ({ number, people }, { names }) => line`${number} 的客户版已发送给${names(people)}。`,
    'digest.words': ({ number, section, words, piece, pieces }) =>
      line`${number} ${parts[section]}${pieces === 1 ? '' : `（${piece}/${pieces}）`}：${words}`,
    'issue.opened': ({ number, title, by }, { name }) =>
      line`${name(by)} 在周报中提到阻碍，请您跟进 ${number}${q(title)}。`,
    'issue.solved': ({ number, title, by }, { name }) => line`${name(by)} 已解决 ${number}${q(title)}。`,
    'issue.solved-by-you': ({ number }) => line`${number} 已标记为解决，谢谢。`,
    'risk.drafted': ({ number, title, by }, { name }) =>
      line`${name(by)} 在周报中提到风险，已记为草稿 ${number}${q(title)}。`,
    'survey.reminder': ({ number, title }) =>
      line`您对 ${number}${q(title)}还满意吗？评价只需一分钟，能帮助我们做得更好。`,
    'survey.thanks': () => line`感谢您的评价。`,
    'survey.answered': ({ number, title, average }) =>
      line`客户已评价 ${number}${q(title)}：${average.toFixed(1)} 分（满分 5 分）。`,
    'stranger.welcome': () => line`您好，初次见面！我已告知管理员您来过。`,
    'stranger.met': ({ name, platform, account }) =>
      line`有一位我不认识的人给我留言：${name}（${platform}，${account}）。请在公司配置文件中添加。`,
    'answer.sent-direct': () => line`已在私聊中回复您。`,
    'form.closed': () => line`已关闭，未提交任何内容。`,
    'word.not-yet': ({ word }) => line`我明白“${word}”的意思，但服务台暂时还不支持。发送“帮助”可以看看我能做什么。`,
  },
  refusals: {
    'wish.unknown': () => line`这个按钮已经失效，请以当前状态为准。`,
    'wish.unreadable': () => line`没能看懂这次操作，请重试，或发送“帮助”。`,
    'wish.not-for-you': () => line`您不能进行这项操作。`,
    'record.not-found': ({ number }) => line`没有找到 ${number}。`,
    'record.not-yours-to-see': () => line`您无权查看这条记录。`,
    'service.not-found': () => line`这项服务已不再提供，发送“申请”可查看现有服务。`,
    'person.unknown': () => line`没有找到这位同事，请写出姓名；如有重名，请写出账号。`,
    'attention.nothing-held': () => line`没有需要转达的消息。`,
    'request.nudged-lately': ({ againAt }, { moment }) => line`不久前已经提醒过，${moment(againAt)} 之后可以再次催办。`,
    'calendar.nothing-missing': () => line`各日历的节假日都已齐全。`,
    'person.yourself': () => line`不能为自己登记离职，请联系另一位管理员。`,
    'request.not-found': () => line`这个申请不存在。`,
    'request.not-yours-to-see': () => line`您无权查看这个申请。`,
    'request.only-its-desk': () => line`只有受理团队可以进行这项操作。`,
    'request.only-its-requester': () => line`只有申请人可以进行这项操作。`,
    'request.not-now': ({ status, holder }, { name }, states) =>
      holder === undefined
        ? line`现在不能这样操作：申请${q(states.request[status])}。`
        : line`现在不能这样操作：申请${q(states.request[status])}，由 ${name(holder)} 处理。`,
    'request.reason-missing': () => line`请填写原因。`,
    'request.words-missing': () => line`请填写内容。`,
    'request.nothing-due': () => line`已无需处理。`,
    'sla.nothing-due': () => line`已无需处理。`,
    'sla.no-clock': ({ number }) => line`${number} 没有时限。`,
    'approval.not-found': () => line`这个审批不存在。`,
    'approval.not-yours-to-see': () => line`您无权查看这个审批。`,
    'approval.your-own': () => line`不能审批自己的申请。`,
    'approval.not-your-turn': ({ turnOf }, { names }) => line`还没轮到您，正在等待${names(turnOf)}审批。`,
    'approval.already-decided': ({ verdict, by, decidedAt }, { name, moment }) =>
      line`${name(by)} 已于 ${moment(decidedAt)} ${verdict === 'approved' ? '同意' : '驳回'}。`,
    'approval.withdrawn': () => line`申请已撤回，无需审批。`,
    'approval.revised': () => line`内容已修改，请查看最新的审批卡片后再决定。`,
    'approval.sent-back': ({ advocate }, { name }) => line`已退回，正在等待 ${name(advocate)} 修改。`,
    'approval.not-sent-back': () => line`审批没有被退回，无需重新提交。`,
    'approval.reason-missing': () => line`请填写原因。`,
    'approval.words-missing': () => line`请填写内容。`,
    'approval.person-missing': () => line`请选择一位同事。`,
    'approval.to-yourself': () => line`不能选择自己。`,
    'approval.to-requester': ({ person }, { name }) => line`${name(person)} 是申请人，不能审批自己的申请。`,
    'approval.to-outsider': () => line`只能选择在职同事。`,
    'approval.asked-already': ({ person }, { name }) => line`${name(person)} 已在本级审批中。`,
    'approval.no-such-stage': () => line`只能退回给申请人或之前的审批环节。`,
    'approval.nudged-lately': ({ againAt }, { moment }) =>
      line`不久前已经提醒过，${moment(againAt)} 之后可以再次催办。`,
    'approval.none-chosen': () => line`没有选择任何一项，未作任何审批。`,
    'approval.nothing-due': () => line`已无需处理。`,
    'approval.nobody-can': () => line`目前没有人可以审批，请联系管理员。`,
    'absence.not-found': () => line`没有这条请假记录。`,
    'absence.not-yours': () => line`这是别人的请假。`,
    'absence.none': () => line`您目前没有请假。`,
    'absence.days-unclear': () => line`没看懂日期，请按“2026-10-01 至 2026-10-08”的格式填写。`,
    'absence.days-turned': () => line`结束日期不能早于开始日期。`,
    'absence.days-past': () => line`这段日期已经过去了。`,
    'absence.overlaps': ({ fromDay, untilDay }) =>
      line`与您 ${fromDay} 至 ${untilDay} 的请假重叠。发送“销假”可以先取消它。`,
    'absence.delegate-unknown': () => line`没有找到这位同事，请写出姓名。`,
    'absence.delegate-yourself': () => line`代理人不能是自己。`,
    'absence.delegate-missing': () => line`请选择代理人。`,
    'absence.kind-unknown': ({ kind }) => line`没有“${kind}”这项服务，请写服务名称，多项之间用逗号隔开。`,
    'absence.nothing-due': () => line`请假已结束。`,
    'progress.not-found': () => line`这份报告不存在。`,
    'progress.not-yours': () => line`这是别人的报告。`,
    'progress.not-asked-of-you': () => line`您无需填写周报。`,
    'progress.words-missing': () => line`请填写此项。`,
    'progress.already': ({ status }, _say, states) => line`这份报告${q(states.progress[status])}。`,
    'progress.closed': ({ sentAt, nextAt }, { moment }) =>
      sentAt
        ? line`汇总已于 ${moment(sentAt)} 发出，这份报告不能再修改。`
        : nextAt
          ? line`新一期已于 ${moment(nextAt)} 开始填写，这一期不再接收。`
          : line`这份报告已截止。`,
    'progress.future': ({ week }) => line`${week} 这一周还没有开始。`,
    'progress.none-of-week': ({ week }) => line`您没有 ${week} 的报告。`,
    'progress.none-yet': () => line`您还没有提交过报告。`,
    'progress.project-unknown': ({ project }) => line`没有 ${project} 这个项目。`,
    'progress.not-yours-to-see': () => line`您无权查看这些报告。`,
    'progress.cycle-gone': () => line`这些报告已不再收集。`,
    'progress.on-leave': () => line`请假期间不提醒。`,
    'progress.nothing-due': () => line`已无需处理。`,
    'digest.not-found': () => line`这份周报汇总不存在。`,
    'digest.not-yours': ({ lead }, { name }) => line`这份周报汇总由 ${name(lead)} 处理。`,
    'digest.already-sent': ({ by, confirmedAt }, { name, moment }) =>
      line`${name(by)} 已于 ${moment(confirmedAt)} 确认发送。`,
    'digest.not-confirmed': () => line`请先确认发送周报汇总，再准备客户版。`,
    'digest.no-client': () => line`没有可以接收的客户联系人。`,
    'digest.client-has-it': ({ by, sentAt }, { name, moment }) =>
      line`${name(by)} 已于 ${moment(sentAt)} 将客户版发送给客户。`,
    'digest.words-missing': () => line`请填写此项。`,
    'digest.too-long': ({ most }) => line`不能超过 ${String(most)} 个字符。`,
    'digest.internal-words': ({ words }) => line`${q(words)}是内部内容，不能发送给客户，请改写。`,
    'digest.nothing-due': () => line`已无需处理。`,
    'issue.not-found': () => line`这个问题不存在。`,
    'issue.not-yours': ({ owner }, { name }) => line`这个问题由 ${name(owner)} 处理。`,
    'issue.already': ({ status }, _say, states) => line`这个问题${q(states.issue[status])}。`,
    'survey.not-found': () => line`这份问卷不存在。`,
    'survey.not-yours': () => line`这份问卷是发给别人的。`,
    'survey.already-answered': ({ answeredAt }, { moment }) => line`您已于 ${moment(answeredAt)} 评价过，谢谢。`,
    'survey.expired': () => line`问卷已截止，仍然感谢您。`,
    'survey.score-missing': () => line`请选择评分。`,
    'survey.nothing-due': () => line`已无需处理。`,
  },
  problems: {
    missing: () => '请填写此项。',
    'not-a-number': () => '请填写数字。',
    'not-a-date': () => '请填写日期，如 2026-12-01。',
    'not-an-option': () => '请从选项中选择。',
    'not-a-colleague': () => '请填写一位同事的姓名，不能是申请人自己。',
    'too-small': ({ least }) => `不能小于 ${least}。`,
    'too-large': ({ most }) => `不能大于 ${most}。`,
    'too-long': ({ most }) => `不能超过 ${most} 个字符。`,
  },
  bug: (reference) => `我这边出了点问题，什么都没有改动。如果再次出现，请告知编号 ${reference}。`,
  card: {
    kinds: {
      request: '申请',
      approval: '审批',
      progress: '周报',
      survey: '满意度调查',
      absence: '请假',
      digest: '周报汇总',
      issue: '问题',
      risk: '风险',
    },
    nextDesk: (desk, due) => line`${desk}，请于 ${due} 前答复`,
    nextRequester: (name) => line`${name} 补充说明`,
    nextApprovers: (names) => line`${names} 审批`,
    nextApproval: line`等待审批`,
    nextOwner: (name, due) => (due ? line`${name}，${due} 前完成` : line`${name}`),
    nextSurvey: line`等待评价，之后自动关闭`,
    nobodyNext: line`无需处理`,
    overdue: '已超时',
    waitingForClient: '待客户补充',
    nextAnswer: (name) => line`等待 ${name} 补充，时限暂停`,
    weighed: (priority, impact, urgency) => `${priority}（影响${impact} × 紧急${urgency}）`,
    sla: {
      clocks: { response: '首次响应', resolution: '完成时限', complaint: '投诉处理', approval: '审批' },
      approvalOf: (stage, name) => `${stage}：${name}`,
      outcomes: {
        running: '计时中',
        breached: '已超时，仍在计时',
        paused: '已暂停',
        met: '按时达成',
        late: '超时达成',
        cancelled: '已取消',
      },
      causes: { 'need-info': '等待补充信息', 'waiting-for-client': '等待客户补充' },
      duration: (hours, minutes) =>
        hours === 0 ? `${minutes} 分钟` : minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分钟`,
      slaSummary: (number, title, clocks) =>
        clocks.length === 0
          ? `${number}${q(title)}没有约定时限`
          : `${number}${q(title)}的时效：${clocks.map(([clock, state]) => `${clock}${state}`).join('，')}`,
      entry: ({ type, at, by, cause = 'need-info', target = '', why }) => {
        const whose = by === undefined ? '' : `，${by}`;
        const pause = { 'need-info': '等待补充信息', 'waiting-for-client': '等待客户补充' }[cause];
        const what = {
          started: '开始计时',
          paused: `暂停：${pause}`,
          resumed: '恢复计时',
          continued: '重新打开，继续计时',
          retargeted: said`目标改为 ${target}${why === undefined ? '' : `（优先级：${why}）`}`,
          met: '达成',
          cancelled: '取消',
        }[type];
        return line`${at} ${what}${whose}`;
      },
      worked: (from, until, counted) => line`${from} 至 ${until}，计 ${counted}`,
      off: (name, days) => line`${name ?? '放假'} ${days}，不计`,
      madeUp: (name, days, counted) => line`${name ?? '调休'}上班 ${days}，计 ${counted}`,
      short: (name, days, counted) => line`${name ?? '部分工作日'} ${days}，计 ${counted}`,
      stood: (from, until) => (until ? line`${from} 至 ${until}，不计` : line`${from} 起，不计`),
      linesLeftOut: (n) => line`（此处略去 ${String(n)} 行）`,
      clocksLeftOut: (n) => line`另有 ${String(n)} 位审批人的时限未列出。`,
      nothingPromised: line`没有约定时限。`,
      countedIn: (zone) => line`工作时间按 ${zone} 时区的日历计算。`,
      yearUnknown: (year) => line`${year} 年的节假日尚未公布，暂按普通工作日计算。`,
      asOf: (at) => line`截至 ${at}`,
      pausedSince: (at, cause) => line`自 ${at} 起暂停，${cause === 'need-info' ? '等待补充信息' : '等待客户补充'}`,
    },
    stage: (stage, who, rule) => (rule === undefined ? `${stage}：${who}` : `${stage}：${who}（${rule}）`),
    askedAt: (name, at) => line`${name} 提问，${at}`,
    answeredAt: (name, at) => line`${name} 补充，${at}`,
    declinedBy: (name, at) => line`${name} 未予受理，${at}`,
    rejectedBy: (name, at) => line`${name} 驳回，${at}`,
    refusedForClient: line`该申请暂时无法开展，您的客户经理会向您说明详情。`,
    move: (move, { by, to = '', for: whose }, at) =>
      line`${by}${whose === undefined ? ' ' : `（代 ${whose}）`}${
        {
          approved: '已同意',
          rejected: '已驳回',
          opposed: '不同意',
          'sent-back': to === '' ? '已退回' : said`已退回给${to}`,
          resubmitted: '重新提交',
          transferred: said`转交${to}`,
          added: said`请${to}参与审批`,
          escalated: said`超时未审批，已升级至${to}`,
          'taken-over': said`交接给${to}`,
          commented: '留言',
        }[move]
      }，${at}`,
    fates: { 'not-needed': '无需审批', 'by-rule': '按规则自动通过', 'already-approved': '此前已同意，自动通过' },
    rules: { any: '任一人同意即可', all: '会签', inOrder: '依次审批', atLeast: (n) => `至少 ${n} 人同意` },
    came: {
      fallback: '无其他审批人，代为审批',
      transferred: '转交',
      added: '加签',
      escalated: '升级',
      successor: '接任',
    },
    since: (at, came) => (came === undefined ? line`自 ${at} 起` : line`自 ${at} 起（${came}）`),
    changesTitle: '本次修改',
    changed: (before, after) =>
      before === undefined
        ? line`（空）→ ${after ?? ''}`
        : after === undefined
          ? line`${before} →（空）`
          : line`${before} → ${after}`,
    nextReviser: (name) => line`${name} 修改后重新提交`,
    through: (name, by) => `${name}（由${by}代）`,
    either: (one, other) => `${one}或${other}`,
    toReviser: (name) => `${name}（修改后重新提交）`,
    toStage: (stage) => stage,
    places: { before: '在我之前审批', after: '在我之后审批' },
    thens: { later: '暂不决定', approve: '同意' },
    requestSummary: (number, title, state) => `${number}${q(title)}：${state}`,
    approvalTitle: (title) => `审批：${title}`,
    approvalSummary: (requester, title, state) => `${requester} 申请${q(title)}：${state}`,
    formRequest: (service) => service,
    formEdit: (number) => `修改 ${number}`,
    formAsk: (number) => `${number} 需补充`,
    formAnswer: (number) => `补充 ${number}`,
    formDecline: (number) => `不受理 ${number}`,
    formTriage: (number) => `分派 ${number}`,
    formReject: (number) => `驳回 ${number}`,
    formSendBack: (number) => `退回 ${number}`,
    formTransfer: (number) => `转交 ${number}`,
    formAdd: (number) => `${number} 加签`,
    formComment: (number) => `${number} 留言`,
    formSeveral: '批量审批',
    severalIntro: line`请逐项选择，每一项分别生效。`,
    andMore: (n) => line`另有 ${String(n)} 项，处理完这些后可以继续。`,
    formRevise: (number) => `修改并重新提交 ${number}`,
    noClient: '内部事项，不涉及客户',
    catalogueTitle: '您需要什么服务？',
    catalogueIntro: line`请选择一项服务，再告诉我们一些细节。`,
    catalogueSummary: '请选择服务，提交申请。',
    noServices: line`目前没有可申请的服务。`,
    conversationTitle: '需要转为申请吗？',
    conversationIntro: line`没有识别到指令。我可以把您的话登记为申请，或者告诉您我能做什么。`,
    progressTitle: (template, period, project) =>
      project === undefined ? `${templates[template]} ${period}` : `${templates[template]} · ${project} · ${period}`,
    progressIntro: (template, name) =>
      line`${name}，您好！${{ weekly: '这一周进展如何？', daily: '今天进展如何？', milestone: '里程碑完成得如何？' }[template]}`,
    progressSummary: (template, week, project) => said`请填写${ofProject({ template, week, project })}。`,
    progressSaid: (name, title, state) => `${name} ${title}：${state}`,
    plannedIn: (period) => said`来自您${period}的计划，请按实际情况修改`,
    excusedUntil: (day) => line`请假至 ${day}，仍欢迎补交。`,
    choiceTitle: '请选择要填写的报告',
    choiceOfWeek: '您这一周的报告',
    historyTitle: (name, what) => `${name} · ${what}`,
    historyNone: line`还没有报告。`,
    healthTrend: '健康度',
    counted: (state, n) => `${state} ${n}`,
    healthOf: (period, counts) => `${period}：${counts.length === 0 ? '无' : counts.join('，')}`,
    stateOf: (name, state) => `${name}：${state}`,
    statesOf: (states) => states.join('；'),
    moreReports: (n) => line`另有 ${String(n)} 份`,
    late: '迟交',
    digestTitle: (department, week) => `周报汇总 · ${department} · ${week}`,
    digestSummary: (department, answered, asked) => `${department}：周报已提交 ${answered}/${asked} 份。`,
    digestCount: (answered, asked) => line`已提交 ${String(answered)}/${String(asked)} 份。`,
    absents: { missed: '未提交', open: '尚未提交', 'on-leave': '请假', skipped: '已跳过', 'not-asked': '未要求填写' },
    marked: (name, mark) => `${name}（${mark}）`,
    digestDraft: '草稿，未经确认',
    digestNext: (name, by) => line`${name} 确认发送，${by} 前`,
    doneBy: (name, at) => line`${name}，${at}`,
    digestEdited: (name, at) => line`${name} 修改，${at}`,
    digestAfter: (n) => line`此后又有 ${String(n)} 份周报提交或修改，尚未写入上文。`,
    digestFolded: line`较长的部分已折叠，可查看全文。`,
    trendTitle: '健康度趋势',
    trendSaid: (period, counts, change) =>
      change === undefined ? `${period}：${counts}` : `${period}：${counts}。较上期：${change}`,
    trendSame: '没有变化',
    formDigest: (number) => `修改 ${number}`,
    digestFormIntro: (name, period) => line`${q(name)}${period} 周报汇总。保存后仍是草稿，确认发送后才会发出。`,
    digestKept: (parts) => line`${parts}较长，此处放不下，将保持原样。`,
    part: (label, n, of) => `${label}（${n}/${of}）`,
    formClient: (number) => `${number} 客户版`,
    clientReaders: (names, client) => line`以下内容将发送给 ${client} 的 ${names}，不含阻碍、风险和健康度。`,
    clientLeftOut: (lines) => line`有 ${String(lines)} 行涉及内部内容，已略去。`,
    clientTitle: (name, period) => `项目进展 · ${name} · ${period}`,
    clientSummary: (firm, name, period) => `${firm}：${q(name)}${period} 项目进展。`,
    clientFrom: (name, firm, at) => line`${firm} ${name}，${at}`,
    concernTitle: (kind, title) => `${kind}：${title}`,
    surveyTitle: (title) => `满意度调查：${title}`,
    surveyIntro: (title, firm) => line`${q(title)}已完成，${firm}想了解您的满意程度，只需一分钟。`,
    surveySummary: (title) => `请评价${q(title)}。`,
    surveyThanks: line`感谢您的评价。`,
    surveyExpired: line`问卷已截止。`,
    surveyAnswered: (average) => line`平均 ${average} 分（满分 5 分）`,
    absenceTitle: (name) => `请假：${name}`,
    absenceSummary: (name, from, until) =>
      from === until ? `${name} ${from} 请假` : `${name} ${from} 至 ${until} 请假`,
    formAbsence: '请假',
    onlyHint: '留空表示全部；多项用逗号隔开',
    onlyThese: (name, kinds) => `${name}（仅限${kinds}）`,
    helpTitle: '我能为您做什么？',
    helpIntro: (name, firm) => line`${name}，您好！我是${firm}的服务管家。请点按钮，或直接对我说：`,
    helpSummary: '我能为您做的事。',
    helpSay: [
      ['申请 …', '申请一项服务', 'all'],
      ['我的', '查看我的申请和待我处理的事项', 'all'],
      ['查询 REQ-7', '查看一条记录', 'all'],
      ['时效 REQ-7', '查看时限的逐行明细', 'all'],
      ['周报', '填写本周周报', 'reports'],
      ['周报 上次', '查看上一份报告；“周报 PRJ-2”查看项目的报告', 'reports'],
      ['请假 2027-02-01..2027-02-05 @同事', '登记请假并指定代理人', 'staff'],
      ['销假', '结束或取消请假', 'staff'],
      ['离职 @同事', '登记离职，待办转给部门负责人', 'admin'],
      ['为何找我', '本周我为什么给您发消息', 'all'],
      ['日程', '未来七天将要发出的询问和提醒', 'admin'],
      ['预览 下周', '下周将发给谁、什么时候发', 'admin'],
      ['修复', '刷新所有未办结的卡片', 'admin'],
      ['帮助', '显示这张卡片', 'all'],
    ],
    strangerTitle: '很高兴认识您',
    strangerIntro: (firm) => line`我是${firm}的服务管家。我还不认识您，已告知管理员；登记之后就可以为您服务了。`,
    strangerSummary: '很高兴认识您，已告知管理员。',
    myTitle: '我的事项',
    mySummary: (waiting, mine) => `待您处理 ${waiting} 项，您的申请 ${mine} 项。`,
    waitingForMe: '待我处理',
    mine: '我的申请',
    nothingWaiting: line`没有待您处理的事项。`,
    nothingMine: line`您没有进行中的申请。`,
    unknownPeople: '我还不认识的人',
    closedTitle: '无需您处理',
    closed: line`此事现由他人处理，您无需再操作。`,
    movedTitle: '已重新发送',
    moved: line`这张卡片即将无法更新，已在下方重新发送，请以新卡片为准。`,
    dayTitle: '今日事项',
    daySummary: (held, waiting) => `免打扰期间有 ${held} 条消息，待您处理 ${waiting} 项。`,
    dayHeld: '免打扰期间',
    agendaTitle: '未来七天日程',
    agendaSummary: (n) => `将发出 ${n} 项。`,
    agendaIntro: (n) => (n === 0 ? line`没有安排。` : line`共 ${String(n)} 项，时间均为各人当地时间。`),
    agendaPeople: (names, more) => (more === 0 ? names : `${names}，另有 ${more} 人`),
    agendaAway: (name) => `${name}（请假，不询问）`,
    agendaSkipped: '近七天未执行',
    previewTitle: (monday) => `下周预览（${monday} 起）`,
    previewNote: line`提醒和逾期只发给届时仍未答复的人；届时另有变化的，以当时为准。`,
    whyTitle: '为何找我',
    whySummary: (n) => `本周我向您发送了 ${n} 条消息。`,
    whyIntro: (n) => line`除了答复您本人的操作，本周我向您发送了 ${String(n)} 条消息，原因如下：`,
    whyNothing: line`除了答复您本人的操作，本周我没有打扰过您。`,
    whyCard: '一张卡片',
    whyCardOf: (number) => said`${number} 的卡片`,
    whyHeld: '待免打扰结束后发送',
    whyByTime: (doing) => `到时间：${doing}`,
    whyBy: (name, doing) => `${name}：${doing}`,
    whyUnknown: '原因已不可考',
    cancelledTitle: '已关闭',
    cancelled: line`已关闭，未提交任何内容。`,
  },
};
