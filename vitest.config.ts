/** How the tests run: TypeScript as it is, one PostgreSQL for the whole run, and a plain line at the end. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: ['default', './tests/support/plain-reporter.ts'],
    pool: 'forks',
    // Stories wait for the database much of the time: one for each core, not one less.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
