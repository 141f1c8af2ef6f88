import type { Plan } from '../../../src/canvas/plan.ts';
import type { ModelRequest } from '../../kit/modelServer.ts';
import { piecesOf } from '../../kit/plans.ts';

/** Answers with a whole plan at once. */
export function answer(request: ModelRequest, plan: Plan): void {
  request.say(piecesOf(plan).join(''));
  request.complete();
}
