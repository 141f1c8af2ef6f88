import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { savedCanvas } from './support/savedCanvas.ts';
import { keepPicture, test } from './support/test.ts';

async function choose(page: Page, menu: string, item: string) {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menu', { name: menu }).getByRole('menuitem', { name: item }).click();
}
const cards = (page: Page) => page.locator('a.canvas-card');

test('a canvas is renamed, duplicated, deleted and restored on its own page', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await drawFlow(page, model);
  const address = page.url();

  await page.getByRole('heading', { name: 'A flow' }).getByRole('button').click();
  await page.getByLabel('Title').fill('  ');
  await page.keyboard.press('Enter');
  await page.getByText('The title is empty.').waitFor();
  await page.getByLabel('Title').fill('Way to nowhere');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'A flow' }).getByRole('button').click();
  expect(await page.getByLabel('Title').inputValue()).toBe('A flow');
  await page.getByLabel('Title').fill('Way to the summit');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Way to the summit' }).waitFor();
  await expect.poll(async () => (await savedCanvas(page)).title).toBe('Way to the summit');

  await choose(page, 'More', 'Duplicate');
  await page.getByRole('heading', { name: 'Way to the summit (copy)' }).waitFor();
  expect(page.url()).not.toBe(address);
  await expect.poll(() => outlineOf(page)).toHaveLength(3);

  await choose(page, 'More', 'Delete');
  await page.getByText('Deleted “Way to the summit (copy)”').waitFor();
  await expect
    .poll(() => cards(page).allTextContents())
    .toEqual([expect.stringMatching(/^Way to the summit\d/)]);
  await page.locator('.toasts').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Way to the summit (copy)' }).waitFor();
  await expect.poll(async () => (await savedCanvas(page)).deletedAt).toBeNull();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
});

test('the list of canvases renames, deletes and restores canvases, too', async ({ site, model, visit }) => {
  await site.startWorker();
  const { page } = await visit('/');
  await drawFlow(page, model);
  await page.getByRole('link', { name: 'CollabCanvas, start page' }).click();

  await choose(page, 'Actions for A flow', 'Rename');
  await page.getByLabel('Title').fill('Way to the summit');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^Way to the summit/ }).waitFor();
  await keepPicture(page, 'list of canvases');

  await choose(page, 'Actions for Way to the summit', 'Delete');
  await expect.poll(() => cards(page).count()).toBe(0);
  await page.getByText('1 deleted canvas').click();
  await page.getByText('Deleted permanently on').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(() => cards(page).count()).toBe(1);
});

test('a page of a canvas that is deleted elsewhere shows it, and offers only to restore it', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page, context } = await visit('/');
  await drawFlow(page, model);
  const other = await context.newPage();
  await other.goto(page.url());
  await untilJobIs(other, 'Done');
  await choose(other, 'More', 'Delete');
  await page.getByText('This canvas is deleted.').waitFor();
  expect(await page.getByRole('toolbar', { name: 'Draw' }).count()).toBe(0);
  expect(await page.getByLabel('Change this canvas').count()).toBe(0);
  const buttons = page.getByRole('main').getByRole('button');
  const names = await buttons.evaluateAll((all) =>
    all.map((button) => button.ariaLabel || button.textContent),
  );
  expect(names).toEqual(['Zoom out', '100%', 'Zoom in', 'Fit to screen', 'Restore']);
  await page.getByRole('region', { name: 'Deleted' }).getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('toolbar', { name: 'Draw' }).waitFor();
});
