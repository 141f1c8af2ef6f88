import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { keepPicture, test as onModel } from './support/test.ts';

const test = onModel.extend({ planner: 'sketcher' });

const instruction = (page: Page) => page.getByRole('dialog').getByLabel('Instruction');

async function open(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await instruction(page).waitFor();
}

/** Moves the focus with Tab until it is on a field. */
async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await field.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${label}`);
}

test('a canvas is created in the dialog by keyboard, with kind and priority, from any page', async ({
  site,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/jobs');
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  await open(page);
  await page.keyboard.type('paint, sand, varnish');
  await tabTo(page, 'Kind');
  await page.keyboard.type('Kan');
  await tabTo(page, 'Priority');
  await page.keyboard.type('High');
  await keepPicture(page, 'generation dialog');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/c\/[^/]+$/);
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toContainEqual(expect.stringContaining('To do'));
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('an outage keeps the text, and Escape closes the dialog but not the job', async ({ site, visit }) => {
  await site.startWorker();
  const visitor = await visit('/jobs');
  const { page } = visitor;
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  await open(page);
  await page.keyboard.type('paint, sand, varnish');
  await page.route('**/graphql', (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('alert').getByText('Can’t reach the server').waitFor();
  await page.unroute('**/graphql');
  visitor.complaints.length = 0;

  // The answer comes after the dialog is closed.
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    await closed;
    await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('Queued').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  close();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL(/\/c\/[^/]+$/);
  await job(page).getByText('paint, sand, varnish').waitFor();
});
