/** A chart in Slack: a picture that is put up once, and words wherever there can be none. */
import { expect, test } from 'vitest';
import type { Message } from '../../../src/bot/cards/card.ts';
import { healthCard, healthChart } from '../../cards/charts.ts';
import { manifestScopes } from '../../fakes/slack/scopes.ts';
import { SlackFake } from '../../fakes/slack/slack-fake.ts';
import { memoryOf } from '../../support/platform-memory.ts';
import { attempt, refOf, started } from './talking.ts';

const digest: Message = { type: 'card', card: healthCard('zh-CN') };
const { alternative, title } = healthChart('zh-CN');
const ann = { type: 'person', account: 'U0ANN' } as const;
const room = { type: 'chat', chat: 'C0DESK' } as const;
const pictured = `${title}\n${alternative}`;
const post = (number: number, id = 'post-1') => ({ ...attempt(number), id });

test('a chart is shown as a picture with its words for those who cannot see it, put up once for everybody', async () => {
  const { fake, platform } = await started();
  const ref = refOf(await platform.post(ann, digest, post(1)));
  refOf(await platform.post(room, digest, post(1, 'post-2')));
  refOf(await platform.update(ref, digest));

  expect(fake.uploaded).toHaveLength(1);
  expect(fake.sees('U0ANN').map(({ text }) => text)).toEqual([
    expect.stringContaining(pictured),
    expect.stringContaining(pictured),
  ]);
});

test('each language has a picture of its own', async () => {
  const { fake, platform } = await started();
  refOf(await platform.post(ann, digest, post(1)));
  refOf(await platform.post(ann, { type: 'card', card: healthCard('en-US') }, post(1, 'post-2')));
  expect(fake.uploaded).toHaveLength(2);
});

test('after a restart the picture is not put up again', async () => {
  const kept = new Map<string, string>();
  const { fake, platform } = await started({ memory: memoryOf(kept) });
  refOf(await platform.post(ann, digest, post(1)));
  expect([...kept.keys()]).toEqual([expect.stringMatching(/^U0STEWARD\/chart\/[0-9a-f]{32}$/)]);

  const again = await started({ fake, memory: memoryOf(kept) });
  refOf(await again.platform.post(room, digest, post(1, 'post-2')));
  expect(fake.uploaded).toHaveLength(1);
  expect(fake.posted).toBe(2);
});

test('two posts at the same moment put up one picture', async () => {
  const { fake, platform } = await started();
  await Promise.all(['a', 'b', 'c'].map((id) => platform.post(id === 'a' ? ann : room, digest, post(1, id))));
  expect(fake.uploaded).toHaveLength(1);
  expect(fake.posted).toBe(3);
});

test.each([
  [
    'the app may not put up files',
    { scopes: manifestScopes.filter((scope) => scope !== 'files:write') },
    /missing_scope; needs files:write/,
  ],
  ['the workspace takes no files', { uploads: 'file_uploads_disabled' }, /file_uploads_disabled/],
  ['its storage is full', { uploads: 'storage_limit_reached' }, /storage_limit_reached/],
] as const)(
  'when %s the card goes out with the chart in words, and the log says why, once',
  async (_, rules, cause) => {
    const { fake, platform, lines } = await started({ fake: new SlackFake(rules) });
    const ref = refOf(await platform.post(ann, digest, post(1)));
    refOf(await platform.post(room, digest, post(1, 'post-2')));
    refOf(await platform.update(ref, digest));

    const [first] = fake.sees('U0ANN');
    expect(first?.text).toContain(alternative);
    expect(first?.text).not.toContain(pictured);
    expect(first?.buttons).toEqual(['OK']);
    const told = lines.filter(({ message }) => message.includes('charts are shown in words'));
    expect(told).toMatchObject([{ level: 'warn', facts: { cause: expect.stringMatching(cause) as string } }]);
  },
);

