/** A good firm file to change a line of, and what its reader then says. */
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import { ConfigProblems } from '../../src/bot/runtime/problems.ts';

export const good = `firm: { name: 远见, locale: zh-CN, timezone: Asia/Shanghai }
calendars: { default: { hours: { mon-fri: ["09:00-12:00", "13:30-18:00"] } } }
departments: [ { id: strategy, name: 战略部, head: li } ]
people:
  - { id: li, name: 李强, department: strategy, roles: [pm], accounts: { slack: U0LI } }
  - { id: zhao, name: Zhao, roles: [management] }
clients: [ { id: globex, name: Globex, manager: li, contacts: [ { id: ann, name: Ann } ] } ]
services:
  - { id: research, name: 调研, team: strategy, fields: [ { id: budget, type: number, label: 预算 } ], approval: flow }
approvals: { flow: { stages: [ { name: 一, approvers: [department-head], when: budget > 5 } ] } }
desks: { strategy: { slack: C0STRAT } }
progress: { ask: fri 16:00, remindAfter: 2h, missedAfter: mon 10:00, digest: mon 10:00 }
survey: { dimensions: [quality], remindAfter: 2d, expireAfter: 14d calendar }
`;

export function problemsOf(text: string): readonly string[] {
  try {
    parseFirm(text, 'steward.yaml');
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems.map(({ at, what, hint }) => `${at}: ${what} → ${hint}`);
    throw error;
  }
}
