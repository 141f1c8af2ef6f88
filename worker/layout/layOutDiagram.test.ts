import { expect, test } from 'vitest';
import { centreOf, crosses, inflate, overlaps, segmentsOf } from '../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector, Frame, Shape } from '../../src/canvas/model/object.ts';
import {
  type Diagram,
  type PlanEdge,
  type PlanFrame,
  type PlanNode,
  type PlanShape,
  planLayout,
} from '../../src/canvas/model/plan.ts';
import { idOf } from '../../test/support/diagrams.ts';
import { withExpectedEdges } from '../plan/expectedEdges.ts';
import { layOutDiagram } from './layOutDiagram.ts';
import { measureQuality } from './quality/quality.ts';

const frame = (index: number, title: string, more: Partial<PlanFrame> = {}): PlanFrame => ({
  type: 'frame',
  id: idOf(1, index),
  title,
  parent: null,
  slot: null,
  ...more,
});

const node = (
  index: number,
  text: string,
  shape: PlanShape = 'rect',
  more: Partial<PlanNode> = {},
): PlanNode => ({
  type: 'node',
  id: idOf(2, index),
  shape,
  text,
  color: null,
  parent: null,
  order: null,
  ...more,
});

const edge = (from: number, to: number, label: string | null = null): PlanEdge => ({
  type: 'edge',
  id: idOf(3, from * 1000 + to),
  from: idOf(2, from),
  to: idOf(2, to),
  label,
  style: null,
});

const chain = (length: number): Diagram['objects'] => [
  ...Array.from({ length }, (_, index) => node(index, `Step ${index}`)),
  ...Array.from({ length: length - 1 }, (_, index) => edge(index, index + 1)),
];

const clean = { siblingOverlaps: 0, connectorsThroughShapes: 0, looseEnds: 0, crossings: 0 };

async function draw(
  layout: Diagram['layout'],
  objects: Diagram['objects'],
  direction: Diagram['direction'] = null,
  columns: Diagram['columns'] = null,
) {
  const drawn = await layOutDiagram({ layout, direction, columns, objects });
  const byId = new Map(drawn.map((object) => [object.id, object]));
  const find = <K extends CanvasObject['kind']>(kind: K, id: string): Extract<CanvasObject, { kind: K }> => {
    const object = byId.get(id);
    if (object?.kind !== kind) throw new Error(`no ${kind} ${id}`);
    return object as Extract<CanvasObject, { kind: K }>;
  };
  return {
    drawn,
    quality: measureQuality(drawn),
    shape: (index: number): Shape => find('SHAPE', idOf(2, index)),
    frame: (index: number): Frame => find('FRAME', idOf(1, index)),
    connector: (from: number, to: number): Connector => find('CONNECTOR', idOf(3, from * 1000 + to)),
  };
}

const decision: Diagram['objects'] = [
  node(0, 'Choose plan'),
  node(1, 'Payment ok?', 'diamond'),
  node(2, 'Done', 'ellipse'),
  node(3, 'Show the error'),
  edge(0, 1),
  edge(1, 2, 'yes'),
  edge(1, 3, 'no'),
  edge(3, 0, 'retry'),
];

test('flow: the main course is straight, branches leave a decision at its vertices', async () => {
  const { shape, connector, quality } = await draw('flow', decision, 'right');
  expect(connector(0, 1).points).toHaveLength(2);
  const diamond = shape(1);
  const middle = centreOf(diamond);
  expect(connector(1, 2).points[0]).toEqual({ x: diamond.x + diamond.width, y: middle.y });
  expect(connector(1, 3).points[0]).toEqual({ x: middle.x, y: diamond.y + diamond.height });
  expect(quality).toMatchObject({ labelOverlaps: 0, looseEnds: 0, connectorsThroughShapes: 0 });
});

