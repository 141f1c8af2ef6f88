/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { outlineOf } from './support/canvasPage.ts';
import { untilSaved } from './support/editor.ts';
import { savedObject } from './support/savedCanvas.ts';
import { test } from './support/test.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.ariaLabel);

test('objects are selected, moved, written and deleted by keyboard, and the focus stays', async ({
  openFlow,
}) => {
  const { page } = await openFlow();
  const before = await savedObject(page, 'Step 2');
  const announcement = page.locator('.stage output.visually-hidden');
  await page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name: 'Select' }).focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Drawing');

  await page.keyboard.press('ArrowDown');
  await announcement.getByText('Step 1, 1 of 3').waitFor();
  await page.keyboard.press('Tab');
  await announcement.getByText('Step 2, 2 of 3').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await savedObject(page, 'Step 2')).x).toBe((before.x ?? 0) + 7);

  await page.keyboard.press('Enter');
  await page.locator('.excalidraw-wysiwyg').fill('Done');
  await page.keyboard.press('Escape');
  await expect.poll(() => outlineOf(page)).toContain('Step 1 leads to Done');
  await untilSaved(page);

  await page.keyboard.press('Alt+F10');
  await expect.poll(() => focused(page)).toBe('Neutral');
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toBe('Delete');
  await page.keyboard.press('Enter');
  await expect.poll(() => outlineOf(page)).toEqual(['Step 1']);
  await expect.poll(() => focused(page)).toBe('Drawing');
  await untilSaved(page);
  const undo = page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name: 'Undo' });
  await undo.focus();
  // Until nothing is left to undo: the button keeps the focus.
  const undoAndRead = async () => {
    await page.keyboard.press('Enter');
    return await outlineOf(page);
  };
  await expect.poll(undoAndRead).toEqual([]);
  expect(await focused(page)).toBe('Undo');
});
