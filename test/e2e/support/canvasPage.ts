import type { Locator, Page } from 'playwright-core';

/** What a person sees of a canvas and of its job. */

/** Types an instruction on the start page, creates the canvas, and waits for its page. */
export async function createCanvas(page: Page, instruction: string): Promise<void> {
  await page.getByLabel('Describe a canvas').fill(instruction);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/c\/[^/]+$/);
}

/** The canvas in words, object by object. */
export function outlineOf(page: Page) {
  return page.getByLabel('Objects on the canvas').locator('li').allTextContents();
}

/** Waits until the job's badge says so. */
export function untilJobIs(page: Page, status: string) {
  return job(page).locator('.badge').getByText(status, { exact: true }).waitFor();
}

/** The part of the page that is about the job. */
export function job(page: Page): Locator {
  return page.getByRole('region', { name: 'Job', exact: true });
}

/** How far the job is by its bar, 0 to 100. */
export async function progressOf(page: Page): Promise<number> {
  return Number(await job(page).getByRole('progressbar').getAttribute('aria-valuenow'));
}

/** What the drawing is drawn on. */
export function drawnCanvas(page: Page): Locator {
  return page.locator('canvas.static');
}

/** On phones, where the panel of a canvas is closed at first: opens it. */
export async function openPanel(page: Page): Promise<void> {
  const handle = page.getByRole('button', { name: 'Jobs and tools' });
  await handle.waitFor();
  if ((await handle.getAttribute('aria-expanded')) === 'false') await handle.click();
}
