/** A small firm, half on Slack and half on Feishu, whose people work on many things at once. */
import { writeFileSync } from 'node:fs';
import type { CrashWorld, Platform } from './crash-world.ts';

export type Member = { readonly id: string; readonly account: string; readonly platform: Platform };

const member = (id: string, n: number): Member =>
  n % 2 === 0
    ? { id, account: `U0${id.toUpperCase()}`, platform: 'slack' }
    : { id, account: `ou_${id}`, platform: 'feishu' };

export const staff: readonly Member[] = Array.from({ length: 12 }, (_, n) => member(`s${n}`, n));
export const heads: readonly Member[] = Array.from({ length: 4 }, (_, n) => member(`h${n}`, n));
export const contacts: readonly Member[] = Array.from({ length: 6 }, (_, n) => member(`c${n}`, n));
export const rooms: Readonly<Record<Platform, string>> = { slack: 'C0DESK', feishu: 'oc_desk' };

export const clientOf = (contact: Member): string => `client-${contact.id}`;

/** YAML is a superset of JSON. */
export function writeFirm(file: string): void {
  const accounts = ({ platform, account }: Member): object => ({ [platform]: account });
  const firm = {
    firm: { name: '远见咨询', locale: 'zh-CN', timezone: 'Asia/Shanghai' },
    departments: [{ id: 'desk', name: '战略部', head: 's0' }],
    people: [
      ...staff.map((one) => ({
        id: one.id,
        name: one.id,
        department: 'desk',
        roles: ['staff'],
        accounts: accounts(one),
      })),
      ...heads.map((one) => ({ id: one.id, name: one.id, roles: ['management'], accounts: accounts(one) })),
    ],
    clients: contacts.map((one) => ({
      ...{ id: clientOf(one), name: clientOf(one), manager: 's0' },
      contacts: [{ id: one.id, name: one.id, locale: 'en-US', accounts: accounts(one) }],
    })),
    services: [
      {
        ...{ id: 'research', name: '市场调研', team: 'desk', approval: 'heads', sla: { firstResponse: '4h' } },
        fields: [{ id: 'background', type: 'text', required: true, label: '业务背景' }],
      },
    ],
    approvals: { heads: { stages: [{ name: '管理层', approvers: ['management'], rule: 'any' }] } },
    desks: { desk: rooms },
    progress: { ask: 'fri 16:00', remindAfter: '2h', missedAfter: 'mon 10:00', digest: 'mon 10:00' },
    survey: { dimensions: ['quality'], remindAfter: '2d', expireAfter: '14d calendar', quietDays: 0 },
  };
  writeFileSync(file, JSON.stringify(firm));
}

export function gather(world: CrashWorld): void {
  for (const { id, account, platform } of [...staff, ...heads, ...contacts]) {
    const locale = contacts.some((contact) => contact.id === id) ? 'en-US' : 'zh-CN';
    world.chat(platform).person(account, { name: id, locale, zone: 'Asia/Shanghai' });
  }
  for (const platform of ['slack', 'feishu'] as const) {
    const here = staff.filter((one) => one.platform === platform).map(({ account }) => account);
    world.chat(platform).room(rooms[platform], here);
  }
}
