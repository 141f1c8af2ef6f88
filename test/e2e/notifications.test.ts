import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { flowPlan, sendPlan } from '../support/plans.ts';
import { createCanvas, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { keepPicture, test } from './support/test.ts';

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
  await page.getByRole('link', { name: /A flow of two steps/ }).click();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
  expect(await toasts(page).count()).toBe(0);
});
