/** What a post says or shows. */
import type { AnyRefusal } from '../../domain/records.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { Notice } from '../text/notices.ts';

/** A post to be made: `say` once, `show` until it is true, `open` a form or list at this moment. */
export type PostContent =
  | { readonly kind: 'say'; readonly notice: Notice }
  /** A no to words typed into a chat, which have no other way to be answered. */
  | { readonly kind: 'say'; readonly refusal: AnyRefusal }
  /** A mistake of ours, with the reference under which it is logged. */
  | { readonly kind: 'say'; readonly bug: string }
  /** `renew`: every copy that stands in this place is drawn again, also when nothing in it has changed. */
  | { readonly kind: 'show' | 'open' | 'renew'; readonly picture: PictureRef };
