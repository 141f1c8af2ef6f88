import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface ProvidedContext {
    /** Path of the browser's program; empty when there is none. */
    chromium: string;
    /** The same of one that could show windows, for what a browser without them lacks. */
    windowedChromium: string;
  }
}

/** A viewport of a person at a desk, where a test asks for no other. */
const desk: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  locale: 'en-GB',
  // Animations cost most of a test's time in the browser. Tests of motion ask for it.
  reducedMotion: 'reduce',
};

/**
 * Starts the browser, without a window and without conversations of its own with its maker.
 *
 * @throws Error when no browser is found
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath = inject('chromium') } = options;
  if (executablePath === '') {
    throw new Error('No Chromium was found. Install it, or set CHROMIUM_PATH to its program.');
  }
  return await chromium.launch({
    ...options,
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How a page is looked at; what is left out is as at a desk. */
export type Viewing = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'reducedMotion'>;

/** A visitor's own browser profile: nothing in it is shared with others. */
export async function newProfile(browser: Browser, viewing: Viewing = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...desk, ...viewing });
  // As long as `expect.poll` waits.
  context.setDefaultTimeout(60_000);
  return context;
}
