/** The firm file comes in whole and once; people met in chats stay; everybody can see that something has changed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Firm, Person } from '../../src/domain/firm.ts';
import type { PersonId, PlatformId } from '../../src/domain/ids.ts';
import { firm, wang } from '../domain/firm.ts';
import { type Bench, bench, gesture } from './bench.ts';

let on: Bench;
beforeAll(async () => {
  on = await bench();
});
afterAll(() => on.end());

const filed: Firm = { ...firm, people: new Map([...firm.people].filter(([, { kind }]) => kind !== 'stranger')) };
const leave = { intent: 'person.leave', now: new Date('2026-11-25T02:00:00Z') };
const active = async () => (await on.store.people()).people.filter(({ kind }) => kind !== 'former');
const idsNow = async (): Promise<readonly string[]> => (await active()).map(({ id }) => id);
const newcomer: Person = {
  ...{ id: 'test-U9' as PersonId, kind: 'stranger', name: 'Neu', roles: [], locale: 'en-US', zone: 'Europe/Berlin' },
  accounts: [],
};

test('the same file is imported once, also by two processes at once', async () => {
  const other = on.another('steward:other').store;
  const imported = await Promise.all([on.store.importFirm(filed, 'h1', leave), other.importFirm(filed, 'h1', leave)]);
  expect(imported.toSorted()).toEqual([false, true]);
  expect(await on.store.importFirm(filed, 'h1', leave)).toBe(false);
  expect((await idsNow()).length).toBe(filed.people.size);
});

test('somebody met in a chat is known from then on, and the revision tells', async () => {
  const { revision } = await on.store.people();
  const account = { platform: 'test' as PlatformId, id: 'U9', person: newcomer.id, used: true };
  await on.store.commit(gesture({ people: [newcomer], accounts: [account] }));
  const after = await on.store.people();
  expect(after.revision).toBeGreaterThan(revision);
  expect(after.people.find(({ id }) => id === newcomer.id)).toMatchObject({
    kind: 'stranger',
    accounts: [{ platform: 'test', id: 'U9' }],
  });
});

test('a file without somebody makes them inactive; whoever was met in a chat stays, and who returns is back', async () => {
  const people = new Map([...filed.people].filter(([id]) => id !== wang.id));
  await on.store.importFirm({ ...filed, people }, 'h2', leave);
  expect(await idsNow()).not.toContain('wang');
  expect(await idsNow()).toContain(newcomer.id);
  // Known by name for ever, without a role or a voice; and the clock is asked to hand over what they held.
  const former = (await on.store.people()).people.find(({ id }) => id === wang.id);
  expect(former).toMatchObject({ kind: 'former', name: wang.name, roles: [] });
  expect(await on.rows(`SELECT kind, person FROM v_agenda`)).toEqual([{ kind: 'person.leave', person: 'wang' }]);
  await on.store.importFirm(filed, 'h3', leave);
  expect(await idsNow()).toContain('wang');
  await on.store.importFirm({ ...filed, people }, 'h2', leave);
  expect(await on.rows(`SELECT count(*)::int AS n FROM v_agenda`)).toEqual([{ n: 2 }]);
  await on.store.importFirm(filed, 'h3', leave);
});

test('whoever left by word stays gone while the file still names them; taken out and named again, they are back', async () => {
  await on.store.commit(gesture({ leaves: [wang.id] }));
  expect(await idsNow()).not.toContain('wang');
  await on.store.importFirm(filed, 'h4', leave);
  expect(await idsNow()).not.toContain('wang');
  await on.store.importFirm(
    { ...filed, people: new Map([...filed.people].filter(([id]) => id !== wang.id)) },
    'h5',
    leave,
  );
  await on.store.importFirm(filed, 'h6', leave);
  expect(await idsNow()).toContain('wang');
});

test('the account somebody used last comes first: that is where sentences go', async () => {
  const account = (platform: string) => ({ platform: platform as PlatformId, id: 'w', person: wang.id, used: true });
  const order = async (): Promise<string | undefined> =>
    (await on.store.people()).people.find(({ id }) => id === wang.id)?.accounts[0]?.platform;
  await on.store.commit({ ...gesture({ accounts: [account('zeta')] }), now: new Date('2026-11-25T03:00:00Z') });
  expect(await order()).toBe('zeta');
  await on.store.commit({ ...gesture({ accounts: [account('alpha')] }), now: new Date('2026-11-25T04:00:00Z') });
  expect(await order()).toBe('alpha');
  await on.store.commit({ ...gesture({ accounts: [account('zeta')] }), now: new Date('2026-11-25T05:00:00Z') });
  expect(await order()).toBe('zeta');
});
