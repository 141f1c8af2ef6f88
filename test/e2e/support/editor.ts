import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Point } from '../../../src/canvas/model/geometry.ts';

/** What a person does in the editor with the pointer; places are in the window, in pixels. */

/** Takes up a tool by its name. */
export function takeTool(page: Page, name: string) {
  return page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name, exact: true }).click();
}

/** Presses, moves in steps and releases. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Draws something with a tool, from corner to corner. */
export async function draw(page: Page, tool: string, from: Point, to: Point): Promise<void> {
  await takeTool(page, tool);
  await drag(page, from, to);
}

/** Writes into the shape at a place. */
export async function write(page: Page, at: Point, text: string): Promise<void> {
  await page.mouse.dblclick(at.x, at.y);
  const field = page.locator('.excalidraw-wysiwyg');
  await field.waitFor();
  await field.fill(text);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
}

/** Draws a shape with a text in it. */
export async function drawWith(
  page: Page,
  text: string,
  from: Point,
  to: Point,
  tool = 'Box',
): Promise<void> {
  await draw(page, tool, from, to);
  await write(page, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, text);
}

/** Waits until the page says that everything is saved, after it has been said otherwise. */
export function untilSaved(page: Page) {
  return expect.poll(() => page.getByLabel('Save status').textContent()).toBe('Saved');
}

/** Waits until the page shows this version of the canvas, with all of the person's changes in it. */
export function untilVersion(page: Page, version: number) {
  return expect.poll(() => page.locator('.panel-version').textContent()).toBe(`Version ${version} · Saved`);
}
