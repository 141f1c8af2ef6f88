import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, piecesOf } from '../support/plans.ts';
import { outlineOf, untilJobIs } from './support/canvasPage.ts';
import { keepPicture, test } from './support/test.ts';

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name });
  await control.waitFor();
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isFocused()); presses++) await page.keyboard.press('Tab');
  expect(await isFocused()).toBe(true);
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
    await page.getByRole('dialog', { name: 'Create a canvas' }).waitFor();
    await page.keyboard.type('A flow for a bakery');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/c\/[^/]+$/);
    const request = await model.nextRequest();
    request.sendText(piecesOf(flowPlan(9, 'Bakery')).slice(0, 4).join(''));
    await expect.poll(() => outlineOf(page)).toEqual(['Step 1', 'Step 2', 'Step 3']);
    await tabTo(page, 'Cancel');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Keep partial result');
    await page.keyboard.press('Enter');
    await untilJobIs(page, 'Cancelled');

    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.waitForURL(/\/jobs$/);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search and commands' });
    await field.waitFor();
    await keepPicture(page, 'command palette');
    await page.keyboard.type('bakery');
    await page.getByRole('option', { name: /A flow for a bakery.*Cancelled/ }).waitFor();
    await keepPicture(page, 'command palette with results');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/jobs\/[^/]+$/);
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('bakery');
    await page.getByRole('option', { name: /^Bakery/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/[^/]+$/);
    await page.keyboard.press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts.getByRole('listitem').filter({ hasText: 'Draw a boxR' }).waitFor();
    await keepPicture(page, 'keyboard shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await field.waitFor();
    await page.keyboard.type('rename');
    await page.keyboard.press('Enter');
    await page.getByLabel('Title').waitFor();
    await page.keyboard.type('Bakery plan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bakery plan' }).waitFor();
  });
});