test('flow: a chain of ten or more is folded into rows that all run to the right', async () => {
  const { shape, connector } = await draw('flow', chain(12), 'right');
  const rows = Map.groupBy(
    Array.from({ length: 12 }, (_, index) => shape(index)),
    ({ y }) => y,
  );
  expect(rows.size).toBeGreaterThan(1);
  for (const row of rows.values())
    expect(row.map(({ x }) => x)).toEqual(row.map(({ x }) => x).toSorted((a, b) => a - b));
  const [first = []] = rows.values();
  expect(connector(first.length - 1, first.length).points).toHaveLength(6);
});

test('flow: a chain of fewer steps stays in one row', async () => {
  const { shape } = await draw('flow', chain(9), 'right');
  expect(new Set(Array.from({ length: 9 }, (_, index) => shape(index).y)).size).toBe(1);
});

test('flow: a long flow is folded only between branches', async () => {
  const { shape, quality } = await draw(
    'flow',
    [...chain(14), node(20, 'Other way'), edge(5, 20), edge(20, 8)],
    'right',
  );
  expect(shape(13).y).toBeGreaterThan(shape(0).y);
  for (const index of [6, 7, 8, 20]) expect(shape(index).x).toBeGreaterThan(shape(5).x);
  expect(quality).toMatchObject({ crossings: 0, connectorsThroughShapes: 0, looseEnds: 0 });
});

test('flow: a long flow that can not be folded keeps the direction that was asked for', async () => {
  const { shape } = await draw('flow', [...chain(12), edge(0, 11), edge(1, 10)], 'right');
  for (let index = 1; index < 12; index++) expect(shape(index).x).toBeGreaterThan(shape(index - 1).x);
});

test('flow: without a requested direction, it leads right unless its text is larger when it leads down', async () => {
  const labelled = Array.from({ length: 6 }, (_, index) => edge(index, index + 1, 'with a label of its own'));
  const steps = chain(7).filter(({ type }) => type === 'node');
  const long = await draw('flow', [...steps, node(20, 'Aside'), ...labelled, edge(2, 20)]);
  for (let index = 1; index < 7; index++)
    expect(long.shape(index).y).toBeGreaterThan(long.shape(index - 1).y);
  const short = await draw('flow', [...chain(3), node(20, 'Aside'), edge(0, 20)]);
  expect(short.shape(2).x).toBeGreaterThan(short.shape(0).x);
});

test('flow: connectors from one step leave it apart from each other, and do not cross', async () => {
  const targets = [1, 2, 3, 4, 5, 6];
  const { connector, quality } = await draw(
    'flow',
    [node(0, 'Hub'), ...targets.flatMap((index) => [node(index, `Target ${index}`), edge(0, index)])],
    'right',
  );
  expect(new Set(targets.map((index) => connector(0, index).points[0]?.y)).size).toBe(targets.length);
  expect(quality).toMatchObject({ crossings: 0, sharedPieces: 0 });
});

test('flow: what leads back to an earlier step does not run along the main course', async () => {
  const { connector, quality } = await draw('flow', [...chain(4), edge(3, 1, 'again')], 'right');
  for (const index of [0, 1, 2]) expect(connector(index, index + 1).points).toHaveLength(2);
  expect(quality).toMatchObject({ crossings: 0, sharedPieces: 0, labelOverlaps: 0 });
});

test('flow: pools keep their lanes, and all lanes share the columns of the flow', async () => {
  const pools = [frame(0, 'Buyer'), frame(1, 'Seller')];
  const lanes = [2, 3, 4, 5].map((index) =>
    frame(index, `Lane ${index}`, { parent: idOf(1, index < 4 ? 0 : 1) }),
  );
  const inLane = (index: number, lane: number) =>
    node(index, `Step ${index}`, 'rect', { parent: idOf(1, lane) });
  const steps = [inLane(0, 2), inLane(1, 4), inLane(2, 3), inLane(3, 5), inLane(4, 2)];
  const ways = [edge(0, 1), edge(1, 2), edge(2, 3), edge(3, 4)];
  const {
    frame: drawn,
    shape,
    quality,
  } = await draw('flow', [...pools, ...lanes, ...steps, ...ways], 'right');
  expect(new Set([2, 3, 4, 5].map((index) => `${drawn(index).x} ${drawn(index).width}`)).size).toBe(1);
  for (const index of [1, 2, 3, 4]) expect(shape(index).x).toBeGreaterThan(shape(index - 1).x);
  expect(quality).toMatchObject({ childrenOutside: 0, siblingOverlaps: 0, connectorsThroughShapes: 0 });
});

