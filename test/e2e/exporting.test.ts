import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, sendPlan } from '../support/model/plans.ts';

import { createCanvas, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest } from './support/drawing.ts';
import { savedCanvas } from './support/savedCanvas.ts';
import { test } from './support/test.ts';

/** Exports the canvas, and gives the file's name and content. */
async function exported(page: Page, item: string): Promise<{ name: string; content: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menu', { name: 'Export' }).getByRole('menuitem', { name: item }).click(),
  ]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

type File = {
  type: string;
  elements: { id: string; type: string; text?: string; endBinding?: { elementId: string } }[];
};

describe('a canvas is exported', () => {
  test('as files whose content matches their format', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page, context } = await visit('/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await createCanvas(page, 'A flow of two steps');
    sendPlan(await model.nextRequest(), flowPlan(3, 'Two/steps'));
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    const { objects } = await savedCanvas(page);
    const boxes = objects.filter((object) => object.__typename === 'Shape');
    const right = Math.max(...boxes.map(({ x = 0, width = 0 }) => x + width));
    const left = Math.min(...boxes.map(({ x = 0 }) => x));

    const png = await exported(page, 'PNG image');
    expect(png.name).toBe('Two steps v1.png');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    // Twice the size of the drawing, with its margin.
    expect(png.content.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * (right - left + 48) - 2);
    expect(png.content.readUInt32BE(16)).toBeLessThan(2 * (right - left + 60));

    const svg = await exported(page, 'SVG image');
    expect(svg.name).toBe('Two steps v1.svg');
    const picture = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
      return { name: root.nodeName, texts, hasFont: text.includes('@font-face') };
    }, svg.content.toString());
    expect(picture).toEqual({ name: 'svg', texts: ['Step 1', 'Step 2'], hasFont: true });

    const drawing = await exported(page, 'Excalidraw file');
    expect(drawing.name).toBe('Two steps v1.excalidraw');
    const { type, elements } = JSON.parse(drawing.content.toString()) as File;
    expect(type).toBe('excalidraw');
    expect(elements.flatMap(({ text }) => text ?? [])).toEqual(['Step 1', 'Step 2']);
    const arrow = elements.find((element) => element.type === 'arrow');
    expect(elements.map(({ id }) => id)).toContain(arrow?.endBinding?.elementId);

    const json = await exported(page, 'JSON file');
    expect(json.name).toBe('Two steps v1.json');
    expect(JSON.parse(json.content.toString()).objects).toHaveLength(3);
    const mermaid = await exported(page, 'Mermaid file');
    expect(mermaid.name).toBe('Two steps v1.mmd');
    expect(mermaid.content.toString()).toMatch(/^flowchart|^graph/m);

    const copied = async (item: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await copied('Copy as Mermaid');
    await page.getByText('Copied to the clipboard').waitFor();
    expect(await clipboard()).toBe(mermaid.content.toString());
    await copied('Copy link');
    await expect.poll(clipboard).toBe(page.url());
    await copied('Copy as PNG');
    const types = () => page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
    await expect.poll(types).toContain('image/png');

    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await copied('Copy as SVG');
    await page.getByText('The browser doesn’t allow this page to copy').waitFor();
  });

  test('in the colours of the theme', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/', { colorScheme: 'dark' });
    await createCanvas(page, 'A flow of two steps');
    sendPlan(await model.nextRequest(), flowPlan(3));
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    const { content } = await exported(page, 'PNG image');
    const corner = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const copy = new OffscreenCanvas(1, 1).getContext('2d');
      copy?.drawImage(picture, 0, 0);
      return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])];
    }, content.toString('base64'));
    expect(Math.max(...corner.slice(0, 3))).toBeLessThan(60);
  });

  test('only in formats that fit the canvas', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'One step');
    sendPlan(await model.nextRequest(), flowPlan(1));
    await untilJobIs(page, 'Done');
    await page.getByRole('button', { name: 'Export' }).click();
    const mermaid = page.getByRole('menuitem', { name: 'Mermaid file' });
    expect(await mermaid.isDisabled()).toBe(true);
    expect(await mermaid.textContent()).toContain('Needs at least one arrow');
  });
});
