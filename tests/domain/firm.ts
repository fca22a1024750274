/** A small firm for the pure tests: two departments, six people, a client with two contacts, and another client who must learn nothing. */
import type { Actor } from '../../src/domain/actor.ts';
import type { ApproverRule, Firm, Flow, Person, Role, Service, Stage } from '../../src/domain/firm.ts';
import type { ClientId, DepartmentId, FlowId, PersonId, PlatformId, ServiceId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/language.ts';
import { judge } from '../../src/bot/runtime/firm-file/conditions.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A working day of this firm. */
export const WORKDAY_MS = 7.5 * HOUR_MS;

export const strategy = 'strategy' as DepartmentId;
export const digital = 'digital' as DepartmentId;
export const globex = 'globex' as ClientId;
export const initech = 'initech' as ClientId;

type Traits = { readonly name: string; readonly locale?: Locale; readonly zone?: string };

const shanghai = 'Asia/Shanghai';

function base(id: string, { name, locale = 'zh-CN', zone = shanghai }: Traits) {
  const accounts = [{ platform: 'chat' as PlatformId, id: `u-${id}` }];
  return { id: id as PersonId, name, locale, zone, accounts };
}

function staff(id: string, traits: Traits, department: DepartmentId | undefined, ...roles: readonly Role[]): Person {
  return { ...base(id, traits), kind: 'staff', roles, ...(department === undefined ? {} : { department }) };
}

function contact(id: string, traits: Traits, client: ClientId): Person {
  return { ...base(id, traits), kind: 'contact', roles: [], client };
}

/** Works at the desk of strategy, and is the account manager of Globex. */
export const wang = staff('wang', { name: '王芳' }, strategy, 'staff');
/** Heads strategy. */
export const li = staff('li', { name: '李强' }, strategy, 'staff', 'pm');
/** Heads digital, from London. */
export const chen = staff('chen', { name: 'Chen Wei', locale: 'en-US', zone: 'Europe/London' }, digital, 'staff', 'pm');
/** Of digital, in New York. */
export const xu = staff('xu', { name: 'Xu Ning', locale: 'en-US', zone: 'America/New_York' }, digital, 'staff');
export const zhao = staff('zhao', { name: 'Zhao Min', locale: 'en-US' }, undefined, 'management');
export const sun = staff('sun', { name: '孙静' }, undefined, 'quality', 'admin');
export const ann = contact('ann', { name: 'Ann', locale: 'en-US', zone: 'America/New_York' }, globex);
export const bob = contact('bob', { name: '鲍勃' }, globex);
/** A contact of another client. */
export const max = contact('max', { name: 'Max', locale: 'en-US' }, initech);
/** Wrote to the bot and is not known yet. */
export const stranger: Person = { ...base('stranger', { name: '陌生人' }), kind: 'stranger', roles: [] };

export const everyone: readonly Person[] = [wang, li, chen, xu, zhao, sun, ann, bob, max, stranger];

export function by(person: Person): Actor {
  return { kind: 'person', person };
}

export const clock: Actor = { kind: 'clock' };

export const research: Service = {
  id: 'market-research' as ServiceId,
  name: { 'zh-CN': '市场调研', 'en-US': 'Market research' },
  team: strategy,
  fields: [
    {
      id: 'background',
      type: 'long-text',
      required: true,
      label: { 'zh-CN': '业务背景', 'en-US': 'Business background' },
    },
    { id: 'due', type: 'date', required: false, label: { 'zh-CN': '期望日期', 'en-US': 'Wanted by' } },
    { id: 'budget', type: 'number', required: false, min: 0, label: { 'zh-CN': '预算', 'en-US': 'Budget' } },
    {
      id: 'region',
      type: 'choice',
      required: false,
      options: ['华东', '华南'],
      label: { 'zh-CN': '区域', 'en-US': 'Region' },
    },
  ],
  sla: { firstResponseMs: 30 * MINUTE_MS, resolutionMs: 10 * WORKDAY_MS },
  approval: 'two-stage' as FlowId,
};

/** Needs no approval and promises no date. */
export const review: Service = {
  id: 'data-review' as ServiceId,
  name: { 'zh-CN': '数据评审', 'en-US': 'Data review' },
  team: digital,
  fields: [],
  sla: { firstResponseMs: 4 * HOUR_MS },
};

const departmentHead: ApproverRule = { by: 'department-head' };

/** A stage as short as it can be written. */
export function stage(more: Partial<Stage> & Pick<Stage, 'approvers'>): Stage {
  return { name: { 'zh-CN': '审批', 'en-US': 'Approval' }, rule: 'any', cc: [], ...more };
}

export function flow(...stages: readonly Stage[]): Flow {
  return { id: 'two-stage' as FlowId, stages, cc: [], nobody: [], escalation: 'add' };
}

export const twoStage: Flow = flow(
  stage({ name: { 'zh-CN': '部门负责人', 'en-US': 'Department head' }, approvers: [departmentHead] }),
  stage({
    name: { 'zh-CN': '公司管理层', 'en-US': 'Management' },
    approvers: [{ by: 'role', role: 'management' }],
    when: 'budget >= 100000',
  }),
);

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(all.map((one) => [one.id, one]));
}

const morning = { from: '09:00', to: '12:00' };
const afternoon = { from: '13:30', to: '18:00' };
const weekday = [morning, afternoon];

export const firm: Firm = {
  name: '远见咨询',
  locale: 'zh-CN',
  zone: shanghai,
  calendar: { zone: shanghai, week: [weekday, weekday, weekday, weekday, weekday, [], []] },
  calendars: new Map(),
  quiet: { from: '20:00', until: '08:00' },
  projects: new Map(),
  cadences: new Map(),
  management: [],
  departments: byId([
    { id: strategy, name: '战略部', head: li.id },
    { id: digital, name: '数字部', head: chen.id },
  ]),
  people: byId(everyone),
  clients: byId([
    { id: globex, name: 'Globex', manager: wang.id },
    { id: initech, name: 'Initech' },
  ]),
  services: byId([research, review]),
  flows: byId([twoStage]),
  judge: judge(),
  away: new Map(),
  desks: new Map([[strategy, [{ platform: 'chat' as PlatformId, chat: 'room-strategy' }]]]),
  progress: {
    ask: { weekday: 5, time: '16:00' },
    remindAfterMs: 2 * HOUR_MS,
    missedAfter: { weekday: 1, time: '10:00' },
    confirmBy: { weekday: 1, time: '12:00' },
    digest: { weekday: 1, time: '10:00' },
  },
  sla: {
    ...{ firstResponseMs: 30 * MINUTE_MS, complaintMs: 30 * MINUTE_MS },
    priorities: new Map([['urgent', { firstResponseMs: 15 * MINUTE_MS, resolutionMs: 5 * WORKDAY_MS }]]),
  },
  survey: {
    dimensions: ['quality', 'result', 'attitude', 'communication'],
    remindAfterMs: 2 * WORKDAY_MS,
    expireAfterMs: 14 * DAY_MS,
  },
};