test('flow: a connector leads around a frame that holds neither of its ends', async () => {
  const within = { parent: idOf(1, 0) };
  const { frame: drawn, connector } = await draw(
    'flow',
    [
      frame(0, 'Between'),
      node(0, 'Start'),
      node(1, 'In', 'rect', within),
      node(2, 'Also in', 'rect', within),
    ].concat([node(3, 'End'), edge(0, 1), edge(1, 3), edge(0, 2), edge(2, 3), edge(0, 3)] as never),
    'right',
  );
  const box = inflate(drawn(0), -1);
  expect(segmentsOf(connector(0, 3).points).some((piece) => crosses(piece, box))).toBe(false);
});

test('flow: what is likely to come is where it will be', async () => {
  const steps = chain(9).filter((object) => object.type === 'node');
  const early = await layOutDiagram(
    withExpectedEdges({ layout: 'flow', direction: 'right', objects: steps }),
  );
  const { shape } = await draw('flow', chain(9), 'right');
  expect(early).toHaveLength(9);
  for (const [index, object] of early.entries()) {
    const { x, y } = shape(index);
    expect(object).toMatchObject({ id: idOf(2, index), x, y });
  }
});

test('kanban: cards that follow one another stay cards, with straight connectors between', async () => {
  const cards = [0, 1, 2].map((index) => node(index, `Card ${index}`, 'sticky', { parent: idOf(1, 0) }));
  const { shape, connector } = await draw('kanban', [frame(0, 'Next'), ...cards, edge(0, 1), edge(1, 2)]);
  expect(new Set(cards.map((_, index) => `${shape(index).x} ${shape(index).width}`)).size).toBe(1);
  expect(connector(0, 1).points).toHaveLength(2);
});

test('flow: a short chain keeps its direction', async () => {
  const { shape } = await draw('flow', chain(3), 'right');
  expect(shape(1).y).toBe(shape(0).y);
  expect(shape(2).x).toBeGreaterThan(shape(1).x);
});

test('flow: frames that the flow goes back and forth between become swim lanes', async () => {
  const lanes = [frame(0, 'Customer'), frame(1, 'Shop')];
  const inLane = (index: number, lane: number) =>
    node(index, `Step ${index}`, 'rect', { parent: idOf(1, lane) });
  const steps = [inLane(0, 0), inLane(1, 1), inLane(2, 1), inLane(3, 0)];
  const {
    frame: lane,
    shape,
    quality,
  } = await draw('flow', [...lanes, ...steps, edge(0, 1), edge(1, 2), edge(2, 3)], 'right');
  expect(lane(0).width).toBe(lane(1).width);
  expect(lane(1).y).toBeGreaterThan(lane(0).y);
  expect(shape(3).x).toBeGreaterThan(shape(2).x);
  expect(quality.childrenOutside).toBe(0);
});

test('connectors have arrowheads at the ends that the plan names', async () => {
  const ends = ['both', 'none', 'forward', null] as const;
  const objects = await layOutDiagram({
    ...{ layout: 'flow', direction: null },
    objects: [
      node(0, 'a'),
      node(1, 'b'),
      ...ends.map((each) => ({ ...edge(0, 1), id: each ?? 'null', ends: each })),
    ],
  });
  const heads = objects.flatMap((object) =>
    object.kind === 'CONNECTOR' ? [[object.startArrowhead ?? false, object.arrowhead]] : [],
  );
  expect(heads).toEqual([
    [true, true],
    [false, false],
    [false, true],
    [false, true],
  ]);
});

