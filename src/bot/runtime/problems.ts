/** Everything that is wrong with what an operator wrote, all at once: where, what, and how to mend it. */

export type Problem = {
  /** A variable, or a place in a file (`people[2].department, 14:20`). */
  readonly at: string;
  readonly what: string;
  readonly hint: string;
};

/** The process ends with code 78 (EX_CONFIG of sysexits.h): starting again will not help before someone has edited something. */
export class ConfigProblems extends Error {
  readonly problems: readonly Problem[];

  /** `source` is the file, or "environment". */
  constructor(source: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = problems.map(({ at, what, hint }) => `  ${at}: ${what}${hint && `\n      → ${hint}`}`);
    super([`${source} has ${count}:`, ...lines].join('\n'));
    this.name = 'ConfigProblems';
    this.problems = problems;
  }
}

/** The word that was probably meant, when one is near enough to be a slip of the hand. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.round(word.length * 0.4));
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= limit ? best.candidate : undefined;
}

/** "did you mean …?" when there is a near word, otherwise the words there are. */
export function suggest(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length > 0 ? `known here: ${known.slice(0, 20).join(', ')}` : 'none are defined yet';
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
