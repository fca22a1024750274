/** The firm of the measurements: sixty people at one desk, half of them on Slack, half on Feishu, and two heads who approve. */
import { accountOf, isSlack } from './gestures.ts';

export const PEOPLE = 60;
/** One approver on each platform. */
export const approverOn = { slack: PEOPLE, feishu: PEOPLE + 1 } as const;

const half = (n: number): object => (isSlack(n) ? { slack: accountOf(n) } : { feishu: accountOf(n) });

/** YAML is a superset of JSON. */
/** `accounts`: where the nth person has one. */
export function benchFirm(people = PEOPLE, accounts = half): string {
  const staff = Array.from({ length: people }, (_, n) => ({
    ...{ id: `p${n}`, name: `Person ${n}`, department: 'strategy', roles: ['staff'], accounts: accounts(n) },
  }));
  const heads = [people, people + 1].map((n) => ({
    ...{ id: `p${n}`, name: `Head ${n}`, roles: ['management'], accounts: accounts(n) },
  }));
  return JSON.stringify({
    firm: { name: 'Bench', locale: 'zh-CN', timezone: 'Asia/Shanghai' },
    departments: [{ id: 'strategy', name: '战略部', head: 'p0' }],
    people: [...staff, ...heads],
    clients: [{ id: 'globex', name: 'Globex', manager: 'p0' }],
    services: [
      {
        ...{ id: 'market-research', name: { 'zh-CN': '市场调研', 'en-US': 'Market research' }, team: 'strategy' },
        fields: [
          {
            id: 'background',
            type: 'long-text',
            required: true,
            label: { 'zh-CN': '业务背景', 'en-US': 'Background' },
          },
          { id: 'budget', type: 'number', min: 0, label: { 'zh-CN': '预算', 'en-US': 'Budget' } },
        ],
        ...{ sla: { firstResponse: '4h', resolution: '30d' }, approval: 'heads' },
      },
    ],
    approvals: { heads: { stages: [{ name: 'Heads', approvers: ['management'], rule: 'any' }] } },
    desks: { strategy: { slack: 'C0STRAT', feishu: 'oc_strat' } },
    progress: { ask: 'fri 16:00', remindAfter: '2h', missedAfter: 'mon 10:00', digest: 'mon 10:00' },
    survey: { dimensions: ['quality'], remindAfter: '2d', expireAfter: '14d calendar' },
  });
}