test('tree: children in line below their parent, lines without arrowheads', async () => {
  const { shape, connector } = await draw(
    'tree',
    [node(0, 'Root'), node(1, 'Left'), node(2, 'Right'), edge(0, 1), edge(0, 2)],
    'down',
  );
  expect(shape(1).y).toBe(shape(2).y);
  expect(shape(1).y).toBeGreaterThan(shape(0).y);
  expect(centreOf(shape(0)).x).toBe((centreOf(shape(1)).x + centreOf(shape(2)).x) / 2);
  expect(connector(0, 1).arrowhead).toBe(false);
});

test('tree: many leaves hang below their parents rather than making the tree too wide', async () => {
  const objects: Diagram['objects'] = [node(0, 'Root')];
  for (let branch = 1; branch <= 4; branch++) {
    objects.push(node(branch, `Branch ${branch}`), edge(0, branch));
    for (let leaf = 0; leaf < 5; leaf++)
      objects.push(node(branch * 10 + leaf, 'Leaf'), edge(branch, branch * 10 + leaf));
  }
  const { quality, shape } = await draw('tree', objects, 'down');
  expect(quality.aspectRatio).toBeLessThan(3);
  expect(shape(11).x).toBe(shape(10).x);
});

test('kanban: columns of one size in order, cards of one width stacked', async () => {
  const card = (index: number, column: number) =>
    node(index, `Card ${index}`, 'sticky', { parent: idOf(1, column) });
  const { frame: column, shape } = await draw('kanban', [
    frame(0, 'To do'),
    frame(1, 'Done'),
    card(0, 0),
    card(1, 0),
    card(2, 1),
  ]);
  expect(column(1)).toMatchObject({ y: column(0).y, width: column(0).width, height: column(0).height });
  expect(column(1).x).toBeGreaterThan(column(0).x);
  expect(shape(1)).toMatchObject({ x: shape(0).x, width: shape(2).width });
  expect(shape(1).y).toBeGreaterThan(shape(0).y);
});

test('swot: two by two by slot or title, whatever the order', async () => {
  const { frame: quadrant } = await draw('swot', [
    frame(0, 'Threats'),
    frame(1, 'W', { slot: 'weaknesses' }),
    frame(2, 'O', { slot: 'opportunities' }),
    frame(3, 'Strengths'),
  ]);
  const corner = ({ x, y }: Frame) => [x, y];
  const [left, top] = corner(quadrant(3));
  const [right, bottom] = corner(quadrant(0));
  expect(corner(quadrant(1))).toEqual([right, top]);
  expect(corner(quadrant(2))).toEqual([left, bottom]);
  expect(quadrant(3).color).toBe('green');
});

test('mindmap: branches on both sides of the root', async () => {
  const branches = [1, 2, 3, 4, 5, 6];
  const { shape, quality } = await draw('mindmap', [
    node(0, 'Root', 'ellipse'),
    ...branches.map((index) => node(index, `Branch ${index}`)),
    ...branches.map((index) => edge(0, index)),
  ]);
  const isLeft = branches.map((index) => shape(index).x < shape(0).x);
  expect(isLeft.filter(Boolean)).toHaveLength(3);
  expect(quality.connectorsThroughShapes).toBe(0);
});

test('timeline: milestones follow their edges, also when given in another order', async () => {
  const { shape } = await draw('timeline', [
    node(2, 'Third'),
    node(0, 'First'),
    node(1, 'Second'),
    edge(0, 1),
    edge(1, 2),
  ]);
  expect(shape(0).x).toBeLessThan(shape(1).x);
  expect(shape(1).x).toBeLessThan(shape(2).x);
  expect(new Set([0, 1, 2].map((index) => shape(index).y)).size).toBe(1);
});

test('grid: cells of one size in the order given by the plan', async () => {
  const cells = Array.from({ length: 9 }, (_, index) =>
    node(index, `Cell ${index}`, 'rect', { order: 8 - index }),
  );
  const { shape } = await draw('grid', cells);
  expect(new Set(cells.map((_, index) => `${shape(index).width}x${shape(index).height}`)).size).toBe(1);
  expect(shape(8)).toMatchObject({ x: 0, y: 0 });
});

