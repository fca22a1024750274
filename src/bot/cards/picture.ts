/** How a picture is written down: what it is drawn from, and the pure drawing. */
import type { Firm, Person } from '../../domain/firm.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { RecordReader } from '../ports/store.ts';
import type { Words } from '../text/words.ts';
import type { Showable } from './card.ts';

/** For whom it is drawn: one person, or everybody in a room. */
export type Viewer = { readonly person?: Person };

export type Scene = {
  readonly ref: PictureRef;
  readonly firm: Firm;
  readonly records: RecordReader;
  readonly viewer: Viewer;
  readonly now: Date;
};

export type Picture<Data = unknown> = {
  /** Reads what the drawing needs; undefined when there is nothing to draw any more. */
  readonly load: (scene: Scene) => Promise<Data | undefined>;
  /** Pure: the same data, words and viewer always give the same message. */
  readonly draw: (data: Data, words: Words, viewer: Viewer) => Showable;
};

/** A picture whose data type has been forgotten, for the registry. */
export type AnyPicture = {
  readonly render: (scene: Scene, words: Words) => Promise<Showable | undefined>;
};

export function picture<Data>(definition: Picture<Data>): AnyPicture {
  return {
    render: async (scene, words) => {
      const data = await definition.load(scene);
      return data === undefined ? undefined : definition.draw(data, words, scene.viewer);
    },
  };
}
