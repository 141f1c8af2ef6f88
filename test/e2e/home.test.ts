import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { createCanvas, untilJobIs } from './support/canvasPage.ts';
import { untilFocused } from './support/focus.ts';
import { keepPicture, test } from './support/test.ts';

/** How far content has moved on this page without the person's doing. */
function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[];
          resolve(shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without a shift, the observer is never called.
        requestAnimationFrame(() => setTimeout(() => resolve(0)));
      }),
  );
}

describe('the start page', () => {
  test.override({ planner: 'sketcher' });

  test('invites a new person, and shows how to connect a model until that is dismissed', async ({
    visit,
  }) => {
    const { page } = await visit('/');
    await page.getByRole('heading', { name: 'No canvases yet' }).waitFor();
    const note = page.getByRole('complementary', { name: /connect an AI model/ });
    await expect.poll(() => note.getByRole('listitem').count()).toBe(3);
    await keepPicture(page, 'first run');
    expect(await layoutShiftOf(page)).toBeLessThanOrEqual(0.02);
    await page.getByRole('button', { name: /^Launch kanban.*Kanban for a product launch/s }).click();
    const box = page.getByLabel('Describe a canvas');
    await expect.poll(() => box.inputValue()).toMatch(/^Kanban for a product launch/);
    await note.getByRole('button', { name: 'Dismiss' }).click();
    await note.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'No canvases yet' }).waitFor();
    expect(await note.count()).toBe(0);

    const offer = page.getByRole('button', { name: 'Take the tour' });
    await offer.focus();
    await page.keyboard.press('Enter');
    const tour = page.getByRole('dialog', { name: 'Tour' });
    for (const position of ['1 of 4', '2 of 4', '3 of 4', '4 of 4']) {
      await tour.getByText(position).waitFor();
      await keepPicture(page, `tour ${position}`);
      await page.keyboard.press('Enter');
    }
    await tour.waitFor({ state: 'detached' });
    await untilFocused(box);
    expect(await offer.count()).toBe(0);
  });

  test('finds canvases, keeps the search in the address, and nothing moves while it loads', async ({
    site,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'Mind map of a bakery: bread, cakes');
    await untilJobIs(page, 'Done');
    await page.goto(site.origin);
    await createCanvas(page, 'SWOT of a weekly market');
    await untilJobIs(page, 'Done');
    await page.goto(site.origin);
    await page.getByRole('heading', { name: 'Recent jobs' }).waitFor();
    await keepPicture(page, 'home');
    expect(await layoutShiftOf(page)).toBeLessThanOrEqual(0.02);

    await page.getByRole('searchbox').fill('BAKERY');
    await page.waitForURL(/\?q=BAKERY$/);
    const cards = page.locator('a.canvas-card');
    await expect.poll(() => cards.count()).toBe(1);
    await page.reload();
    await expect.poll(() => cards.allTextContents()).toEqual([expect.stringMatching(/bakery/i)]);
    expect(await page.getByRole('searchbox').inputValue()).toBe('BAKERY');

    await page.goto(`${site.origin}/jobs`);
    await page.getByText('SWOT of a weekly market').first().waitFor();
    expect(await layoutShiftOf(page)).toBeLessThanOrEqual(0.02);
  });
});
