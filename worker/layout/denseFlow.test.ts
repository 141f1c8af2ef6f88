import { expect, test } from 'vitest';
import type { PlanEdge, PlanNode } from '../../src/canvas/model/plan.ts';
import { layOutDiagram } from './layOutDiagram.ts';
import { measureQuality } from './quality/quality.ts';
import { RouteSearch } from './routing/routeSearch.ts';
import { routingGrid } from './routing/routingGrid.ts';

const STEPS = 100;

const step = (at: number): PlanNode => ({
  ...{
    type: 'node',
    id: `n${at}`,
    shape: 'rect',
    text: `Step ${at}`,
    color: null,
    parent: null,
    order: null,
  },
});
/** From one step to the next, then to steps all over the flow. */
function edge(at: number): PlanEdge {
  const [from, to] = at < STEPS - 1 ? [at, at + 1] : [(at * 37) % STEPS, (at * 61 + 13) % STEPS];
  return { type: 'edge', id: `e${at}`, from: `n${from}`, to: `n${to}`, label: `Case ${at}`, style: null };
}

// Without a limit to the work of `dot` this takes a minute.
test('lays out a dense flow of 100 steps and 250 labelled connectors without a fault', {
  timeout: 40_000,
}, async () => {
  const objects = [
    ...Array.from({ length: STEPS }, (_, at) => step(at)),
    ...Array.from({ length: 250 }, (_, at) => edge(at)),
  ];
  const laidOut = await layOutDiagram({ layout: 'flow', direction: null, objects }, (error) => {
    throw error;
  });
  expect(measureQuality(laidOut)).toMatchObject({
    siblingOverlaps: 0,
    connectorsThroughShapes: 0,
    looseEnds: 0,
  });
});

test('a search for a route ends when the searches on its grid have cost too much', () => {
  const shapes = Array.from({ length: 10 }, (_, at) => ({ x: at * 100, y: at * 60, width: 40, height: 20 }));
  const grid = routingGrid(shapes, [], []);
  const gates = [
    [{ at: 0, heading: 0, cost: 0 }],
    [{ at: grid.taken.length - 1, heading: 1, cost: 0 }],
  ] as const;
  const find = (mostWork?: number) =>
    new RouteSearch(grid, mostWork).find(gates[0], gates[1], { forbidden: [], own: 0 });
  expect(find()).not.toBeNull();
  expect(find(20)).toBeNull();
});
