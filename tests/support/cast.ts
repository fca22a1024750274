/** The people of the stories, on every platform, and where and when they begin. */
import { fileURLToPath } from 'node:url';

export const platformNames = ['slack', 'feishu', 'playground'] as const;
export type PlatformName = (typeof platformNames)[number];

/** The firm of the contract's own example, with one person more whom nobody knows. */
export const firmFile = fileURLToPath(new URL('../fixtures/firm/contract-example.yaml', import.meta.url));

/** Wednesday, ten in the morning in Shanghai: inside working hours. */
export const WEDNESDAY_TEN = new Date('2026-11-25T02:00:00Z');

type Cast = {
  readonly name: string;
  readonly email?: string;
  readonly locale: string;
  readonly zone: string;
  readonly accounts: Readonly<Record<PlatformName, string>>;
};

export const cast = {
  wang: {
    name: '王芳',
    email: 'wang@firm.example',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0WANG', feishu: 'ou_wang', playground: 'wang' },
  },
  li: {
    name: '李强',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0LI', feishu: 'ou_li', playground: 'li' },
  },
  zhao: {
    name: 'Zhao Min',
    locale: 'en-US',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0ZHAO', feishu: 'ou_zhao', playground: 'zhao' },
  },
  sun: {
    name: '孙静',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0SUN', feishu: 'ou_sun', playground: 'sun' },
  },
  ann: {
    name: 'Ann',
    locale: 'en-US',
    zone: 'Asia/Shanghai',
    accounts: { slack: 'U0ANN', feishu: 'ou_ann', playground: 'ann' },
  },
  nobody: {
    name: 'Nobody',
    locale: 'en-US',
    zone: 'Europe/London',
    accounts: { slack: 'U0NOBODY', feishu: 'ou_nobody', playground: 'stranger' },
  },
} as const satisfies Readonly<Record<string, Cast>>;

export type Name = keyof typeof cast;

export const deskRooms: Readonly<Record<PlatformName, string>> = {
  slack: 'C0STRAT',
  feishu: 'oc_strat',
  playground: 'room-strategy',
};