test('pictures are tried again some minutes after Slack refused them', async () => {
  let now = new Date('2026-11-25T10:00:00Z');
  const rules = { scopes: manifestScopes.filter((scope) => scope !== 'files:write') };
  const { fake, platform, lines } = await started({ fake: new SlackFake(rules), now: () => now });
  refOf(await platform.post(ann, digest, post(1)));
  fake.grants(manifestScopes);
  now = new Date('2026-11-25T10:09:00Z');
  refOf(await platform.post(ann, digest, post(1, 'post-2')));
  expect(fake.uploaded).toHaveLength(0);
  now = new Date('2026-11-25T10:11:00Z');
  refOf(await platform.post(ann, digest, post(1, 'post-3')));
  expect(fake.uploaded).toHaveLength(1);
  expect(lines.filter(({ message }) => message.includes('charts are shown in words'))).toHaveLength(1);
});

test('a picture that Slack is still looking at holds its card back for a moment, and no longer', async () => {
  const { fake, platform } = await started({ fake: new SlackFake({ unreadyFor: 2 }) });
  const wait = { ok: false, failure: { verdict: 'later', scope: 'chat', afterMs: 2000 } };
  expect(await platform.post(ann, digest, post(1))).toMatchObject(wait);
  expect(await platform.post(ann, digest, post(2))).toMatchObject(wait);
  refOf(await platform.post(ann, digest, post(3)));
  expect(fake.posted).toBe(1);
  expect(fake.uploaded).toHaveLength(1);
  expect(fake.sees('U0ANN')[0]?.text).toContain(pictured);
});

test('a picture that never becomes ready does not keep its card: it goes out in words', async () => {
  let now = new Date('2026-11-25T10:00:00Z');
  const { fake, platform } = await started({ fake: new SlackFake({ unreadyFor: 99 }), now: () => now });
  expect(await platform.post(ann, digest, post(1))).toMatchObject({ ok: false, failure: { verdict: 'later' } });
  now = new Date('2026-11-25T10:00:13Z');
  refOf(await platform.post(ann, digest, post(2)));
  expect(fake.posted).toBe(1);
  expect(fake.sees('U0ANN')[0]?.text).toContain(alternative);
  expect(fake.sees('U0ANN')[0]?.text).not.toContain(pictured);
});

test('a picture that somebody deleted is put up anew for the next drawing', async () => {
  let now = new Date('2026-11-25T10:00:00Z');
  const { fake, platform } = await started({ now: () => now });
  const ref = refOf(await platform.post(ann, digest, post(1)));
  fake.deletesFiles();
  now = new Date('2026-11-25T11:00:00Z');
  refOf(await platform.update(ref, digest));
  expect(fake.sees('U0ANN')[0]?.text).not.toContain(pictured);
  refOf(await platform.update(ref, digest));
  expect(fake.sees('U0ANN')[0]?.text).toContain(pictured);
  expect(fake.uploaded).toHaveLength(2);
});

test('when Slack stumbles over a picture the card waits twice, and then goes out in words', async () => {
  const { fake, platform } = await started({ fake: new SlackFake({ uploads: 'internal_error' }) });
  for (const number of [1, 2]) {
    const result = await platform.post(ann, digest, post(number));
    expect(result).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'chat' } });
  }
  refOf(await platform.post(ann, digest, post(3)));
  expect(fake.posted).toBe(1);
  expect(fake.sees('U0ANN')[0]?.text).toContain(alternative);
});

test('a process that died between the picture and the card leaves one card and one picture', async () => {
  const { fake, platform } = await started();
  fake.misbehave('accept-then-drop', 1);
  expect(await platform.post(ann, digest, post(1))).toMatchObject({ ok: false, failure: { verdict: 'unsure' } });
  refOf(await platform.post(ann, digest, post(2)));
  fake.misbehave('drop', 1);
  expect(await platform.post(room, digest, post(1, 'post-2'))).toMatchObject({ ok: false });
  refOf(await platform.post(room, digest, post(2, 'post-2')));
  expect(fake.posted).toBe(2);
  expect(fake.uploaded).toHaveLength(1);
});

test('a database that is away holds the card back as long as that takes little, and then it goes out in words', async () => {
  const memory = { renew: () => Promise.reject(new Error('no connection')) };
  const { fake, platform } = await started({ memory });
  expect(await platform.post(ann, digest, post(1))).toMatchObject({ ok: false, failure: { verdict: 'later' } });
  expect(await platform.post(ann, digest, post(2))).toMatchObject({ ok: false, failure: { verdict: 'later' } });
  refOf(await platform.post(ann, digest, post(3)));
  expect(fake.sees('U0ANN')[0]?.text).toContain(alternative);
});
