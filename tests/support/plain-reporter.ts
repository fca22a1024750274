/** Ends a test run with one line every machine can read: `N passed, N failed`, and `, N skipped` if there are any. */
import { writeSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export function plainLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A file that failed to load, a group whose setup failed and an error outside every test count as one failure each. */
export function count(modules: readonly TestModule[], strayErrors: number): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const broken = groups.filter((group) => group.errors().length > 0).length;
  const of = (state: string): number => tests.filter((found) => found === state).length;
  return {
    passed: of('passed'),
    failed: of('failed') + of('pending') + broken + strayErrors,
    skipped: of('skipped'),
  };
}

/** The line is written when the process leaves, after every other reporter and the teardown. */
export default class PlainReporter implements Reporter {
  #counts: Counts | undefined;

  onInit(): void {
    process.once('exit', (code) => {
      const counts = this.#counts ?? { passed: 0, failed: 0, skipped: 0 };
      const unexplained = code !== 0 && counts.failed === 0;
      writeSync(1, `${plainLine(unexplained ? { ...counts, failed: 1 } : counts)}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    this.#counts = count(modules, strayErrors.length);
  }
}
