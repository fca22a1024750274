/** A button is a promise: whoever is shown one on their own card may press it. */
import { expect, test } from 'vitest';
import { locales } from '../../src/domain/language.ts';
import { numberOf } from '../../src/domain/numbers.ts';
import type { Button, Message } from '../../src/bot/cards/card.ts';
import { buttonsOf } from '../../src/bot/platforms/playground/buttons.ts';
import { fingerprint } from '../../src/bot/engine/change.ts';
import { commands } from '../../src/commands/index.ts';
import { by, firm } from '../domain/firm.ts';
import { later } from '../domain/requests.ts';
import { draw } from './drawing.ts';
import { readerOf } from './records.ts';
import { type Scene, scenes, type Viewer, viewers } from './scenes.ts';

async function refusalOf(button: Button, scene: Scene, { person }: Viewer): Promise<string | undefined> {
  const command = commands.find(({ intent }) => intent.name === button.wish.intent);
  if (!command) return `no command grants ${button.wish.intent}`;
  const input = command.intent.shape.safeParse(button.wish.input);
  if (!input.success) return `${button.wish.intent} cannot read ${JSON.stringify(button.wish.input)}`;
  if (command.clockOnly) return `${button.wish.intent} is the clock’s`;
  if (!person) return undefined;
  const outcome = await command.decide({
    ...{
      input: input.data,
      by: by(person),
      now: later(120),
      firm: scene.where ?? firm,
      records: readerOf(scene.records ?? [], scene.beside),
    },
    number: async (kind) => numberOf(kind, 50),
    fingerprint,
  });
  return outcome.kind === 'refused' ? outcome.refusal.type : undefined;
}

function onIt(message: Message | undefined): readonly Button[] {
  if (!message) return [];
  return [...buttonsOf(message), ...(message.type === 'form' ? [message.open] : [])];
}

/** Forms aside: a form opens only when its wish has been granted. */
const cards = scenes.filter(({ picture }) => !picture.endsWith('-form'));

test('every button that somebody is shown on their own card is one they may press', async () => {
  const broken: string[] = [];
  for (const scene of cards) {
    for (const viewer of scene.viewers ?? viewers) {
      for (const button of onIt(await draw(scene, viewer, 'en-US'))) {
        const refusal = await refusalOf(button, scene, viewer);
        if (refusal) broken.push(`${scene.picture}, ${scene.title}, ${viewer.as}: ${button.label} -> ${refusal}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('a button’s wish is small enough for every platform, and the same in every language', async () => {
  for (const scene of scenes) {
    for (const viewer of scene.viewers ?? viewers) {
      const [first = [], second = []] = await Promise.all(
        locales.map(async (locale) => onIt(await draw(scene, viewer, locale)).map(({ wish }) => wish)),
      );
      expect(first).toEqual(second);
      for (const wish of first) expect(Buffer.byteLength(JSON.stringify(wish.input))).toBeLessThanOrEqual(1500);
    }
  }
});

test('no card offers the same wish twice, nor two buttons of the same name', async () => {
  for (const scene of scenes) {
    for (const viewer of scene.viewers ?? viewers) {
      const message = await draw(scene, viewer, 'zh-CN');
      if (message?.type !== 'card') continue;
      for (const block of message.card.blocks) {
        if (block.type !== 'buttons') continue;
        const labels = block.buttons.map(({ label }) => label);
        expect(new Set(labels).size, `${scene.picture}, ${scene.title}`).toBe(labels.length);
      }
    }
  }
});
