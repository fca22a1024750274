/** Every word of the playground's page, in both languages. What the bot says comes from the bot. */
import type { Locale } from '../../domain/firm.ts';

export const tabs = ['events', 'records', 'posts', 'agenda', 'audit'] as const;
export type Tab = (typeof tabs)[number];

export const travels = ['hour', 'morning', 'ask'] as const;
/** One hour on, the next working morning, the firm's weekly asking time. */
export type Travel = (typeof travels)[number];

export type PageWords = {
  readonly product: string;
  readonly playground: string;
  readonly description: string;
  readonly skip: string;
  readonly needsScript: string;
  readonly otherLanguage: string;
  readonly you: string;
  readonly switchPerson: string;
  readonly firmWide: string;
  readonly others: string;
  readonly stranger: string;
  readonly strangerNote: string;
  readonly contactOf: (client: string) => string;
  readonly headOf: (department: string) => string;
  readonly role: Readonly<
    Record<'staff' | 'pm' | 'management' | 'quality' | 'admin' | 'auditor' | 'committee', string>
  >;
  readonly conversations: string;
  /** Short, for the bar at the bottom of a phone. */
  readonly chats: string;
  readonly home: string;
  readonly homeNote: string;
  readonly direct: string;
  readonly directNote: string;
  readonly desk: (department: string) => string;
  readonly deskNote: (members: number) => string;
  readonly unread: string;
  readonly talk: string;
  readonly emptyDirect: (name: string) => string;
  readonly emptyDirectHint: string;
  readonly emptyRoom: string;
  readonly emptyHome: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly dismiss: string;
  readonly close: string;
  readonly write: string;
  readonly writeRoom: string;
  readonly send: string;
  readonly sendHint: string;
  readonly chips: string;
  readonly happened: string;
  readonly happenedNote: string;
  readonly hidePanel: string;
  readonly showPanel: string;
  readonly tab: Readonly<Record<Tab, string>>;
  readonly nothing: Readonly<Record<Tab, string>>;
  readonly clock: string;
  readonly travel: Readonly<Record<Exclude<Travel, 'ask'>, string>>;
  readonly next: (moment: string) => string;
  readonly travelling: string;
  readonly arrived: (moment: string) => string;
  readonly stillPending: (count: number) => string;
  readonly lost: string;
  readonly offline: string;
  readonly tour: TourWords;
};

export type TourWords = {
  readonly title: string;
  readonly hide: string;
  readonly show: string;
  readonly steps: readonly [string, string, string, string, string];
  readonly ask: (who: string, service: string) => string;
  readonly take: (who: string, title: string) => string;
  readonly approve: (who: string, title: string) => string;
  readonly finish: (who: string) => string;
  readonly survey: (who: string) => string;
  readonly over: (moment: string) => string;
  readonly go: (who: string) => string;
  /** Same person, other conversation. */
  readonly goThere: string;
  /** The words of the first step are put into the line to write on. */
  readonly writeForMe: string;
  readonly here: string;
  readonly phrase: (service: string) => string;
};

const zh: PageWords = {
  product: '服务管家',
  playground: '体验区',
  description: '服务管家体验区：在一家示例咨询公司里扮演每个角色，看一条服务请求怎样走完全程。',
  skip: '跳到对话',
  needsScript: '体验区需要启用 JavaScript。',
  otherLanguage: 'English',
  you: '切换身份，您现在是',
  switchPerson: '切换身份',
  firmWide: '公司',
  others: '其他',
  stranger: '陌生人',
  strangerNote: '管家还不认识的人',
  contactOf: (client) => `${client} 联系人`,
  headOf: (department) => `${department}负责人`,
  role: {
    staff: '员工',
    pm: '项目经理',
    management: '管理层',
    quality: '质量',
    admin: '管理员',
    auditor: '审计',
    committee: '委员会',
  },
  conversations: '会话',
  chats: '会话',
  home: '主页',
  homeNote: '我的待办一览',
  direct: '服务管家',
  directNote: '我与管家的私聊',
  desk: (department) => `${department}服务台`,
  deskNote: (members) => `${members} 位成员`,
  unread: '有新消息',
  talk: '对话',
  emptyDirect: (name) => `${name}，您好`,
  emptyDirectHint: '我是服务管家。想提需求、查进度、交周报，直接跟我说；也可以点下面的快捷词。',
  emptyRoom: '新的请求会出现在这里，服务台的人在卡片上接手。',
  emptyHome: '主页正在准备。',
  onlyYou: '仅您可见',
  edited: '已更新',
  dismiss: '收起',
  close: '关闭',
  write: '对服务管家说…',
  writeRoom: '@服务管家…',
  send: '发送',
  sendHint: '按回车发送，Shift + 回车换行',
  chips: '快捷词',
  happened: '刚刚发生了什么',
  happenedNote: '每个动作都有记录、有原因',
  hidePanel: '收起侧栏',
  showPanel: '展开侧栏',
  tab: { events: '动态', records: '单据', posts: '消息', agenda: '日程', audit: '审计' },
  nothing: {
    events: '还没有动静。对服务管家说句话试试。',
    records: '还没有单据。',
    posts: '管家还没有发过消息。',
    agenda: '眼下没有排定的事项。',
    audit: '审计链还是空的。',
  },
  clock: '体验区时钟',
  travel: { hour: '+1 小时', morning: '下个工作日早上' },
  next: (moment) => `到${moment}`,
  travelling: '时间流逝中…',
  arrived: (moment) => `现在是 ${moment}。`,
  stillPending: (count) => `还有 ${count} 件事正在送达。`,
  lost: '连接断开，正在重连…',
  offline: '没能送达，请再试一次。',
  tour: {
    title: '试一试',
    hide: '收起引导',
    show: '引导',
    steps: ['提出', '接手', '审批', '完成', '评价'],
    ask: (who, service) => `${who}要申请“${service}”，对管家说一声就行。`,
    take: (who, title) => `“${title}”到了服务台，等${who}接手。`,
    approve: (who, title) => `“${title}”要先审批，等${who}点“同意”。`,
    finish: (who) => `审批已过，服务进行中。做完后由${who}点“完成”。`,
    survey: (who) => `轮到客户说话：请${who}给这次服务打分。`,
    over: (moment) => `一条请求走完了。把时钟拨到${moment}，看管家怎样收周报。`,
    go: (who) => `换成${who}`,
    goThere: '去那里看看',
    writeForMe: '替我写好',
    here: '就在这里操作',
    phrase: (service) => `申请 ${service}`,
  },
};

