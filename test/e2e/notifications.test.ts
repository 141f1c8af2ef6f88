import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { flowPlan, sendPlan } from '../support/model/plans.ts';
import { launchBrowser } from './support/browser.ts';
import { createCanvas, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { keepPicture, test } from './support/test.ts';

/** In a browser that can be allowed to notify. */
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
const notifiedTest = test.extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const browser = await launchBrowser({ executablePath: inject('windowedChromium') });
  onCleanup(() => browser.close());
  return browser;
});

const toasts = (page: Page) => page.locator('.toasts > li');

test('a job that ends elsewhere shows a toast, which opens its canvas and undoes its change', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of two steps');
  await untilJobIs(page, 'Running');
  const request = await model.nextRequest();
  // Without headers, the worker gives up after 30 seconds.
  request.open();
  await page.getByRole('link', { name: /^Jobs/ }).click();
  await page.getByRole('heading', { name: 'Jobs' }).waitFor();
  sendPlan(request, flowPlan(3, 'Two steps'));

  await toasts(page).getByText('Canvas drawn, 3 objects').waitFor();
  await keepPicture(page, 'toast on the jobs page');
  await page.getByRole('button', { name: 'Undo' }).click();
  await toasts(page).getByText('Change undone').waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await toasts(page).getByText('Change redone').waitFor();

  await page.reload();
  await page.getByRole('heading', { name: 'Jobs' }).waitFor();
  await page.getByRole('link', { name: 'Two steps', exact: true }).click();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
  expect(await toasts(page).count()).toBe(0);
});

notifiedTest(
  'a job that ends with two hidden tabs shows one browser notification, and is unread until it is marked as read',
  async ({ site, model, visit }) => {
    await site.startWorker();
    const { page, context } = await visit('/settings');
    await context.grantPermissions(['notifications'], { origin: site.origin });
    await page.reload();
    await page.getByLabel('Browser notifications').check();
    await page.goto(site.origin);
    await createCanvas(page, 'A flow of two steps');
    await untilJobIs(page, 'Running');
    const request = await model.nextRequest();
    request.open();
    await expect.poll(() => page.title()).toMatch(/^\d+% · /);
    const other = await context.newPage();
    await other.goto(`${site.origin}/jobs`);
    await other.getByText('Running').first().waitFor();
    const address = page.url();
    await page.getByRole('link', { name: /^Jobs/ }).click();
    await page.getByRole('heading', { name: 'Jobs' }).waitFor();
    for (const tab of [page, other]) await tab.evaluate(hide);

    sendPlan(request, flowPlan(3, 'Two steps'));
    for (const tab of [page, other]) await expect.poll(() => tab.title()).toMatch(/^\(1\) /);
    const shownIn = async () => Promise.all([page, other].map((tab) => tab.evaluate(() => shown.length)));
    await expect.poll(async () => (await shownIn()).toSorted()).toEqual([0, 1]);
    const notified = (await shownIn())[0] === 1 ? page : other;
    expect(await notified.evaluate(() => shown[0]?.title)).toBe('Two steps');
    await notified.evaluate(() => shown[0]?.onclick?.());
    await expect.poll(() => notified.url()).toBe(address);
    expect((await shownIn()).toSorted()).toEqual([0, 1]);

    // A toast waits for the tab that is visible first.
    const tab = notified === page ? other : page;
    await tab.evaluate(show);
    await toasts(tab).getByText('Canvas drawn, 3 objects').waitFor();
    expect(await tab.title()).toBe('Jobs – CollabCanvas');
    await tab.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    const list = tab.getByRole('dialog', { name: 'Notifications' });
    await list.getByText('Canvas drawn, 3 objects').waitFor();
    await keepPicture(tab, 'list of notifications');
    await list.getByRole('button', { name: 'Mark all as read' }).click();
    await list.press('Escape');
    for (const each of [page, other]) {
      await each.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    }
  },
);

/** In the page: the notifications that were shown. */
declare const shown: { title: string; onclick?: () => void }[];

/** In the page: ends {@link hide}. */
function show(): void {
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** In the page: hides it, as another tab in front does, and records its notifications. */
function hide(): void {
  const record: typeof shown = [];
  class RecordedNotification {
    static permission = 'granted';
    onclick?: () => void;
    readonly title: string;
    constructor(title: string) {
      this.title = title;
      record.push(this);
    }
    close(): void {}
  }
  Object.assign(window, { shown: record, Notification: RecordedNotification });
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
