import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, piecesOf } from '../support/model/plans.ts';
import { createCanvas, job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { savedObject } from './support/savedCanvas.ts';
import { keepPicture, test } from './support/test.ts';

/** Types an instruction for the canvas. */
async function instruct(page: Page, instruction: string): Promise<void> {
  const box = page.getByLabel('Change this canvas');
  await box.fill(instruction);
  await box.press('Enter');
}

/** The entry of a job that is not the focused one. */
const entry = (page: Page, instruction: string) =>
  page.getByRole('list', { name: 'Jobs of this canvas' }).getByRole('article', { name: instruction });

describe('the thread of a canvas', () => {
  test.override({ planner: 'sketcher' });

  test('holds a conversation with two follow-ups, which can be undone and taken up again', async ({
    site,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'Open X, sort mail, reply all');
    await untilJobIs(page, 'Done');
    for (const instruction of ['Add Review after sort mail', 'make it green', 'and move it to the end']) {
      await instruct(page, instruction);
      await job(page).getByText(instruction).waitFor();
      await untilJobIs(page, 'Done');
    }
    await expect.poll(() => outlineOf(page)).toContain('Reply all leads to Review');
    expect(await savedObject(page, 'Review')).toMatchObject({ color: 'GREEN' });
    await keepPicture(page, 'thread of a conversation');

    const added = entry(page, 'Add Review after sort mail');
    await added.getByText(/added/).click();
    await added.getByRole('list', { name: 'Added' }).getByText('Review', { exact: true }).waitFor();
    await job(page).getByRole('button', { name: 'Undo this job' }).click();
    await job(page).getByText('This job was undone.').waitFor();
    await expect.poll(() => outlineOf(page)).toContain('Sort mail leads to Review');

    await added.getByRole('button', { name: 'Try differently' }).click();
    const box = page.getByRole('dialog').getByLabel('Instruction');
    await expect.poll(() => box.inputValue()).toBe('Add Review after sort mail');
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe('an instruction that names nothing on the canvas', () => {
  test.override({ planner: 'sketcher' });

  test('is answered with instructions that work, and choosing one sends it', async ({ site, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'Open X, sort mail, reply all');
    await untilJobIs(page, 'Done');
    await page.setViewportSize({ width: 390, height: 844 });
    await instruct(page, 'delete Sort mail slowly');
    await untilJobIs(page, 'Failed');
    const suggestions = job(page).getByRole('region', { name: 'Did you mean' });
    await suggestions.waitFor();
    // On a phone, the sheet opens at the reason, not at the end.
    const reason = job(page).getByText('Nothing on the canvas matches');
    const isTopInSight = (text: Element) => {
      const { x, y } = text.getBoundingClientRect();
      return text === document.elementFromPoint(x + 2, y + 2);
    };
    await expect.poll(() => reason.evaluate(isTopInSight)).toBe(true);
    await keepPicture(page, 'did you mean');
    await page.setViewportSize({ width: 1440, height: 900 });
    await suggestions.getByRole('button', { name: 'delete “Sort mail”' }).click();
    await job(page).locator('.job-instruction').getByText('delete “Sort mail”', { exact: true }).waitFor();
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).not.toContain('Sort mail');
  });
});

describe('two jobs at once', () => {
  test('each have their progress in the thread', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    await instruct(page, 'More steps');
    const first = await model.nextRequest();
    const pieces = piecesOf(flowPlan(9, ''));
    first.sendText(pieces.slice(0, 4).join(''));
    await untilJobIs(page, 'Running');
    await instruct(page, 'Another step');
    const second = await model.nextRequest();
    second.sendText(pieces.slice(0, 3).join(''));
    await entry(page, 'More steps').getByRole('progressbar').waitFor();
    await job(page).getByText('Another step').waitFor();
    await job(page).getByRole('progressbar').waitFor();
    await keepPicture(page, 'two jobs at once');

    first.sendText(pieces.slice(4).join(''));
    first.complete();
    await entry(page, 'More steps').getByText('9 added').waitFor();
    second.sendText(pieces.slice(3).join(''));
    second.complete();
    await untilJobIs(page, 'Done');
    await job(page).getByText('9 added').waitFor();
  });
});