const en: PageWords = {
  product: 'Steward',
  playground: 'Playground',
  description:
    'The Steward playground: play every role of an example consulting firm and follow one request from start to finish.',
  skip: 'Skip to the conversation',
  needsScript: 'The playground needs JavaScript.',
  otherLanguage: '中文',
  you: 'Switch person; you are',
  switchPerson: 'Switch person',
  firmWide: 'Firm-wide',
  others: 'Others',
  stranger: 'A stranger',
  strangerNote: 'Not known to Steward yet',
  contactOf: (client) => `Contact at ${client}`,
  headOf: (department) => `Head of ${department}`,
  role: {
    staff: 'Staff',
    pm: 'Project manager',
    management: 'Management',
    quality: 'Quality',
    admin: 'Administrator',
    auditor: 'Auditor',
    committee: 'Committee',
  },
  conversations: 'Conversations',
  chats: 'Chats',
  home: 'Home',
  homeNote: 'What is waiting for me',
  direct: 'Steward',
  directNote: 'Just the two of us',
  desk: (department) => `${department} desk`,
  deskNote: (members) => (members === 1 ? '1 member' : `${members} members`),
  unread: 'new messages',
  talk: 'Conversation',
  emptyDirect: (name) => `Hello, ${name}`,
  emptyDirectHint:
    'I am Steward. Ask for a service, check on a request or file your weekly report: just write, or pick a phrase below.',
  emptyRoom: 'New requests land here, and someone at the desk takes them from the card.',
  emptyHome: 'The home page is on its way.',
  onlyYou: 'Only you can see this',
  edited: 'updated',
  dismiss: 'Dismiss',
  close: 'Close',
  write: 'Message Steward…',
  writeRoom: '@Steward…',
  send: 'Send',
  sendHint: 'Enter sends, Shift + Enter starts a new line',
  chips: 'Phrases to try',
  happened: 'What just happened',
  happenedNote: 'Every step leaves a trace and has a cause',
  hidePanel: 'Hide the side panel',
  showPanel: 'Show the side panel',
  tab: { events: 'Events', records: 'Records', posts: 'Posts', agenda: 'Agenda', audit: 'Audit' },
  nothing: {
    events: 'Nothing yet. Say something to Steward.',
    records: 'No records yet.',
    posts: 'Steward has not posted anything yet.',
    agenda: 'Nothing is scheduled right now.',
    audit: 'The audit chain is still empty.',
  },
  clock: 'Playground clock',
  travel: { hour: '+1 hour', morning: 'Next working morning' },
  next: (moment) => `Next ${moment}`,
  travelling: 'Time is passing…',
  arrived: (moment) => `It is now ${moment}.`,
  stillPending: (count) =>
    count === 1 ? '1 thing is still being delivered.' : `${count} things are still being delivered.`,
  lost: 'Connection lost. Reconnecting…',
  offline: 'That did not go through. Please try again.',
  tour: {
    title: 'Try this',
    hide: 'Hide the guide',
    show: 'Guide',
    steps: ['Ask', 'Take', 'Approve', 'Done', 'Rate'],
    ask: (who, service) => `${who} needs “${service}”: just ask Steward for it.`,
    take: (who, title) => `“${title}” is at the desk, where ${who} can take it.`,
    approve: (who, title) => `“${title}” needs approval: ${who} presses Approve.`,
    finish: (who) => `Approved and in service. When the work is finished, ${who} marks it done.`,
    survey: (who) => `Now the client speaks: ${who} rates the service.`,
    over: (moment) => `That request has come full circle. Move the clock to ${moment} to see weekly reports.`,
    go: (who) => `Be ${who}`,
    goThere: 'Go there',
    writeForMe: 'Write it for me',
    here: 'Do it right here',
    phrase: (service) => `request ${service}`,
  },
};

export const pageWords: Readonly<Record<Locale, PageWords>> = { 'zh-CN': zh, 'en-US': en };
