import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, piecesOf } from '../support/model/plans.ts';
import { outlineOf, untilJobIs } from './support/canvasPage.ts';
import { fillJobs } from './support/fillJobs.ts';
import { tabTo, untilFocused } from './support/focus.ts';
import { keepPicture, test } from './support/test.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Opens the palette and searches in it. */
async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await untilFocused(page.getByRole('combobox', { name: 'Search and commands' }));
  await page.keyboard.type(text);
}

describe('by the keyboard alone', () => {
  test('a person creates a canvas, watches it, cancels its job, and finds it again', async ({
    site,
    model,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/jobs');
    await page.getByRole('banner').waitFor();
    await page.keyboard.press('n');
    await untilFocused(page.getByRole('dialog', { name: 'Create a canvas' }).getByLabel('Instruction'));
    await page.keyboard.type('A flow for a bakery');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/c\/[^/]+$/);
    const request = await model.nextRequest();
    request.sendText(piecesOf(flowPlan(9, 'Bakery')).slice(0, 4).join(''));
    await expect.poll(() => outlineOf(page)).toEqual(['Step 1', 'Step 2', 'Step 3']);
    await tabTo(button(page, 'Cancel'));
    await page.keyboard.press('Enter');
    await tabTo(button(page, 'Keep partial result'));
    await page.keyboard.press('Enter');
    await untilJobIs(page, 'Cancelled');

    // At once: the second key counts for a short time only.
    await Promise.all([page.keyboard.press('g'), page.keyboard.press('j')]);
    await page.waitForURL(/\/jobs$/);
    await search(page, '');
    await keepPicture(page, 'command palette');
    await page.keyboard.type('bakery');
    await page.getByRole('option', { name: /A flow for a bakery.*Cancelled/ }).waitFor();
    await keepPicture(page, 'command palette with results');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/jobs\/[^/]+$/);
    await search(page, 'bakery');
    await page.getByRole('option', { name: /^Bakery/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/[^/]+$/);
    // The keys of the drawing are listed when it is there.
    await page.getByRole('toolbar', { name: 'Draw' }).waitFor();
    await page.keyboard.press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts.getByRole('listitem').filter({ hasText: 'Draw a boxR' }).waitFor();
    await keepPicture(page, 'keyboard shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await search(page, 'rename');
    await page.getByRole('option', { name: 'Rename', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await untilFocused(page.getByLabel('Title'));
    await page.keyboard.type('Bakery plan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bakery plan' }).waitFor();
  });
});

test('Enter opens the first result after typing', async ({ database, visit }) => {
  await fillJobs(database.pool(), 12);
  const { page } = await visit('/jobs');
  await page.getByRole('banner').waitFor();
  await search(page, '');
  await page
    .getByRole('option', { name: /^Canvas/ })
    .first()
    .waitFor();
  // As a person types: results that are listed go one by one.
  await page.keyboard.type('number 12', { delay: 60 });
  const found = page.getByRole('option', { name: 'Flow number 12 of the big list' });
  await found.and(page.getByRole('option', { selected: true })).waitFor();
  await keepPicture(page, 'command palette after typing');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Flow number 12 of the big list' }).waitFor();
});
