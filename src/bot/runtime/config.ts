/** The settings of one process, read from the environment and `.env`. The only file that reads `process.env`. */
import * as fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PlatformId } from '../../domain/ids.ts';
import { ConfigProblems, type Problem } from './problems.ts';
import { keptSecretKey } from './secret-key.ts';
import { databaseUrl, oneOf, onOff, port, secret, someOf, webUrl } from './setting-kinds.ts';

export { ConfigProblems, type Problem } from './problems.ts';

/** What `accounts` and `desks` of the firm file may name. */
export const platformIds = ['slack', 'feishu', 'playground'] as const as readonly string[] as readonly PlatformId[];

export type ProcessRole = 'web' | 'worker';
export type SlackSettings = { readonly botToken: string; readonly signingSecret: string; readonly apiUrl: string };
export type FeishuSettings = {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly baseUrl: string;
  /** Whether approvals are mirrored into the platform's own approval centre. */
  readonly approvalCenter: boolean;
};

export type Settings = {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Undefined: an embedded server in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly secretKey: string;
  readonly firmFile: string;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly logLevel: (typeof logLevels)[number];
  readonly playground: boolean;
  readonly testClock: boolean;
  readonly slack: SlackSettings | undefined;
  readonly feishu: FeishuSettings | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Options = {
  /** Relative paths start here. */
  readonly root: string;
  /** What stands in for an unset `SECRET_KEY`. */
  readonly secretKeyIn?: (dataDir: string) => string;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const roleNames = ['web', 'worker'] as const;
const fields = {
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  SECRET_KEY: secret(
    (key) => key.length >= 32,
    'it is too short',
    'at least 32 characters, for example from: openssl rand -base64 32',
  ).optional(),
  STEWARD_CONFIG: z.string().default('config/steward.yaml'),
  ROLES: someOf(roleNames).default(new Set(roleNames)),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  PLAYGROUND: onOff.optional(),
  TEST_CLOCK: onOff.default(false),
  SLACK_BOT_TOKEN: secret(
    (token) => !/^(xapp|xoxp|xoxe)-/.test(token),
    'this is another kind of token',
    'the bot token begins with xoxb- (page OAuth & Permissions of the app)',
  ).optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_API_URL: webUrl.default('https://slack.com/api'),
  FEISHU_APP_ID: z.string().optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_TRANSPORT: oneOf(['webhook', 'websocket']).default('webhook'),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_BASE_URL: webUrl.default('https://open.feishu.cn'),
  FEISHU_APPROVAL_CENTER: onOff.default(false),
};
type Name = keyof typeof fields;
type Read = { readonly [N in Name]: z.output<(typeof fields)[N]> };

/** Every variable there is; `.env.example` explains them. */
export const settingNames: readonly string[] = Object.keys(fields);

/** Reads `.env` (what the environment has already wins) and the environment. Throws {@link ConfigProblems}. */
export function loadSettings(root: string = process.cwd()): Settings {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
  return readSettings(process.env, { root });
}

/** Throws {@link ConfigProblems} with all problems. An empty value counts as unset. */
export function readSettings(given: Environment, options: Options): Settings {
  const problems: Problem[] = [];
  const present = new Set<string>();
  const read: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = given[name]?.trim() || undefined;
    if (value !== undefined) present.add(name);
    const result = kind.safeParse(value);
    problems.push(...(result.error?.issues ?? []).map((issue) => toProblem(name, issue)));
    read[name] = result.success ? result.data : kind.parse(undefined);
  }
  problems.push(...contradictions(read as Read, present));
  if (problems.length > 0) throw new ConfigProblems('The environment (and .env)', problems);
  return assemble(read as Read, options);
}

function toProblem(at: string, issue: z.core.$ZodIssue): Problem {
  const hint = issue.code === 'custom' ? String(issue.params?.['hint'] ?? '') : '';
  return { at, what: issue.message, hint };
}

/** What each variable alone does not show. */
function contradictions(read: Read, present: ReadonlySet<string>): readonly Problem[] {
  const production = read.NODE_ENV === 'production';
  return [
    ...incomplete(
      present,
      ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
      'pages OAuth & Permissions and Basic Information of the app',
    ),
    ...incomplete(
      present,
      ['FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'],
      'pages Credentials and Events & Callbacks of the app in the developer console',
    ),
    ...notYet(read.SLACK_APP_TOKEN !== undefined, 'SLACK_APP_TOKEN', 'Socket Mode', 'leave it out and use HTTP'),
    ...notYet(read.FEISHU_TRANSPORT === 'websocket', 'FEISHU_TRANSPORT', 'the long connection', 'use webhook'),
    ...when(read.FEISHU_APPROVAL_CENTER && !present.has('FEISHU_APP_ID'), {
      at: 'FEISHU_APPROVAL_CENTER',
      what: 'it is on, and Feishu is not set',
      hint: 'set FEISHU_APP_ID and the others, or leave it off',
    }),
    ...when(production && read.FEISHU_APPROVAL_CENTER && !present.has('PUBLIC_URL'), {
      at: 'PUBLIC_URL',
      what: 'it is missing while FEISHU_APPROVAL_CENTER is on',
      hint: 'what is decided in the approval centre is sent to PUBLIC_URL/feishu/approvals',
    }),
    ...when(production && read.TEST_CLOCK, {
      at: 'TEST_CLOCK',
      what: 'a clock that anyone can move is refused with NODE_ENV=production',
      hint: 'leave it off',
    }),
    ...when(production && !['PLAYGROUND', 'SLACK_BOT_TOKEN', 'FEISHU_APP_ID'].some((name) => present.has(name)), {
      at: 'PLAYGROUND',
      what: 'no platform is set, and with NODE_ENV=production the playground is not switched on by itself',
      hint: 'set SLACK_… or FEISHU_…, or PLAYGROUND=on if everybody who reaches the page may play every person',
    }),
  ];
}

function incomplete(present: ReadonlySet<string>, names: readonly Name[], where: string): readonly Problem[] {
  const missing = names.filter((name) => !present.has(name));
  if (missing.length === 0 || missing.length === names.length) return [];
  const there = names.filter((name) => present.has(name)).join(', ');
  return missing.map((at) => ({ at, what: `it is missing while ${there} is set`, hint: `see the ${where}` }));
}

function notYet(holds: boolean, at: string, what: string, hint: string): readonly Problem[] {
  return when(holds, { at, what: `not yet: ${what} comes in a later version`, hint });
}

function when(holds: boolean, problem: Problem): readonly Problem[] {
  return holds ? [problem] : [];
}

function speaksToAPlatform(read: Read): boolean {
  return read.SLACK_BOT_TOKEN !== undefined || read.FEISHU_APP_ID !== undefined;
}

function assemble(read: Read, { root, secretKeyIn = keptSecretKey }: Options): Settings {
  const dataDir = path.resolve(root, read.DATA_DIR);
  const host = read.HOST.includes(':') ? `[${read.HOST}]` : read.HOST;
  return {
    production: read.NODE_ENV === 'production',
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://${host}:${read.PORT}`,
    databaseUrl: read.DATABASE_URL,
    dataDir,
    secretKey: read.SECRET_KEY ?? secretKeyIn(dataDir),
    firmFile: path.resolve(root, read.STEWARD_CONFIG),
    roles: read.ROLES,
    logLevel: read.LOG_LEVEL,
    playground: read.PLAYGROUND ?? !speaksToAPlatform(read),
    testClock: read.TEST_CLOCK,
    slack: slackOf(read),
    feishu: feishuOf(read),
  };
}

function slackOf(read: Read): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = read;
  if (!botToken || !signingSecret) return undefined;
  return { botToken, signingSecret, apiUrl: `${read.SLACK_API_URL}/` };
}

function feishuOf(read: Read): FeishuSettings | undefined {
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret } = read;
  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: verificationToken } = read;
  if (!appId || !appSecret || !encryptKey || !verificationToken) return undefined;
  return {
    ...{ appId, appSecret, encryptKey, verificationToken, baseUrl: read.FEISHU_BASE_URL },
    approvalCenter: read.FEISHU_APPROVAL_CENTER,
  };
}
