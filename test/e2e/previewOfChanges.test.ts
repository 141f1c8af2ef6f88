import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ModelRequest } from '../support/model/modelServer.ts';
import { piecesOf } from '../support/model/plans.ts';
import { job, outlineOf } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { drawingAtRest } from './support/drawing.ts';
import { keepPicture, test } from './support/test.ts';

/** Sends the beginning of an answer that renames the first step and deletes the second. */
function beginChange({ body, sendText }: ModelRequest): void {
  const shown: { id: string; text: string }[] = JSON.parse(body.input ?? '').canvas;
  const named = (text: string) => shown.find((object) => object.text === text)?.id ?? '';
  const unchanged = { shape: null, parent: null, order: null, style: null } as const;
  const pieces = piecesOf({
    ...{ title: '', layout: 'flow', direction: null },
    objects: [
      { type: 'update', id: 'u', target: named('Step 1'), text: 'Begin', color: 'green', ...unchanged },
      { type: 'delete', id: 'd', target: named('Step 2') },
    ],
  });
  sendText(pieces.slice(0, 3).join(''));
}

async function change(page: Page): Promise<void> {
  await page.getByLabel('Change this canvas').fill('Change the steps');
  await page.keyboard.press('Enter');
}

test('a running job shows what it changes until it is cancelled', async ({ site, model, visit }) => {
  await site.startWorker();
  const { page } = await visit('/', { colorScheme: 'dark' });
  await drawFlow(page, model);
  const before = await outlineOf(page);
  const drawn = await drawingAtRest(page);
  await change(page);
  beginChange(await model.nextRequest());
  await expect
    .poll(() => outlineOf(page))
    .toEqual(['Begin', 'Step 2 (to be deleted)', 'Begin leads to Step 2 (to be deleted)']);
  const marks = page.getByRole('list', { name: 'Changes by the running job' }).getByRole('listitem');
  await expect
    .poll(async () => (await marks.allTextContents()).sort())
    .toEqual(['Begin leads to Step 2: to be deleted', 'Begin: being changed', 'Step 2: to be deleted']);
  await drawingAtRest(page);
  await keepPicture(page, 'preview of changes');

  await job(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => outlineOf(page)).toEqual(before);
  await expect.poll(() => marks.count()).toBe(0);
  expect((await drawingAtRest(page)).hash).toBe(drawn.hash);
});
