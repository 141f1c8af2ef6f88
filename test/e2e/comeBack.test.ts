import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { flowPlan, piecesOf, sendPlan } from '../support/model/plans.ts';
import { startProxy } from '../support/processes/proxy.ts';
import { createCanvas, job, outlineOf, progressOf, untilJobIs } from './support/canvasPage.ts';
import { untilDrawn } from './support/drawing.ts';
import { prepareSite } from './support/site.ts';
import { browserTest, keepPicture, test } from './support/test.ts';

const banner = (page: Page) => page.locator('.connection-banner');
const pieces = piecesOf(flowPlan(9, 'Five steps'));
const firstThree = ['Step 1', 'Step 2', 'Step 3'];

test('a page that is reloaded during a job continues with its current state', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  const progress = await progressOf(page);

  await page.reload();
  await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  await untilJobIs(page, 'Running');
  expect(await progressOf(page)).toBeGreaterThanOrEqual(progress);
  await untilDrawn(page);

  request.sendText(pieces.slice(4).join(''));
  request.complete();
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toHaveLength(9);
});

test('a job finishes without its page, and its canvas is on the start page', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page, context } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  const request = await model.nextRequest();
  await page.close();
  request.sendText(pieces.join(''));
  request.complete();

  const later = await context.newPage();
  await later.goto(site.origin);
  await later.getByRole('link', { name: /^Five steps 9 objects/ }).click();
  await untilJobIs(later, 'Done');
  await expect.poll(() => outlineOf(later)).toHaveLength(9);
});

test('a page that loses the API shows it, and catches up when the API is back', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page, expectComplaints } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  // The editor, which comes in parts, is all there then.
  await untilDrawn(page);

  await site.stopApi();
  await banner(page).getByText('The server is restarting…').waitFor();
  await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  request.sendText(pieces.slice(4, 6).join(''));
  await site.startApi();
  await expect.poll(() => outlineOf(page)).toEqual([...firstThree, 'Step 4', 'Step 5']);
  await expect.poll(() => banner(page).textContent()).toMatch(/^(Connected again)?$/);

  request.sendText(pieces.slice(6).join(''));
  request.complete();
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toHaveLength(9);
  const outline = await outlineOf(page);
  expect(new Set(outline).size).toBe(9);
  // If it asked while nobody was there, the browser's console says that, and nothing else.
  expectComplaints(/ERR_CONNECTION_(?:REFUSED|RESET)/);
});

test('a page without a network shows it at once, and catches up when the network is back', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page, context, expectComplaints } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  await untilDrawn(page);

  await context.setOffline(true);
  await banner(page).getByText('You are offline. Changes are kept and sent later.').waitFor();
  await keepPicture(page, 'offline');
  request.sendText(pieces.slice(4).join(''));
  request.complete();
  await context.setOffline(false);
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toHaveLength(9);
  const outline = await outlineOf(page);
  expect(new Set(outline).size).toBe(9);
  await expect.poll(() => banner(page).textContent()).toMatch(/^(Connected again)?$/);
  // Lists have been read again: the badge of the jobs that go on is gone.
  await expect.poll(() => page.getByRole('link', { name: /^Jobs/ }).textContent()).toBe('Jobs ');
  expectComplaints(/ERR_INTERNET_DISCONNECTED/);
});

test('a job that ends while the network is away is reported when it is back, and pages open meanwhile', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page, context, expectComplaints } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  const request = await model.nextRequest();
  request.open();
  await page.getByRole('link', { name: /^Jobs/ }).click();
  await expect.poll(() => page.title()).toMatch(/^\d+% · /);
  await expect.poll(() => page.evaluate(isPrefetched)).toBe(true);

  await context.setOffline(true);
  await banner(page).getByText('You are offline. Changes are kept and sent later.').waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  sendPlan(request, flowPlan(3, 'Two steps'));
  await context.setOffline(false);
  await page.locator('.toasts > li').getByText('Canvas drawn, 3 objects').waitFor();
  await expect.poll(() => page.title()).toBe('Settings – CollabCanvas');
  await expect.poll(() => page.locator('link[rel="icon"]').getAttribute('href')).toBe('/icon.svg');
  expectComplaints(/ERR_INTERNET_DISCONNECTED/);
});

/** In the page: whether all files that it fetches when the browser is idle are there. */
function isPrefetched(): boolean {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="prefetch"]')];
  const fetched = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
  return links.length > 0 && links.every(({ href }) => fetched.has(href));
}

test('a job waits with a reason while no worker runs, and starts when a worker is available', async ({
  site,
  model,
  visit,
}) => {
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of five steps');
  await untilJobIs(page, 'Queued');
  await job(page).getByText('No worker is running.').waitFor();
  await site.startWorker();
  const request = await model.nextRequest();
  await untilJobIs(page, 'Running');
  request.sendText(pieces.join(''));
  request.complete();
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toHaveLength(9);
});

type Outage = { origin: string; begin(): Promise<void>; end(): Promise<void> };

const outageTest = browserTest.extend<{ outage: Outage }>({
  outage: async ({ database }, use) => {
    const target = new URL(database.url);
    let proxy = await startProxy(target);
    const proxied = new URL(database.url);
    proxied.host = proxy.host;
    const site = await prepareSite(proxied.href, {});
    try {
      await site.startApi();
      await use({
        origin: site.origin,
        begin: () => proxy.stop(),
        async end() {
          proxy = await startProxy(target, Number(proxied.port));
        },
      });
    } finally {
      await site.stop();
      await proxy.stop();
    }
  },
});

outageTest(
  'a page that is opened without a database opens when the database is back',
  async ({ outage, browser }) => {
    await outage.begin();
    const page = await browser.newPage();
    await page.goto(`${outage.origin}/jobs`);
    await page.getByRole('heading', { name: 'CollabCanvas is not available' }).waitFor();
    await keepPicture(page, 'not available');
    await outage.end();
    await page.getByRole('heading', { name: 'Jobs' }).waitFor();
    await page.close();
  },
);