test('a heading stands above the rest, in a larger size', async () => {
  const { shape } = await draw('flow', [...chain(3), node(9, 'How it works', 'text')]);
  expect(shape(9).fontSize).toBe(24);
  for (const index of [0, 1, 2]) expect(shape(index).y).toBeGreaterThan(shape(9).y + shape(9).height);
});

test('frames are drawn behind, outer ones first, then connectors, then shapes', async () => {
  const { drawn } = await draw('flow', [
    ...decision,
    frame(1, 'Inner', { parent: idOf(1, 0) }),
    frame(0, 'Outer'),
    node(8, 'Inside', 'rect', { parent: idOf(1, 1) }),
  ]);
  expect(drawn.map((object) => object.zIndex)).toEqual(drawn.map((_, index) => index));
  expect(drawn.slice(0, 2).map((object) => object.id)).toEqual([idOf(1, 0), idOf(1, 1)]);
  const kinds = drawn.map((object) => object.kind);
  expect(kinds.lastIndexOf('CONNECTOR')).toBeLessThan(kinds.indexOf('SHAPE'));
});

test('a loop on one step and parallel connectors each go their own way', async () => {
  const parallel = { ...edge(0, 1), id: idOf(3, 77) };
  const { drawn, connector, shape, quality } = await draw('flow', [
    ...chain(2),
    parallel,
    edge(0, 0, 'again'),
  ]);
  expect(connector(0, 0).points.length).toBeGreaterThanOrEqual(4);
  expect(drawn.find((object) => object.id === idOf(3, 77))).not.toMatchObject({
    points: connector(0, 1).points,
  });
  expect(overlaps(shape(0), shape(1))).toBe(false);
  expect(quality).toMatchObject({ looseEnds: 0, danglingConnectors: 0 });
});

test('a grid has the columns that are asked for', async () => {
  const places = (objects: readonly CanvasObject[], axis: 'x' | 'y') =>
    new Set(objects.map((object) => (object.kind === 'CONNECTOR' ? null : object[axis]))).size;
  const notes = Array.from({ length: 12 }, (_, index) => node(index, '', 'sticky'));
  const grid = await draw('grid', notes, null, 6);
  expect([places(grid.drawn, 'x'), places(grid.drawn, 'y')]).toEqual([6, 2]);
  const frames = Array.from({ length: 4 }, (_, index) => frame(index, ''));
  const row = await draw('grid', frames, null, 4);
  expect([places(row.drawn, 'x'), places(row.drawn, 'y')]).toEqual([4, 1]);
});

test('a ring has its objects around the one that joins them all, with straight connectors', async () => {
  const around = Array.from({ length: 6 }, (_, index) => node(index + 1, `Item ${index}`, 'ellipse'));
  const spokes = around.map((_, index) => edge(0, index + 1));
  const { shape, connector, quality } = await draw('ring', [node(0, 'Hub'), ...around, ...spokes]);
  const hub = centreOf(shape(0));
  const distances = around.map((_, index) => {
    const { x, y } = centreOf(shape(index + 1));
    return Math.round(Math.hypot(x - hub.x, y - hub.y));
  });
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(2);
  for (const index of around.keys()) expect(connector(0, index + 1).points).toHaveLength(2);
  expect(quality).toMatchObject({ ...clean, bends: 0 });
});

test('an object with a negative order is in the middle of a ring', async () => {
  const around = [1, 2, 3, 4].map((index) => node(index, `Part ${index}`));
  const { shape } = await draw('ring', [{ ...node(0, 'Table'), order: -1 }, ...around]);
  const xs = around.map((_, index) => centreOf(shape(index + 1)).x);
  expect(centreOf(shape(0)).x).toBeCloseTo((Math.min(...xs) + Math.max(...xs)) / 2, -1);
});

