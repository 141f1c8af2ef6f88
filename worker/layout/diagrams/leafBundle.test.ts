import { expect, test } from 'vitest';
import { isBox } from '../../../src/canvas/model/objectKinds.ts';
import type { PlanEdge, PlanNode } from '../../../src/canvas/model/plan.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import { measureQuality } from '../quality/quality.ts';

const node = (id: string): PlanNode => ({
  ...{ type: 'node', id, shape: 'rect', text: `Item ${id}`, color: null, parent: null, order: null },
});
/** A root, branches, and so many leaves on each. */
function treeOf(branches: number, leaves: number, isUpward = false): (PlanNode | PlanEdge)[] {
  const edge = (parent: string, id: string): PlanEdge => {
    const [from, to] = isUpward ? [id, parent] : [parent, id];
    return { type: 'edge', id: `to ${id}`, from, to, label: null, style: null };
  };
  const names = Array.from({ length: branches }, (_, at) => `${at}`);
  return [
    node('root'),
    ...names.flatMap((branch) => [
      ...[node(branch), edge('root', branch)],
      ...Array.from({ length: leaves }, (_, at) => `${branch} ${at}`).flatMap((id) => [
        ...[node(id), edge(branch, id)],
      ]),
    ]),
  ];
}

test.each([
  ['mindmap', treeOf(10, 11), 2_950, 1_300],
  ['mindmap', treeOf(5, 12, true), 2_950, 1_300],
  ['tree', treeOf(6, 18), 2_490, 1_425],
  ['tree', treeOf(1, 40), 2_490, 1_425],
] as const)('%s %#: many leaves stand on both sides of a line', async (layout, objects, width, height) => {
  const drawn = await layOutDiagram({ layout, direction: null, objects }, (error) => {
    throw error;
  });
  const boxes = drawn.filter(isBox);
  expect(Math.max(...boxes.map((box) => box.x + box.width))).toBeLessThanOrEqual(width);
  expect(Math.max(...boxes.map((box) => box.y + box.height))).toBeLessThanOrEqual(height);
  expect(measureQuality(drawn)).toMatchObject({
    siblingOverlaps: 0,
    tightGaps: 0,
    connectorsThroughShapes: 0,
    looseEnds: 0,
  });
});
