import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, sendPlan } from '../support/model/plans.ts';
import { createCanvas, job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { drawingAtRest } from './support/drawing.ts';
import { drawWith, untilVersion } from './support/editor.ts';
import { savedCanvas } from './support/savedCanvas.ts';
import { keepPicture, test } from './support/test.ts';

const versions = (page: Page) => page.getByRole('list', { name: 'Versions' }).getByRole('button');
const notice = (page: Page) => page.locator('.toasts');

/** The objects as they are saved, without their order. */
const objectsOf = async (page: Page) =>
  (await savedCanvas(page)).objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('the work of a job', () => {
  test('is undone exactly, and redone, from its card', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    const before = await objectsOf(page);
    const outline = await outlineOf(page);
    const box = page.getByLabel('Change this canvas');
    await box.fill('Another step');
    await box.press('Enter');
    sendPlan(await model.nextRequest(), flowPlan(1, ''));
    await untilVersion(page, 2);
    await expect.poll(() => outlineOf(page)).toHaveLength(4);
    const after = await objectsOf(page);

    await job(page).getByRole('button', { name: 'Undo this job' }).click();
    await untilVersion(page, 3);
    await expect.poll(() => outlineOf(page)).toEqual(outline);
    expect(await objectsOf(page)).toEqual(before);
    await job(page).getByRole('button', { name: 'Redo' }).click();
    await untilVersion(page, 4);
    await expect.poll(() => outlineOf(page)).toHaveLength(4);
    expect(await objectsOf(page)).toEqual(after);
  });

  test('is offered for undo as soon as it completes, and the undo for redo', async ({
    site,
    model,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'A flow of two steps');
    await untilJobIs(page, 'Running');
    sendPlan(await model.nextRequest(), flowPlan(3));
    await untilJobIs(page, 'Done');
    await notice(page).getByText('Canvas drawn').waitFor();
    await notice(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => outlineOf(page)).toEqual([]);
    await notice(page).getByText('Change undone').waitFor();
    await notice(page).getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => outlineOf(page)).toHaveLength(3);
  });
});

test('undo is offered for the newest job', async ({ site, model, visit }) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of two steps');
  await untilJobIs(page, 'Running');
  sendPlan(await model.nextRequest(), flowPlan(3));
  await notice(page).getByText('Canvas drawn').waitFor();
  const box = page.getByLabel('Change this canvas');
  await box.fill('Another step');
  await box.press('Enter');
  const request = await model.nextRequest();
  await notice(page).waitFor({ state: 'detached' });
  sendPlan(request, flowPlan(1, ''));
  await notice(page).getByText('Canvas updated').waitFor();
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
});

test('an earlier version is viewed, and restored exactly as a new version', async ({ openFlow }) => {
  const { page } = await openFlow();
  const first = await objectsOf(page);
  await drawWith(page, 'Mine', { x: 120, y: 640 }, { x: 280, y: 720 });
  // The box, and its text.
  await untilVersion(page, 3);

  await page.getByRole('button', { name: 'Versions' }).click();
  // The edits of a session are one entry, which can be opened.
  await expect.poll(() => versions(page).count()).toBe(3);
  expect(await versions(page).first().textContent()).toMatch(/Your changes.*2 versions/);
  await page.getByRole('button', { name: 'Show each version' }).click();
  expect(await versions(page).nth(2).textContent()).toMatch(/Your changes.*\(latest\)/);
  expect(await versions(page).last().textContent()).toMatch(/A flow of two steps.*Version 1.*3 added/);
  await versions(page).last().press('Enter');
  await page.getByRole('region', { name: 'Earlier version' }).getByText('version 1').waitFor();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
  await page.getByRole('toolbar', { name: 'Draw' }).waitFor({ state: 'detached' });
  await keepPicture(page, 'an earlier version');
  await page.getByRole('button', { name: 'Compare with latest' }).click();
  const changes = page.getByRole('region', { name: 'Changes since version 1' });
  await expect.poll(() => changes.textContent()).toMatch(/1 addedMine$/);
  await page.getByRole('listitem').getByText('Mine: added').waitFor({ state: 'attached' });
  await expect.poll(() => outlineOf(page)).toContain('Mine');
  await drawingAtRest(page);
  await keepPicture(page, 'a comparison of versions');
  expect((await savedCanvas(page)).versionNumber).toBe(3);

  await page.getByRole('button', { name: 'Back to latest' }).click();
  await expect.poll(() => outlineOf(page)).toHaveLength(4);
  await versions(page).last().click();
  await page.getByRole('button', { name: 'Restore version' }).click();
  await notice(page).getByText('Version 1 restored').waitFor();
  await expect.poll(() => outlineOf(page)).toHaveLength(3);
  expect(await objectsOf(page)).toEqual(first);
  await expect.poll(() => versions(page).first().textContent()).toMatch(/Restored version 1/);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => outlineOf(page)).toContain('Mine');
});
