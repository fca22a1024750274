/** The settings: what is assumed, what is refused, and that everything wrong is said at once. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConfigProblems, readSettings, type Settings, settingNames } from '../../src/bot/runtime/config.ts';

const options = { root: '/srv/steward', secretKeyIn: () => 'kept '.repeat(8) };
const read = (given: Record<string, string>): Settings => readSettings(given, options);

/** The variables complained of, with what is said. */
function problems(given: Record<string, string>): readonly string[] {
  try {
    read(given);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems.map(({ at, what }) => `${at}: ${what}`);
    throw error;
  }
}

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signs' };
const feishu = {
  ...{ FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 'secret' },
  ...{ FEISHU_ENCRYPT_KEY: 'key', FEISHU_VERIFICATION_TOKEN: 'token' },
};

test('with no settings at all the playground runs on this machine, on an embedded database', () => {
  expect(read({})).toMatchObject({
    ...{ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000', databaseUrl: undefined },
    ...{ dataDir: '/srv/steward/data', firmFile: '/srv/steward/config/steward.yaml', logLevel: 'info' },
    ...{ playground: true, testClock: false, slack: undefined, feishu: undefined, secretKey: 'kept '.repeat(8) },
    roles: new Set(['web', 'worker']),
  });
});

test('an empty value counts as unset, and spaces around a value do not matter', () => {
  expect(read({ PORT: '', HOST: '  ', ROLES: ' web , worker ' })).toMatchObject({ port: 3000, host: '127.0.0.1' });
});

test('both platforms may run at once, and then the playground is off unless asked for', () => {
  const settings = read({ ...slack, ...feishu });
  expect(settings.slack).toEqual({ botToken: 'xoxb-1', signingSecret: 'signs', apiUrl: 'https://slack.com/api/' });
  expect(settings.feishu?.baseUrl).toBe('https://open.feishu.cn');
  expect(settings.playground).toBe(false);
  expect(read({ ...slack, PLAYGROUND: 'on' }).playground).toBe(true);
});

test('all problems are said at once, each with the name of its variable', () => {
  const wrong = {
    ...{ PORT: '70000', PUBLIC_URL: 'steward.example', DATABASE_URL: 'mysql://x', SECRET_KEY: 'short' },
    ...{ ROLES: 'web,wrker', LOG_LEVEL: 'loud', PLAYGROUND: 'maybe', SLACK_BOT_TOKEN: 'xapp-1' },
  };
  expect(problems(wrong)).toEqual([
    'PORT: “70000” is not a port',
    'PUBLIC_URL: this is not a URL',
    'DATABASE_URL: this is not a URL',
    'SECRET_KEY: it is too short',
    'ROLES: “wrker” is not possible here',
    'LOG_LEVEL: “loud” is not possible here',
    'PLAYGROUND: “maybe” is neither on nor off',
    'SLACK_BOT_TOKEN: this is another kind of token',
    'SLACK_SIGNING_SECRET: it is missing while SLACK_BOT_TOKEN is set',
  ]);
});

test('a message never repeats a secret', () => {
  const message = (given: Record<string, string>): string => {
    try {
      read(given);
    } catch (error) {
      return String(error);
    }
    return '';
  };
  expect(message({ SECRET_KEY: 'hunter2' })).not.toContain('hunter2');
  expect(message({ SLACK_BOT_TOKEN: 'xapp-hunter2' })).not.toContain('hunter2');
  expect(message({ DATABASE_URL: 'mysql://u:hunter2@x' })).not.toContain('hunter2');
});

test('a platform that is only half set names every missing half', () => {
  expect(problems({ SLACK_SIGNING_SECRET: 'x' })).toEqual([
    'SLACK_BOT_TOKEN: it is missing while SLACK_SIGNING_SECRET is set',
  ]);
  expect(problems({ FEISHU_APP_ID: 'a', FEISHU_APP_SECRET: 'b' })).toEqual([
    'FEISHU_ENCRYPT_KEY: it is missing while FEISHU_APP_ID, FEISHU_APP_SECRET is set',
    'FEISHU_VERIFICATION_TOKEN: it is missing while FEISHU_APP_ID, FEISHU_APP_SECRET is set',
  ]);
});

test('in production nothing that anybody could misuse is on by itself', () => {
  expect(problems({ NODE_ENV: 'production' })).toHaveLength(1);
  expect(problems({ NODE_ENV: 'production', PLAYGROUND: 'on' })).toEqual([]);
  expect(problems({ NODE_ENV: 'production', ...slack })).toEqual([]);
  expect(problems({ NODE_ENV: 'production', ...slack, TEST_CLOCK: 'on' })).toEqual([
    'TEST_CLOCK: a clock that anyone can move is refused with NODE_ENV=production',
  ]);
});

test('what comes in a later version is refused instead of silently ignored', () => {
  const later = { SLACK_APP_TOKEN: 'xapp-1', FEISHU_TRANSPORT: 'websocket' };
  expect(problems({ ...slack, ...feishu, ...later })).toEqual([
    'SLACK_APP_TOKEN: not yet: Socket Mode comes in a later version',
    'FEISHU_TRANSPORT: not yet: the long connection comes in a later version',
  ]);
});

test('the approval centre is off unless it is asked for, and needs Feishu and an address that is given', () => {
  const mirrored = { FEISHU_APPROVAL_CENTER: 'on' };
  expect(read({ ...feishu }).feishu?.approvalCenter).toBe(false);
  expect(read({ ...feishu, ...mirrored }).feishu?.approvalCenter).toBe(true);
  expect(problems({ ...slack, ...mirrored })).toEqual(['FEISHU_APPROVAL_CENTER: it is on, and Feishu is not set']);
  const production = { ...feishu, ...mirrored, NODE_ENV: 'production' };
  expect(problems(production)).toEqual(['PUBLIC_URL: it is missing while FEISHU_APPROVAL_CENTER is on']);
  expect(problems({ ...production, PUBLIC_URL: 'https://steward.example.com' })).toEqual([]);
});

test('the secret key is made once, long enough, and readable by its owner only', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'steward-secret-'));
  const first = readSettings({}, { root }).secretKey;
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(readSettings({}, { root }).secretKey).toBe(first);
  expect(statSync(path.join(root, 'data', 'secret-key')).mode & 0o777).toBe(0o600);
  rmSync(root, { recursive: true });
});

test('.env.example explains every setting and no other', () => {
  const example = readFileSync(path.join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');
  const named = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(settingNames.toSorted());
});
