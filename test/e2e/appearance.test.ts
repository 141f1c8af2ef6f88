import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Viewing } from './support/browser.ts';
import { createCanvas, openPanel, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest } from './support/drawing.ts';
import { keepPicture, test } from './support/test.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const views: [string, Viewing][] = [
  ['desk in dark colours', { viewport: desk, colorScheme: 'dark' }],
  ['phone in light colours', { viewport: phone, colorScheme: 'light' }],
  ['phone in dark colours', { viewport: phone, colorScheme: 'dark' }],
];

const instruction = 'Mind map of a conference: venue, speakers, tickets, sponsors, programme';

describe.each(views)('on a %s', (name, viewing) => {
  test.override({ planner: 'sketcher' });

  test('every page fits, and the box to type in is in reach', async ({ site, visit }) => {
    await site.startWorker();
    const { page } = await visit('/', viewing);
    await expectToFit(page, viewing);
    await expectInReach(page.getByLabel('Describe a canvas'), page);
    await keepPicture(page, `start on a ${name}`);

    await createCanvas(page, instruction);
    if (viewing.viewport === phone) {
      await expectInReach(page.getByLabel('Change this canvas'), page);
      await keepPicture(page, `closed panel on a ${name}`);
      await openPanel(page);
    }
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    await expectToFit(page, viewing);
    await expectInReach(page.getByLabel('Change this canvas'), page);
    await keepPicture(page, `canvas on a ${name}`);

    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name: 'Section' }).click();
    if (viewing.viewport === phone) await openPanel(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await expectToFit(page, viewing);
    await keepPicture(page, `export on a ${name}`);
    await page.keyboard.press('Escape');
    if (viewing.viewport === phone) await openPanel(page);
    await page.getByRole('button', { name: 'Versions' }).click();
    await page.getByRole('list', { name: 'Versions' }).getByRole('button').first().waitFor();
    await expectToFit(page, viewing);
    await keepPicture(page, `versions on a ${name}`);

    await page.goto(`${site.origin}/jobs`);
    await page.getByRole('link', { name: instruction }).waitFor();
    await expectToFit(page, viewing);
    await keepPicture(page, `jobs on a ${name}`);
  });
});

/** Nothing sticks out sideways, and the colours are those that the system asks for. */
async function expectToFit(page: Page, { colorScheme }: Viewing): Promise<void> {
  const { overflow, background } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const { backgroundColor } = getComputedStyle(document.documentElement);
    return { overflow: scrollWidth - clientWidth, background: backgroundColor };
  });
  expect(overflow).toBe(0);
  const brightness = background.match(/\d+/g)?.map(Number).slice(0, 3) ?? [];
  expect(Math.max(...brightness) < 128).toBe(colorScheme === 'dark');
}

/** In the window as it is, without scrolling. */
async function expectInReach(field: Locator, page: Page): Promise<void> {
  const box = await field.boundingBox();
  const window = page.viewportSize();
  if (!box || !window) throw new Error('The field is not shown.');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(window.width);
  expect(box.y + box.height).toBeLessThanOrEqual(window.height);
  await field.click({ trial: true });
}
