/** A small firm for the page's tests: two departments, one client, a service that needs approval. */
import { PLAYGROUND } from '../../../src/bot/platforms/playground/index.ts';
import type {
  Client,
  ClientId,
  Department,
  DepartmentId,
  Firm,
  FlowId,
  Locale,
  Person,
  PersonId,
  Role,
  ServiceId,
} from '../../../src/domain/firm.ts';

type Rest = {
  readonly department?: string;
  readonly client?: string;
  readonly roles?: readonly Role[];
  readonly locale?: Locale;
};

function person(id: string, name: string, { department, client, roles = ['staff'], locale = 'zh-CN' }: Rest): Person {
  return {
    id: id as PersonId,
    kind: client === undefined ? 'staff' : 'contact',
    name,
    ...(department === undefined ? {} : { department: department as DepartmentId }),
    ...(client === undefined ? {} : { client: client as ClientId }),
    roles: client === undefined ? roles : [],
    locale,
    zone: locale === 'zh-CN' ? 'Asia/Shanghai' : 'Europe/London',
    accounts: [{ platform: PLAYGROUND, id }],
  };
}

const people = [
  person('wang', '王芳', { department: 'strategy' }),
  person('li', '李强', { department: 'strategy', roles: ['staff', 'pm'] }),
  person('chen', '陈晨', { department: 'data' }),
  person('zhao', 'Zhao Min', { roles: ['management'], locale: 'en-US' }),
  person('sun', '孙静', { roles: ['quality', 'admin'] }),
  person('ann', 'Ann Baker', { client: 'globex', locale: 'en-US' }),
];

const strategy: Department = { id: 'strategy' as DepartmentId, name: '战略部', head: 'li' as PersonId };
const data: Department = { id: 'data' as DepartmentId, name: '数据部', head: 'chen' as PersonId };
const globex: Client = { id: 'globex' as ClientId, name: 'Globex', manager: 'wang' as PersonId };
const flow = 'two-stage' as FlowId;
const service = 'market-research' as ServiceId;
const hours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

export const firm: Firm = {
  name: '远见咨询',
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  calendar: { zone: 'Asia/Shanghai', week: [hours, hours, hours, hours, hours, [], []] },
  departments: new Map([strategy, data].map((each) => [each.id, each])),
  people: new Map(people.map((each) => [each.id, each])),
  clients: new Map([[globex.id, globex]]),
  services: new Map([
    [
      service,
      {
        id: service,
        name: { 'zh-CN': '市场调研', 'en-US': 'Market research' },
        team: strategy.id,
        fields: [],
        firstResponseMs: 1_800_000,
        approval: flow,
      },
    ],
  ]),
  flows: new Map([[flow, { id: flow, stages: [] }]]),
  desks: new Map([
    [strategy.id, [{ platform: PLAYGROUND, chat: 'strategy' }]],
    [data.id, [{ platform: PLAYGROUND, chat: 'data' }]],
  ]),
  progress: {
    ask: { weekday: 5, time: '16:00' },
    remindAfterMs: 7_200_000,
    missedAfter: { weekday: 1, time: '10:00' },
    digest: { weekday: 1, time: '10:00' },
  },
  survey: { dimensions: ['quality', 'result', 'attitude', 'communication'], remindAfterMs: 1, expireAfterMs: 1 },
};
