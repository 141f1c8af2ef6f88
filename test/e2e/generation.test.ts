import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createCanvas, drawnCanvas, job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest } from './support/drawing.ts';
import { tabTo, untilFocused } from './support/focus.ts';
import { keepPicture, test as onModel } from './support/test.ts';

const test = onModel.extend({ planner: 'sketcher' });

const instruction = (page: Page) => page.getByRole('dialog').getByLabel('Instruction');

async function open(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await untilFocused(instruction(page));
}

test('a canvas is created in the dialog by keyboard, with kind and priority, from any page', async ({
  site,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/jobs');
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  await open(page);
  await page.keyboard.type('paint, sand, varnish');
  // One letter each: between two, a slow machine takes longer than a choice waits for the next.
  await tabTo(page.getByRole('dialog').getByLabel('Kind'));
  await page.keyboard.press('k');
  await tabTo(page.getByRole('dialog').getByLabel('Priority'));
  await page.keyboard.press('h');
  await keepPicture(page, 'generation dialog');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/c\/[^/]+$/);
  await untilFocused(page.getByLabel('Change this canvas'));
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toContainEqual(expect.stringContaining('To do'));
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('an outage keeps the text, which is sent again', async ({ site, visit }) => {
  await site.startWorker();
  const { page, expectComplaints } = await visit('/jobs');
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  await open(page);
  await page.keyboard.type('paint, sand, varnish');
  expectComplaints(/ERR_FAILED/);
  await page.route('**/graphql', (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('alert').getByText('Can’t reach the server').waitFor();
  await page.unroute('**/graphql');

  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/c\/[^/]+$/);
  await job(page).getByText('paint, sand, varnish').waitFor();
});

/** Drops files on an element, as from the desktop: their contents by their names. */
async function dropFiles(target: Locator, files: Record<string, string>): Promise<void> {
  await target.evaluate((element, entries) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of entries) dataTransfer.items.add(new File([content], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, Object.entries(files));
}

test('files that are dropped on the drawing are added to it, one on the dialog becomes a canvas', async ({
  site,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'draft -> review');
  await untilJobIs(page, 'Done');
  await drawingAtRest(page);

  await dropFiles(drawnCanvas(page), {
    'checkout.mmd': 'flowchart LR\n  a[Cart] --> b[Paid]',
    'returns.mmd': 'flowchart LR\n  a[Parcel] --> b[Refund]',
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('checkout.mmd').waitFor();
  await keepPicture(page, 'files to import on a canvas');
  expect(await dialog.getByLabel('Add to this canvas').isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  for (const name of ['Cart', 'Refund']) {
    await expect.poll(() => outlineOf(page)).toContainEqual(expect.stringContaining(name));
  }
  expect((await outlineOf(page)).join()).toContain('Review');

  // The field for instructions has the focus.
  await page.getByRole('button', { name: 'Versions' }).focus();
  await open(page);
  const box = { id: 'a', type: 'ellipse', x: 0, y: 0, width: 120, height: 60, backgroundColor: '#b2f2bb' };
  const image = { ...box, id: 'b', type: 'image' };
  const drawing = JSON.stringify({ type: 'excalidraw', elements: [box, image] });
  await dropFiles(instruction(page), { 'My sketch.excalidraw': drawing });
  await dialog.getByText('1 image is left out.').waitFor();
  await keepPicture(page, 'file to import as a canvas');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'My sketch' }).waitFor();
  await expect.poll(() => outlineOf(page)).toHaveLength(1);
});
