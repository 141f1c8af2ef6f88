import type { Page } from 'playwright-core';
import type { Plan } from '../../../src/canvas/model/plan.ts';
import type { ModelRequest, ModelServer } from '../../support/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/plans.ts';
import { createCanvas, untilJobIs } from './canvasPage.ts';

/** Answers with a whole plan at once. */
export function answer(request: ModelRequest, plan: Plan): void {
  request.sendText(piecesOf(plan).join(''));
  request.complete();
}

/** Has a flow of two steps and the connector between them drawn on a new canvas, from the start page on. */
export async function drawFlow(page: Page, model: ModelServer): Promise<void> {
  await createCanvas(page, 'A flow of two steps');
  answer(await model.nextRequest(), flowPlan(3));
  await untilJobIs(page, 'Done');
}
