import { describe, expect } from 'vitest';
import { flowPlan, piecesOf, sendPlan } from '../support/model/plans.ts';

import { createCanvas, job, outlineOf, progressOf, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest, untilDrawn } from './support/drawing.ts';
import { test } from './support/test.ts';

describe('a person with an idea', () => {
  test('watches it being drawn while the model writes, and finds it again', async ({ startJob }) => {
    const { page, request } = await startJob({ reducedMotion: 'no-preference' });
    const pieces = piecesOf(flowPlan(9, 'Five steps'));

    request.sendText(pieces.slice(0, 3).join(''));
    await expect.poll(() => outlineOf(page)).toEqual(['Step 1', 'Step 2']);
    await untilJobIs(page, 'Running');
    const early = await progressOf(page);
    expect(early).toBeGreaterThan(0);
    const inked = await untilDrawn(page);

    request.sendText(pieces.slice(3, 6).join(''));
    await expect.poll(() => outlineOf(page)).toHaveLength(5);
    expect(await progressOf(page)).toBeGreaterThan(early);
    await untilDrawn(page, inked);

    request.sendText(pieces.slice(6).join(''));
    request.complete();
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toHaveLength(9);
    const outline = await outlineOf(page);
    expect(outline).toContain('Step 4 leads to Step 5');
    await page.getByRole('heading', { name: 'Five steps' }).waitFor();
    const drawing = await drawingAtRest(page);

    await page.reload();
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toEqual(outline);
    expect(await drawingAtRest(page)).toEqual(drawing);
  });

  test('changes an existing canvas by an instruction on its page', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'A flow of two steps');
    sendPlan(await model.nextRequest(), flowPlan(3));
    await untilJobIs(page, 'Done');

    const box = page.getByLabel('Change this canvas');
    await box.fill('Another step');
    await box.press('Enter');
    sendPlan(await model.nextRequest(), flowPlan(1, ''));
    await page.getByText('Version 2').waitFor();
    await expect
      .poll(async () => (await outlineOf(page)).sort())
      .toEqual(['Step 1', 'Step 1', 'Step 1 leads to Step 2', 'Step 2']);
    await page.getByText('A flow of two steps').waitFor();
  });
});

describe('without a model', () => {
  test.override({ planner: 'sketcher' });

  test('an example leads to a finished canvas, which names its planner and is on the start page', async ({
    site,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await page.getByRole('button', { name: 'Onboarding flow' }).click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/[^/]+$/);
    await untilJobIs(page, 'Done');
    await job(page).getByText('Built-in sketcher').waitFor();
    await expect
      .poll(() => outlineOf(page))
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^sign up$/i),
          expect.stringMatching(/^invite team$/i),
        ]),
      );
    await untilDrawn(page);

    await page.getByRole('link', { name: 'CollabCanvas, start page' }).click();
    const card = page.locator('a.canvas-card');
    await expect.poll(() => card.textContent()).toMatch(/\d+ objects/);
    await card.click();
    await untilJobIs(page, 'Done');
  });
});
