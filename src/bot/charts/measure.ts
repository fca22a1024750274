/** How wide words are, roughly: for letters of fonts that only the reader has. */

/** Of letters, in font sizes: Han and other full-width ones, and all others. */
const full = 1;
const half = 0.57;

export function roughWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + size * (/[\u1100-\uFFFF]/.test(letter) ? full : half), 0);
}
