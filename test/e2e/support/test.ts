import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type ModelRequest, type ModelServer, startModelServer } from '../../support/model/modelServer.ts';
import { test as databaseTest } from '../../support/setup/database.ts';
import { launchBrowser, newProfile, type Viewing } from './browser.ts';
import { createCanvas } from './canvasPage.ts';
import { recordComplaints } from './complaints.ts';
import { drawFlow } from './drawFlow.ts';
import { drawingAtRest } from './drawing.ts';
import { prepareSite, type Site } from './site.ts';

/** A visitor with a browser profile of their own. */
export type Visitor = {
  page: Page;
  context: BrowserContext;
  /** What the browser has complained about. */
  complaints: string[];
  /**
   * Complaints that the test provokes: from now on, and before, those that match are no failure. The browser reports
   * some time after the page has seen the cause, and while the cause lasts.
   */
  expectComplaints(pattern: RegExp): void;
};

type Fixtures = {
  /** Who plans: the model that the test plays, or the built-in sketcher. */
  planner: 'model' | 'sketcher';
  model: ModelServer;
  /** Added to the environment of all parts. */
  env: Record<string, string>;
  /** A running API; workers are started by the test. */
  site: Site;
  /** Opens a page as a new visitor. No browser may have complained by the end of the test. */
  visit(path: string, viewing?: Viewing): Promise<Visitor>;
  /** Starts a worker, has a visitor create a canvas, and gives the request that the model gets. */
  startJob(viewing?: Viewing): Promise<Visitor & { request: ModelRequest }>;
  /** Starts a worker, and opens the page of a new canvas with a finished flow of two steps. */
  openFlow(): Promise<Visitor>;
};

/** Retries without the waits that people would get. */
const quick = { RETRY_FIRST_DELAY_MS: '10', RETRY_BACKOFF_BASE_MS: '20', RETRY_BACKOFF_MAX_MS: '40' };

/** A test in a real browser, without an installation. */
export const browserTest = databaseTest.extend<{ browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/** A test in a real browser, on a real installation. */
export const test = browserTest.extend<Fixtures>({
  planner: 'model',
  env: {},
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  model: async ({}, use) => {
    const model = await startModelServer();
    await use(model);
    await model.stop();
  },
  site: async ({ database, planner, model, env }, use) => {
    const asking = planner === 'model' ? { OPENAI_BASE_URL: model.baseUrl } : {};
    const site = await prepareSite(database.url, { ...quick, ...asking, ...env });
    try {
      await site.startApi();
      await use(site);
    } finally {
      await site.stop();
    }
  },
  visit: async ({ browser, site, task }, use) => {
    const visitors: Visitor[] = [];
    const expected: RegExp[] = [];
    const expectComplaints = (pattern: RegExp) => void expected.push(pattern);
    await use(async (path, viewing) => {
      const context = await newProfile(browser, viewing);
      const complaints = recordComplaints(context, site.origin);
      const visitor = { context, complaints, expectComplaints, page: await context.newPage() };
      visitors.push(visitor);
      await visitor.page.goto(`${site.origin}${path}`);
      return visitor;
    });
    if (task.result?.errors) await Promise.all(visitors.map((visitor) => report(visitor, task.name)));
    await Promise.all(visitors.map(({ context }) => context.close()));
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))).toEqual(
      [],
    );
  },
  startJob: ({ site, model, visit }, use) =>
    use(async (viewing) => {
      await site.startWorker();
      const visitor = await visit('/', viewing);
      await createCanvas(visitor.page, 'A flow of five steps');
      return { ...visitor, request: await model.nextRequest() };
    }),
  openFlow: ({ site, model, visit }, use) =>
    use(async () => {
      await site.startWorker();
      const visitor = await visit('/');
      await drawFlow(visitor.page, model);
      await drawingAtRest(visitor.page);
      return visitor;
    }),
});

/** Prints what a page shows when its test fails: of a run elsewhere, the output may be all that is left. */
async function report({ page, complaints }: Visitor, name: string): Promise<void> {
  if (page.isClosed()) return;
  await keepPicture(page, `${name} ${new URL(page.url()).pathname}`);
  const shown = await page.locator('body').ariaSnapshot();
  process.stderr.write(`${[page.url(), ...complaints, shown].join('\n')}\n`);
}

/** Keeps what a page looks like in `test-results/`, for people to look at. */
export function keepPicture(page: Page, name: string) {
  return page.screenshot({ path: `test-results/${name.replace(/\W+/g, '-')}.png` });
}
