/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person sees of a canvas and of its job. */

/** Types an instruction on the start page, creates the canvas, and waits for its page. */
export async function createCanvas(page: Page, instruction: string): Promise<void> {
  await page.getByLabel('Describe a canvas').fill(instruction);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/c\/[^/]+$/);
}

/** The canvas in words, object by object. */
export const outlineOf = (page: Page) =>
  page.getByLabel('What is on the canvas').locator('li').allTextContents();

/** Waits until the job's badge says so. */
export const untilJobIs = (page: Page, status: string) =>
  job(page).getByText(status, { exact: true }).waitFor();

/** The part of the page that is about the job. */
export const job = (page: Page): Locator => page.getByRole('region', { name: 'Job' });

/** How far the job is by its bar, 0 to 100. */
export async function progressOf(page: Page): Promise<number> {
  return Number(await job(page).getByRole('progressbar').getAttribute('aria-valuenow'));
}

/** What is drawn: pixels that differ from the background, in how many colours, and a hash of all. */
type Drawing = { inked: number; colours: number; hash: number };

/** Reads a copy, so that the browser goes on drawing the original where it draws best. */
async function drawingOf(page: Page): Promise<Drawing> {
  return await page.locator('canvas.static').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The drawing is not on a canvas.');
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!copy) throw new Error('The drawing can not be copied.');
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    const [background] = pixels;
    const colours = new Set<number>();
    let inked = 0;
    let hash = 0;
    for (const pixel of pixels) {
      hash = (Math.imul(hash, 31) + pixel) | 0;
      if (pixel === background) continue;
      inked += 1;
      colours.add(pixel);
    }
    return { inked, colours: colours.size, hash };
  });
}

/** Waits until something is drawn, beyond `previous`, and the view has come to rest. */
export async function untilDrawn(page: Page, previous = 0): Promise<Drawing> {
  let last = -1;
  let drawing = await drawingOf(page);
  await expect
    .poll(async () => {
      drawing = await drawingOf(page);
      const rests = drawing.hash === last;
      last = drawing.hash;
      return rests && drawing.inked > previous && drawing.colours > 8;
    })
    .toBe(true);
  return drawing;
}
