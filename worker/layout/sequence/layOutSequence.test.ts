import { expect, test } from 'vitest';
import { centreOf } from '../../../src/canvas/model/geometry.ts';
import { findLifelines } from '../../../src/canvas/model/lifelines.ts';
import type { Connector, Frame, Shape } from '../../../src/canvas/model/object.ts';
import type { Diagram, PlanEdge, PlanFrame, PlanNode, PlanShape } from '../../../src/canvas/model/plan.ts';
import { idOf } from '../../../test/support/diagrams.ts';
import { layOutDiagram } from '../layOutDiagram.ts';
import { measureQuality } from '../quality/quality.ts';

const frame = (index: number, title: string): PlanFrame => ({
  ...{ type: 'frame', id: idOf(1, index), title, parent: null, slot: null },
});
const node = (index: number, text: string, shape: PlanShape = 'rect'): PlanNode => ({
  ...{ type: 'node', id: idOf(2, index), shape, text, color: null, parent: null, order: null },
});
const message = (index: number, from: number, to: number, more: Partial<PlanEdge> = {}): PlanEdge => ({
  ...{ type: 'edge', id: idOf(3, index), from: idOf(2, from), to: idOf(2, to) },
  ...{ label: `message ${index}`, style: null },
  ...more,
});

async function draw(objects: Diagram['objects']) {
  const drawn = await layOutDiagram({ layout: 'sequence', direction: null, objects });
  const find = (id: string) => drawn.find((object) => object.id === id);
  return {
    objects: drawn,
    shapeOf: (index: number) => find(idOf(2, index)) as Shape,
    frameOf: (index: number) => find(idOf(1, index)) as Frame,
    messageOf: (index: number) => find(idOf(3, index)) as Connector,
  };
}

test('messages stand below one another between the lifelines of their participants', async () => {
  const { objects, shapeOf, messageOf } = await draw([
    ...[node(0, 'User', 'ellipse'), node(1, 'Shop'), node(2, 'Bank')],
    ...[message(1, 0, 1), message(2, 1, 2), message(3, 2, 0, { style: 'dashed' }), message(4, 0, 0)],
  ]);
  const heads = [0, 1, 2].map((index) => centreOf(shapeOf(index)));
  expect(new Set(heads.map(({ y }) => y)).size).toBe(1);
  expect(heads.map(({ x }) => x)).toEqual(heads.map(({ x }) => x).toSorted((a, b) => a - b));
  const lines = [1, 2, 3, 4].map((id) => messageOf(id));
  const ys = lines.map(({ points }) => points[0]?.y ?? 0);
  expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  expect(lines.map(({ style }) => style)).toEqual(['SOLID', 'SOLID', 'DASHED', 'SOLID']);
  const { participants } = findLifelines(objects);
  expect(lines.map(({ fromId, toId }) => [participants.get(fromId), participants.get(toId)])).toEqual(
    [
      [0, 1],
      [1, 2],
      [2, 0],
      [0, 0],
    ].map((ends) => ends.map((end) => idOf(2, end))),
  );
  // The message from the bank to the user passes the lifeline of the shop, which has no bar there.
  const bars = objects.filter(({ id }) => participants.get(id) === idOf(2, 1));
  const passed = lines[2]?.points[0]?.y ?? 0;
  expect(bars.some((bar) => bar.kind === 'SHAPE' && bar.y < passed && bar.y + bar.height > passed)).toBe(
    false,
  );
});

test('fragments are frames around their messages, with the condition inside', async () => {
  const [alt, other] = [frame(0, 'alt: in stock'), frame(1, 'else: sold out')];
  const inAlt = { parent: alt.id };
  const { objects, frameOf } = await draw([
    ...[alt, other, node(0, 'A'), node(1, 'B'), node(2, 'C'), node(3, 'late', 'sticky')],
    ...[message(1, 0, 2), message(2, 0, 1, inAlt), message(3, 1, 3, { ...inAlt, label: null })],
    message(4, 1, 0, { parent: other.id }),
  ]);
  const [first, second] = [frameOf(0), frameOf(1)];
  expect([first.title, second.title]).toEqual(['alt', 'else']);
  expect([first.x, first.width]).toEqual([second.x, second.width]);
  expect(second.y).toBeGreaterThan(first.y + first.height);
  const inside = (parentId: string) =>
    objects.flatMap((each) =>
      each.kind === 'SHAPE' && each.parentId === parentId && each.text ? [each.text] : [],
    );
  expect(inside(alt.id).toSorted()).toEqual(['[in stock]', 'late']);
  expect(inside(other.id)).toEqual(['[sold out]']);
  expect(measureQuality(objects)).toMatchObject({
    labelOverlaps: 0,
    tightGaps: 0,
    connectorsThroughShapes: 0,
  });
});

test('a long diagram repeats its participants at the foot', async () => {
  const messages = Array.from({ length: 20 }, (_, index) => message(index, index % 2, (index + 1) % 2));
  const { objects } = await draw([node(0, 'A'), node(1, 'B'), ...messages]);
  const texts = objects.flatMap((each) => (each.kind === 'SHAPE' && each.text ? [each.text] : []));
  expect(texts.toSorted()).toEqual(['A', 'A', 'B', 'B']);
});

test('what a preview has shown stays on the canvas when more messages arrive', async () => {
  const first = [frame(0, 'loop'), node(0, 'A'), node(1, 'B'), node(2, 'C')];
  const messages = [
    ...[message(1, 0, 2), message(2, 2, 1), message(3, 0, 2, { parent: idOf(1, 0) })],
    ...[message(4, 2, 1, { parent: idOf(1, 0) }), message(5, 1, 0), message(6, 0, 0)],
  ];
  let shown = new Set<string>();
  for (let count = 0; count <= messages.length; count += 1) {
    const { objects } = await draw([...first, ...messages.slice(0, count)]);
    const ids = new Set(objects.map(({ id }) => id));
    expect([...shown].filter((id) => !ids.has(id))).toEqual([]);
    shown = ids;
  }
});
