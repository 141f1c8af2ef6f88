import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ModelServer } from '../../support/model/modelServer.ts';
import { flowPlan, sendPlan } from '../../support/model/plans.ts';
import { createCanvas, outlineOf, untilJobIs } from './canvasPage.ts';

/** Creates a canvas with a flow of two steps and a connector, from the start page. */
export async function drawFlow(page: Page, model: ModelServer): Promise<void> {
  await createCanvas(page, 'A flow of two steps');
  sendPlan(await model.nextRequest(), flowPlan(3));
  await untilJobIs(page, 'Done');
  await expect.poll(() => outlineOf(page)).toEqual(['Step 1', 'Step 2', 'Step 1 leads to Step 2']);
}