test('a ring that is closed goes round, and what crosses it keeps clear of the objects', async () => {
  const six = Array.from({ length: 6 }, (_, index) => node(index, `Step ${index}`));
  const round = six.map((_, index) => edge(index, (index + 1) % 6));
  const { shape, connector, quality } = await draw('ring', [
    ...six,
    ...round,
    edge(0, 3, 'skip'),
    edge(1, 0),
  ]);
  expect(shape(0).y).toBeLessThan(Math.min(shape(1).y, shape(5).y));
  expect(shape(3).y).toBeGreaterThan(Math.max(shape(2).y, shape(4).y));
  expect(connector(5, 0).points).toHaveLength(2);
  expect(quality).toMatchObject(clean);
});

test('an empty diagram gives an empty canvas', async () => {
  for (const layout of ['flow', 'tree', 'kanban', 'swot', 'mindmap', 'timeline', 'grid', 'ring'] as const)
    expect(await layOutDiagram({ layout, direction: null, objects: [] })).toEqual([]);
});

test('class: a class is a frame with its compartments on each other, superclasses stand above', async () => {
  const compartments = ['id: int\nname: text', 'save()'];
  const { drawn, quality } = await draw('class', [
    node(0, 'Dog'),
    { ...node(1, 'Animal'), ...{ compartments, color: 'green' } },
    edge(0, 1, 'extends'),
  ]);
  const animal = drawn.find(({ id }) => id === idOf(2, 1));
  expect(animal).toMatchObject({ kind: 'FRAME', title: 'Animal', color: 'green', parentId: null });
  const rows = drawn.filter((object) => object.kind === 'SHAPE' && object.parentId === idOf(2, 1)) as Shape[];
  expect(rows.map(({ text, lines }) => [text, lines])).toEqual([
    [compartments[0], ['id: int', 'name: text']],
    [compartments[1], ['save()']],
  ]);
  expect((rows[0]?.y ?? 0) + (rows[0]?.height ?? 0)).toBe(rows[1]?.y);
  const dog = drawn.find(({ id }) => id === idOf(2, 0)) as Shape;
  expect(dog.y).toBeGreaterThan((animal as Frame).y + (animal as Frame).height);
  const line = drawn.find(({ kind }) => kind === 'CONNECTOR') as Connector;
  expect([line.fromId, line.toId]).toEqual([dog.id, idOf(2, 1)]);
  expect(line.points[0]?.y).toBeGreaterThan(line.points.at(-1)?.y ?? 0);
  expect(quality).toMatchObject({ looseEnds: 0, childrenOutside: 0, tightGaps: 0, textOutside: 0 });
});

test('compartments are drawn in every layout', async () => {
  for (const layout of planLayout.options) {
    const compartments = ['a long attribute of this class: text', 'save()'];
    const some = [0, 1, 2].map((index) => ({ ...node(index, `Class ${index}`), compartments }));
    const { drawn, quality } = await draw(layout, [...some, edge(0, 1), edge(0, 2)]);
    if (layout === 'sequence') continue;
    const texts = drawn.flatMap((object) => (object.kind === 'SHAPE' ? [object.text] : []));
    expect([layout, texts]).toEqual([layout, [...compartments, ...compartments, ...compartments]]);
    expect(quality).toMatchObject({ childrenOutside: 0, siblingOverlaps: 0, textOutside: 0 });
  }
});

test('state: starts and ends are smaller than states', async () => {
  const { shape, quality } = await draw('state', [
    node(0, 'Start', 'ellipse'),
    node(1, 'Idle'),
    node(2, 'A long name for the end', 'ellipse'),
    edge(0, 1),
    edge(1, 1, 'tick'),
    edge(1, 2),
  ]);
  expect(shape(0).width).toBeLessThan(shape(1).width);
  expect(shape(0).height).toBeLessThan(shape(1).height);
  expect(shape(2).width).toBeGreaterThan(shape(0).width);
  expect(quality).toMatchObject({ textOutside: 0, looseEnds: 0, labelOverlaps: 0 });
});

test('state: a preview expects each state to follow the one before it', () => {
  const { expectedEdges } = withExpectedEdges({
    ...{ layout: 'state', direction: null, objects: [node(0, 'Idle'), node(1, 'Running')] },
  });
  expect(expectedEdges).toMatchObject([{ from: idOf(2, 0), to: idOf(2, 1) }]);
});
