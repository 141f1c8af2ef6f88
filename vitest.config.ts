import { defineConfig } from 'vitest/config';

// graphql tells a second copy of itself only under `development`. Vite and Node must choose alike, or the two
// load different builds of it, and one does not know the errors of the other.
const conditions = ['module-sync', 'node', 'development'];

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    globalSetup: 'test/support/setup/globalSetup.ts',
    setupFiles: 'test/support/setup/randomTests.ts',
    execArgv: ['--conditions=development'],
    // Most tests wait for a database or another process: a core is no use to anyone if it waits, too.
    maxWorkers: '100%',
    // Modules keep no state of their own, so files may share them; loading them again took most of the time.
    isolate: false,
    // A condition that is met late is met: how fast a machine is must not decide about a test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As in the browser tests: a second failure counts. `.ci/run` names the tests that passed in their second run only.
    retry: process.env.CI ? 1 : 0,
    expect: { poll: { timeout: 60_000 } },
    // Sequences that each property test of the job's lifecycle tries; a multiple of it bounds other random tests.
    provide: { chaosRuns: Number(process.env.CHAOS_RUNS ?? 8) },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{src,bench}/**/*.test.ts',
            'tools/**/*.test.ts',
            'worker/**/*.test.ts',
            'web/**/*.test.{ts,tsx}',
          ],
          globalSetup: [],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          globalSetup: [],
        },
      },
    ],
  },
});
