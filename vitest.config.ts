import { defineConfig } from 'vitest/config';

// graphql tells a second copy of itself only under this condition; in the workers it comes from their flags.
const conditions = ['--conditions=development'];

export default defineConfig({
  test: {
    globalSetup: 'test/setup/global-setup.ts',
    execArgv: conditions,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'worker/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
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
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
