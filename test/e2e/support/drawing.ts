/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { drawnCanvas } from './canvasPage.ts';

/** What is drawn: pixels that differ from the background, in how many colours, and a hash of all. */
type Drawing = { inked: number; colours: number; hash: number };

/** Reads a copy, after the next frame, so that the original keeps its fast canvas. */
async function drawingOf(page: Page): Promise<Drawing> {
  return await drawnCanvas(page).evaluate(async (canvas) => {
    await new Promise(requestAnimationFrame);
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

/** Waits until something is drawn, and more than `previous` pixels of it. @returns how many */
export async function untilDrawn(page: Page, previous = 0): Promise<number> {
  let inked = 0;
  await expect
    .poll(async () => {
      const drawing = await drawingOf(page);
      inked = drawing.inked;
      return drawing.colours > 8 && inked > previous;
    })
    .toBe(true);
  return inked;
}

/** Longer than the view takes from one move to the end of the next while it follows the objects (350 + 300), in ms. */
const AT_REST = 750;
/** Most time that counts as rest between two looks, in ms: on a slow machine, the page may have done nothing in it. */
const MAX_STEP = 150;

/** The drawing once it has come to rest: always the same for the same objects in the same window. */
export async function drawingAtRest(page: Page): Promise<Drawing> {
  let last = await drawingOf(page);
  let lookedAt = performance.now();
  let rested = 0;
  const isAtRest = async () => {
    const drawing = await drawingOf(page);
    const now = performance.now();
    rested = drawing.hash === last.hash ? rested + Math.min(now - lookedAt, MAX_STEP) : 0;
    [last, lookedAt] = [drawing, now];
    return last.inked > 0 && rested > AT_REST;
  };
  await expect.poll(isAtRest, { interval: 100 }).toBe(true);
  return last;
}
