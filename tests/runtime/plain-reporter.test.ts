/** The last line of a test run counts everything that went wrong. */
import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { count, plainLine } from '../support/plain-reporter.ts';

type State = 'passed' | 'failed' | 'skipped' | 'pending';

/** As much of a test file as the reporter looks at. */
function file(states: readonly State[], errors = 0, suiteErrors: readonly number[] = []): TestModule {
  const broken = (found: number) => ({ errors: () => Array.from({ length: found }, () => new Error('no')) });
  return {
    ...broken(errors),
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => suiteErrors.map(broken),
    },
  } as unknown as TestModule;
}

test('passed, failed and skipped tests are counted over all files', () => {
  expect(count([file(['passed', 'failed']), file(['passed', 'skipped'])], 0)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
  });
});

test('a file that could not be loaded, a broken group and a stray error are failures', () => {
  expect(count([file([], 1), file(['passed'], 0, [0, 1])], 1)).toEqual({ passed: 1, failed: 3, skipped: 0 });
});

test('a test that never came to its end is a failure', () => {
  expect(count([file(['pending'])], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('skipped tests are mentioned only when there are any', () => {
  expect(plainLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(plainLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});
