/** What stands for names, moments and words in the samples. */

/** A blank is set in these brackets, so that the words around it can be judged alone. */
export const blank = (what: string): string => `⟨${what}⟩`;

export const at = new Date('2026-11-27T08:00:00Z');
