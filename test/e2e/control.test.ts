import { describe, expect } from 'vitest';
import { flowPlan, piecesOf, sendPlan } from '../support/model/plans.ts';
import { job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { untilFocused } from './support/focus.ts';
import { test } from './support/test.ts';

const plan = flowPlan(9, 'Five steps');
const beginning = piecesOf(plan).slice(0, 4).join('');
const firstThree = ['Step 1', 'Step 2', 'Step 3'];

describe('a job that is cancelled in the middle', () => {
  test('discards the partial result on request, stops the model, and can be retried', async ({
    model,
    startJob,
  }) => {
    const { page, request } = await startJob();
    request.sendText(beginning);
    await expect.poll(() => outlineOf(page)).toEqual(firstThree);

    const cancel = page.getByRole('button', { name: 'Cancel' });
    const choice = page.getByRole('dialog', { name: 'Cancel the job' });
    await cancel.click();
    await choice.getByText('Keep the result so far?').waitFor();
    await page.keyboard.press('Escape');
    await choice.waitFor({ state: 'detached' });
    await untilFocused(cancel);
    await page.keyboard.press('Enter');
    await choice.getByRole('button', { name: 'Discard' }).click();
    await request.closed;
    await untilJobIs(page, 'Cancelled');
    await page.getByText('This canvas is empty').waitFor();
    await expect.poll(() => outlineOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Try again' }).click();
    sendPlan(await model.nextRequest(), plan);
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toHaveLength(9);
  });

  test('keeps the partial result on request', async ({ startJob }) => {
    const { page, request } = await startJob();
    request.sendText(beginning);
    await expect.poll(() => outlineOf(page)).toEqual(firstThree);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Keep partial result' }).click();
    await page.getByText('Partial result kept.').waitFor();
    await expect.poll(() => outlineOf(page)).toEqual(firstThree);
    await page.reload();
    await untilJobIs(page, 'Cancelled');
    await expect.poll(() => outlineOf(page)).toEqual(firstThree);
  });
});

describe('a job that fails', () => {
  test('shows the reason, and succeeds when it is retried', async ({ model, startJob }) => {
    const { page, request } = await startJob();
    request.refuse(401, {}, { code: 'invalid_api_key' });
    await untilJobIs(page, 'Failed');
    const reason = job(page)
      .locator('.notice')
      .getByText('The AI service rejected the API key. Ask your administrator to check it.');
    await reason.waitFor();

    await page.getByRole('button', { name: 'Try again' }).click();
    sendPlan(await model.nextRequest(), plan);
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toHaveLength(9);
    expect(await reason.count()).toBe(0);
  });

  test('for a reason that passes is tried again by itself, and starts its drawing over', async ({
    model,
    startJob,
  }) => {
    const { page, request: first } = await startJob();
    first.sendText(beginning);
    await expect.poll(() => outlineOf(page)).toEqual(firstThree);
    first.disconnect();

    const second = await model.nextRequest();
    await job(page).getByText('Attempt 2 of 4').waitFor();
    sendPlan(second, plan);
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toHaveLength(9);
    await job(page).getByText('2 attempts').waitFor();
  });
});
