import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Where Chromium without windows usually is: it takes a quarter less time. */
const shells = ['/usr/bin/chromium-headless-shell'];

/** Where Chromium, or a browser built on it, usually is. */
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const find = (places: readonly string[]) => process.env.CHROMIUM_PATH ?? places.find(existsSync) ?? '';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  ...(base.ssr && { ssr: base.ssr }),
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/buildWebApp.ts', 'test/support/setup/globalSetup.ts'],
    setupFiles: 'test/support/setup/randomTests.ts',
    execArgv: ['--conditions=development'],
    provide: { chromium: find([...shells, ...browsers]), windowedChromium: find(browsers) },
    maxWorkers: 2,
    // As in the other suite. The files that a process runs also share its browser.
    isolate: false,
    // What a test waits for is there at once on an idle machine; a busy one gets its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A busy machine can make a browser miss something once. What the first run complained about is printed.
    retry: process.env.CI ? 1 : 0,
    expect: { poll: { timeout: 60_000, interval: 50 } },
  },
});
