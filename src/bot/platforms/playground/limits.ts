/** What the page and its door can take. Our own numbers: chosen so that junk stays usable, not imposed by anyone. */
import type { Traits } from '../../ports/platform.ts';

/** Characters of one block that are drawn; the rest is cut with a mark, so that 40,000 characters of junk stay readable. */
export const MOST_DRAWN = 3_000;

/** Characters a person may say or type into one field. */
export const MOST_SAID = 40_000;

/** Newest messages of a conversation that are drawn and can be pressed. */
export const HISTORY = 200;

export const traits: Traits = {
  editableDays: 3650,
  perChatPerSecond: 1000,
  perAppPerSecond: 1000,
  hasHome: true,
  hasInbox: false,
  repaintsPressed: false,
};

/** Cuts by characters as people count them; never through the middle of one. */
export function cut(text: string, most: number = MOST_DRAWN): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
