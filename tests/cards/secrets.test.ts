/** What is said inside the firm stays inside, whatever picture a client gets to see and in whatever language. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/firm.ts';
import { locales } from '../../src/domain/language.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Request } from '../../src/domain/request-state.ts';
import { pictures } from '../../src/bot/cards/index.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { ann, bob, chen, li, max, research, stranger, sun, wang, zhao } from '../domain/firm.ts';
import { draw } from './drawing.ts';
import { another, request, returnedWords, spoken, states, urgency } from './inside.ts';
import { scenes, viewers } from './scenes.ts';
import { textOf } from './words-of-message.ts';

/** The pictures of approvals. */
const isApprovals = /^(approval|(reject|send-back|transfer|add|comment)-form)$/;

const names = Object.keys(pictures) as readonly PictureName[];

function ofFor(name: PictureName, person: Person): string {
  if (isApprovals.test(name)) return 'APR-3';
  if (name === 'my' || name === 'home' || name === 'help' || name === 'conversation') return person.id;
  return name === 'request-form' ? research.id : 'REQ-7';
}

async function seenBy(person: Person, records: readonly AnyRecord[], of?: string): Promise<string> {
  const drawings = names.flatMap((picture) =>
    locales.map((locale) =>
      draw({ picture, title: '', of: of ?? ofFor(picture, person), records }, { as: person.name, person }, locale),
    ),
  );
  return (await Promise.all(drawings)).map((message) => (message ? textOf(message) : '')).join('\n');
}

const found = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => text.includes(word));

describe.each(Object.keys(states))('%s', (state) => {
  const records = states[state] ?? [];

  test.each([ann, bob])(
    '$name, whose firm asked, reads no internal word and nothing of another client',
    async (person) => {
      const text = await seenBy(person, records);
      expect(text).toContain(request.title);
      expect(found(text, [...spoken, ...urgency, ...another, ...returnedWords])).toEqual([]);
    },
  );

  test('a contact of another client reads nothing of it at all', async () => {
    const text = await seenBy(max, records);
    expect(text).toContain('别家的项目');
    expect(found(text, [...spoken, ...urgency, request.title, ann.name, 'Globex'])).toEqual([]);
  });

  test('nor does a stranger', async () => {
    const text = await seenBy(stranger, records);
    expect(found(text, [...spoken, ...urgency, ...another, request.title])).toEqual([]);
  });

  test('those of the firm do read it: the words stand somewhere', async () => {
    const inside = await seenBy(wang, records);
    expect(found(inside, urgency).length > 0).toBe(records.some((one) => (one as Request).priority === 'urgent'));
    expect(inside.includes(sun.name)).toBe(records.some((one) => one.kind === 'approval'));
  });
});

test('a number that somebody outside makes up shows them nothing', async () => {
  const text = await seenBy(ann, states['while it waits for approval'] ?? [], 'REQ-99');
  expect(found(text, [...another, ...spoken])).toEqual([]);
});

test('reports, digests and approvals are never drawn for anybody outside, nor for a room', async () => {
  const inside = scenes.filter(({ picture }) => isApprovals.test(picture) || picture.startsWith('progress'));
  const outside = viewers.filter(({ person }) => person?.kind !== 'staff');
  expect(outside.length).toBeGreaterThan(2);
  for (const scene of inside) {
    for (const viewer of outside) expect(await draw(scene, viewer, 'zh-CN'), viewer.as).toBeUndefined();
  }
});

test('a digest shows colleagues’ reports to the head and to management, not to a colleague', async () => {
  // Those of a time when there were no digests yet.
  const digest = scenes.filter(({ picture, of }) => picture === 'progress-digest' && of.startsWith('strategy'));
  const drawnFor = async (person: Person) =>
    (await Promise.all(digest.map((scene) => draw(scene, { as: person.name, person }, 'en-US')))).filter(Boolean)
      .length;
  expect(await Promise.all([li, zhao, wang, chen].map(drawnFor))).toEqual([digest.length, digest.length, 0, 0]);
});

test('a digest, an issue and a risk are drawn for nobody outside; for a room only what has gone out', async () => {
  const inside = scenes.filter(({ picture }) => /^(digest|digest-form|digest-client-form|issue|risk)$/.test(picture));
  const outside = viewers.filter(({ person }) => person?.kind !== 'staff');
  for (const scene of inside) {
    const sent = scene.picture === 'digest' && (scene.records ?? []).some(({ status }) => status === 'sent');
    for (const viewer of outside)
      expect((await draw(scene, viewer, 'zh-CN')) !== undefined, viewer.as).toBe(sent && !viewer.person);
  }
});

test('nobody is shown somebody else’s list', async () => {
  const lists = scenes.filter(({ picture, of }) => picture === 'my' && of === wang.id);
  for (const scene of lists) {
    for (const viewer of viewers) {
      expect((await draw(scene, viewer, 'zh-CN')) !== undefined, viewer.as).toBe(viewer.person === wang);
    }
  }
});
