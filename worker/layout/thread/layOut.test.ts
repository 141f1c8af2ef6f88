import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import type { PlanEdge } from '../../../src/canvas/model/plan.ts';
import { diagrams } from '../../../test/support/diagrams.ts';
import { type InsertionRequest, insertPlan } from '../insertion/insertPlan.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import type { PartialDiagram } from '../scene/partialDiagram.ts';
import { layOut } from './layOut.ts';

/** A request to add a diagram to a canvas. */
function insertionOf(
  diagram: PartialDiagram,
  existing: readonly CanvasObject[] = [],
  links: readonly PlanEdge[] = [],
): InsertionRequest {
  const changes = {
    links,
    existingFrames: new Map(),
    updates: new Map(),
    deletions: new Set<string>(),
    arrangement: null,
  };
  const plan = { diagram, added: [...diagram.objects], ...changes };
  return { plan, existing, selection: [], now: existing, placed: [] };
}

test('gives everyone who asks at once the layout of their own diagram', async () => {
  const asked = fc.sample(diagrams(12), { numRuns: 6, seed: 1 }).map((diagram) => insertionOf(diagram));
  const [aside, here] = [await Promise.all(asked.map(layOut)), await Promise.all(asked.map(insertPlan))];
  expect(aside).toEqual(here);
});

test('this thread goes on while a plan is placed on a large canvas', async () => {
  const [diagram] = fc.sample(diagrams(60), { numRuns: 1, seed: 1 });
  if (!diagram) throw new Error('no sample');
  const existing = await layOutDiagram(diagram);
  const step = { type: 'node', shape: 'rect', text: 'new', color: null, parent: null, order: null } as const;
  const anchor = existing.find(({ kind }) => kind === 'SHAPE')?.id ?? '';
  const request = insertionOf(
    { layout: 'flow', direction: null, objects: [{ ...step, id: 'new' }] },
    existing,
    [{ type: 'edge', id: 'link', from: anchor, to: 'new', label: null, style: null }],
  );
  await layOut(insertionOf({ ...diagram, objects: [] }));
  const before = performance.eventLoopUtilization();
  const { changes } = await layOut(request);
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  expect(changes.added.map(({ id }) => id)).toEqual(['link', 'new']);
});
