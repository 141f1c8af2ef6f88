import type { Plan, PlanObject } from '../../../src/canvas/model/plan.ts';
import type { ModelRequest } from './modelServer.ts';

/** A flow of `count` objects: steps, and between them connectors. */
export function flowPlan(count: number, title = 'A flow'): Plan {
  const steps = Math.ceil((count + 1) / 2);
  const nodes = Array.from({ length: steps }, (_, index) => step(index));
  const edges = Array.from({ length: count - steps }, (_, index) => connector(index));
  return { title, layout: 'flow', direction: 'right', objects: [...nodes, ...edges] };
}

/** A grid of shapes: the fastest to lay out. */
export function gridPlan(count: number): Plan {
  const objects = Array.from({ length: count }, (_, index) => step(index));
  return { title: 'A grid', layout: 'grid', direction: 'right', objects };
}

const step = (index: number): PlanObject => ({
  type: 'node',
  id: `n${index}`,
  shape: 'rect',
  text: `Step ${index + 1}`,
  color: null,
  parent: null,
  order: index,
});

const connector = (index: number): PlanObject => ({
  type: 'edge',
  id: `e${index}`,
  from: `n${index}`,
  to: `n${index + 1}`,
  label: null,
  style: null,
});

/** A plan as the pieces of an answer: the head, each object, and the end. */
export function piecesOf(plan: Plan): string[] {
  const { objects, ...header } = plan;
  const head = `${JSON.stringify(header).slice(0, -1)},"objects":[`;
  const parts = objects.map((object, index) => `${index === 0 ? '' : ','}${JSON.stringify(object)}`);
  return [head, ...parts, ']}'];
}

/** Answers with a whole plan at once. */
export function sendPlan(
  request: ModelRequest,
  plan: Plan,
  usage?: Parameters<ModelRequest['complete']>[0],
): void {
  request.sendText(piecesOf(plan).join(''));
  request.complete(usage);
}
