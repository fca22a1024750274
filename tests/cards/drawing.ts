/** Draws scenes, and sets equal drawings side by side: what several people see alike is shown once. */
import type { Locale } from '../../src/domain/language.ts';
import type { Message } from '../../src/bot/cards/card.ts';
import { pictures } from '../../src/bot/cards/index.ts';
import type { PictureName } from '../../src/bot/intents/pictures.ts';
import { wordsFor } from '../../src/bot/text/words.ts';
import { firm } from '../domain/firm.ts';
import { later } from '../domain/requests.ts';
import { readerOf } from './records.ts';
import { type Scene, scenes, type Viewer, viewers } from './scenes.ts';

export const zone = 'Asia/Shanghai';

/** Undefined where there is nothing for this viewer to see. */
export async function draw(scene: Scene, { person }: Viewer, locale: Locale): Promise<Message | undefined> {
  const { picture, of, input, records = [], beside, now = later(15), where = firm } = scene;
  const ref = { name: picture, of, ...(input ? { input } : {}) };
  const shown = await pictures[picture].render(
    { ref, firm: where, records: readerOf(records, beside), now, viewer: person ? { person } : {} },
    wordsFor({ locale, zone }, where),
  );
  if (shown?.type === 'entry') throw new Error(`${picture} is no picture for a chat`);
  return shown;
}

export type Drawn = {
  readonly title: string;
  readonly seenBy: readonly Viewer[];
  readonly message: Message | undefined;
};

/** One entry for every different drawing of a scene. */
async function drawings(scene: Scene, locale: Locale): Promise<readonly Drawn[]> {
  const alike = new Map<string, { message: Message | undefined; seenBy: Viewer[] }>();
  for (const viewer of scene.viewers ?? viewers) {
    const message = await draw(scene, viewer, locale);
    const key = JSON.stringify(message ?? null);
    const entry = alike.get(key) ?? { message, seenBy: [] };
    entry.seenBy.push(viewer);
    alike.set(key, entry);
  }
  return [...alike.values()].map((entry) => ({ title: scene.title, ...entry }));
}

export async function gallery(picture: PictureName, locale: Locale): Promise<readonly Drawn[]> {
  const own = scenes.filter((scene) => scene.picture === picture);
  return (await Promise.all(own.map((scene) => drawings(scene, locale)))).flat();
}

/** The pictures for a chat that have a form of their own; `home` is the same drawing as `my`, hung up elsewhere. An entry of a list is none of them. */
export const names = (Object.keys(pictures) as PictureName[]).filter(
  (name) => name !== 'home' && name !== 'approval-entry',
);

/** A heading for one drawing in a golden file. */
export function headingOf({ title, seenBy }: Drawn): string {
  return `${title} — seen by ${seenBy.map(({ as }) => as).join('; ')}`;
}
