import { describe, expect, it } from 'vitest';
import { contains, overlaps } from '../../../src/canvas/model/geometry.ts';
import type { CanvasObject, Connector, Frame, Shape } from '../../../src/canvas/model/object.ts';
import type { PlanObject, PlanUpdate } from '../../../src/canvas/model/plan.ts';
import { measureQuality } from '../../layout/quality/quality.ts';
import { layOut } from '../../layout/thread/layOut.ts';
import { PlanDraft } from '../../plan/planDraft.ts';
import { describeCanvas } from '../planning/canvasForPlanner.ts';

const common = { zIndex: 0, color: 'neutral' } as const;
const frame = (id: string, x: number, some: Partial<Frame> = {}): Frame => ({
  ...common,
  id,
  kind: 'FRAME',
  parentId: null,
  ...{ x, y: 0, width: 208, height: 240 },
  title: id,
  ...some,
});
const shape = (id: string, x: number, y: number, some: Partial<Shape> = {}): Shape => ({
  ...common,
  id,
  kind: 'SHAPE',
  parentId: null,
  ...{ x, y, width: 160, height: 64 },
  shape: 'RECTANGLE',
  text: id,
  lines: [id],
  fontSize: 16,
  ...some,
});
const connector = (from: Shape, to: Shape): Connector => ({
  ...common,
  id: `${from.id} to ${to.id}`,
  kind: 'CONNECTOR',
  fromId: from.id,
  toId: to.id,
  points: [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ],
  label: null,
  labelAt: null,
  style: 'SOLID',
  arrowhead: true,
});

/** Two columns side by side; the first is full, the second empty. */
const [todo, done] = [frame('To do', 0), frame('Done', 272)];
const cards = [shape('one', 24, 44, { parentId: 'To do' }), shape('two', 24, 140, { parentId: 'To do' })];
const board: CanvasObject[] = [todo, done, ...cards];

type Options = { selection?: string[]; now?: CanvasObject[]; placed?: string[] };

/** What a plan comes to; `$name` in it stands for an object of the canvas. */
async function changed(
  existing: CanvasObject[],
  plan: PlanObject[],
  { selection = [], now = existing, placed = [] }: Options = {},
) {
  const described = describeCanvas(existing, { selection, instruction: '' });
  const names = new Map(
    [...described.ids.ends, ...described.ids.targets].map(([short, id]) => [`$${id}`, short]),
  );
  const draft = new PlanDraft(described.ids);
  const named = JSON.parse(JSON.stringify(plan), (_key, value) => names.get(value) ?? value);
  for (const object of named) draft.add(object);
  draft.finish();
  const { changes, warnings } = await layOut({ plan: draft.content, existing, selection, now, placed });
  const gone = new Set(changes.deleted.map(({ id }) => id));
  const after = new Map(changes.updated.map((update) => [update.after.id, update.after]));
  const objects = [
    ...now.filter(({ id }) => !gone.has(id)).map((o) => after.get(o.id) ?? o),
    ...changes.added,
  ];
  const find = (text: string) => {
    const found = objects.find(
      (o) => o.kind !== 'CONNECTOR' && (o.kind === 'FRAME' ? o.title : o.text) === text,
    );
    if (found === undefined || found.kind === 'CONNECTOR') throw new Error(`${text} is not on the canvas`);
    return found;
  };
  return { objects, changes, warnings, find };
}

const node = (text: string, parent: string | null = null): PlanObject => ({
  ...{ type: 'node', id: text, shape: 'rect', text, color: null, parent, order: null },
});
const edge = (from: string, to: string): PlanObject => ({
  ...{ type: 'edge', id: `${from}-${to}`, from, to, label: null, style: null },
});
const update = (target: string, some: Partial<PlanUpdate>): PlanObject => ({
  ...{ type: 'update', id: `change of ${target}`, target, text: null, color: null, parent: null },
  ...some,
});

describe('a new card', () => {
  it('comes below the others of its column, which grows for it with the columns beside it', async () => {
    const { find, changes, objects } = await changed(board, [node('three', '$To do')]);
    expect(find('three')).toMatchObject({ parentId: 'To do', x: 24, y: 236, width: 160 });
    expect(contains(find('To do'), find('three'))).toBe(true);
    expect(changes.updated.map(({ after }) => after.id)).toEqual(['To do', 'Done']);
    expect(measureQuality(objects)).toMatchObject({ siblingOverlaps: 0, tightGaps: 0, childrenOutside: 0 });
  });

  it('has the colour of the others of its column, unless it comes with one of its own', async () => {
    const yellow = board.map((object) => ({ ...object, color: 'yellow' as const }));
    const plan = [node('three', '$To do'), { ...node('four', '$To do'), color: 'red' } as PlanObject];
    const { find } = await changed(yellow, plan);
    expect([find('three').color, find('four').color]).toEqual(['yellow', 'red']);
    const mixed = [...yellow.slice(0, 3), { ...cards[1], color: 'green' } as CanvasObject];
    expect((await changed(mixed, plan)).find('three').color).toBe('blue');
  });

  it('makes room for its column where there is something below', async () => {
    const below = frame('Later', 0, { y: 272 });
    const { find, objects } = await changed([...board, below], [node('three', '$To do')]);
    expect(find('three')).toMatchObject({ parentId: 'To do', x: 24, y: 236 });
    expect(find('Later')).toMatchObject({ x: below.x, y: 356 });
    expect(measureQuality(objects)).toMatchObject({ siblingOverlaps: 0, tightGaps: 0, childrenOutside: 0 });
  });

  it('finds another place in its column when what is below may not move', async () => {
    const below: CanvasObject = { ...frame('Later', 0, { y: 272 }), locked: true };
    const { find, objects } = await changed([...board, below], [node('three', '$To do')]);
    expect(find('three').parentId).toBe('To do');
    expect(find('Later')).toEqual(below);
    expect(measureQuality(objects)).toMatchObject({ siblingOverlaps: 0, tightGaps: 0, childrenOutside: 0 });
  });

  it('does not make a column grow that is not among what was selected, or is locked', async () => {
    const locked = { ...todo, locked: true as const };
    for (const column of [todo, locked]) {
      const existing = [column, done, ...cards];
      const selection = column.locked ? [] : ['one'];
      const plan = [node('three'), edge('$one', 'three')];
      const { find, changes } = await changed(existing, plan, { selection });
      expect(changes.updated).toEqual([]);
      expect(find('three').parentId).toBeNull();
      expect(overlaps(find('three'), column)).toBe(false);
    }
  });
});

describe('a card that is moved into another column', () => {
  it('keeps what it is, and its connectors are led again', async () => {
    const [one, two] = cards as [Shape, Shape];
    const { find, objects } = await changed(
      [...board, connector(one, two)],
      [update('$one', { parent: '$Done' })],
    );
    expect(find('one')).toEqual({ ...one, parentId: 'Done', x: 296, y: 44 });
    expect(measureQuality(objects)).toMatchObject({ looseEnds: 0, connectorsThroughShapes: 0 });
  });

  it('stays where a person has put it meanwhile, and that is said', async () => {
    const now = board.map((object) => (object.id === 'one' ? { ...object, x: 30 } : object));
    const { changes, warnings } = await changed(board, [update('$one', { parent: '$Done' })], { now });
    expect(changes.updated).toEqual([]);
    expect(warnings).toEqual([
      '1 change was left out: somebody has changed the same on the canvas meanwhile.',
    ]);
  });

  const nested = [
    frame('Outer', 0, { width: 400, height: 400 }),
    frame('Inner', 24, { y: 44, parentId: 'Outer' }),
    shape('a', 48, 88, { parentId: 'Inner' }),
    frame('Done', 500),
  ];

  it('takes with it what it holds', async () => {
    const { find } = await changed(nested, [update('$Inner', { parent: '$Done' })]);
    const { x, y } = find('Inner');
    expect(find('a')).toMatchObject({ x: x + 24, y: y + 44, parentId: 'Inner' });
    expect(contains(find('Done'), find('Inner'))).toBe(true);
  });

  it('does not come into itself', async () => {
    const { changes } = await changed(nested, [update('$Outer', { parent: '$Inner' })]);
    expect(changes.updated).toEqual([]);
  });
});

describe('a new step', () => {
  const [a, b] = [shape('a', 0, 0), shape('b', 224, 0)];

  it('comes after the one that leads to it, in the direction of reading', async () => {
    const { find } = await changed([a, b, connector(a, b)], [node('c'), edge('$b', 'c')]);
    expect(find('c')).toMatchObject({ x: 448, y: 0 });
  });

  it('between two that stand close finds room beside them, with connectors at right angles', async () => {
    const { find, objects } = await changed(
      [a, b, connector(a, b)],
      [{ type: 'delete', id: 'd', target: '$a to b' }, node('c'), edge('$a', 'c'), edge('c', '$b')],
    );
    const { x, y } = find('c');
    expect(Math.abs(y)).toBeLessThan(200);
    expect(x).toBeGreaterThan(0);
    const lines = objects.filter((object) => object.kind === 'CONNECTOR');
    expect(lines).toHaveLength(2);
    for (const { points } of lines) {
      expect(points.every((p, i) => i === 0 || p.x === points[i - 1]?.x || p.y === points[i - 1]?.y)).toBe(
        true,
      );
    }
    expect(measureQuality(objects)).toMatchObject({
      ...{ siblingOverlaps: 0, tightGaps: 0, connectorsThroughShapes: 0 },
      ...{ danglingConnectors: 0, looseEnds: 0, labelOverlaps: 0, sharedPieces: 0 },
    });
  });

  it('is there without its connector when what that joins has been deleted meanwhile, and that is said', async () => {
    const { find, objects, warnings } = await changed([a, b], [node('c'), edge('$b', 'c')], { now: [a] });
    expect(find('c').kind).toBe('SHAPE');
    expect(objects.filter(({ kind }) => kind === 'CONNECTOR')).toEqual([]);
    expect(warnings).toEqual(['1 change was left out: what it joins is not on the canvas.']);
  });
});

describe('a longer text', () => {
  const long = 'A text that is a good deal longer than what was there before it came';

  it('makes its shape grow where there is room', async () => {
    const { find } = await changed([shape('a', 0, 0)], [update('$a', { text: long })]);
    expect(find(long).width * find(long).height).toBeGreaterThan(160 * 64);
    expect(find(long)).toMatchObject({ fontSize: 16 });
  });

  it('gets smaller letters where there is none, and nothing is moved', async () => {
    const around = [-1, 0, 1].flatMap((row) =>
      [-1, 0, 1].map((column) => shape(`${row} ${column}`, column * 190, row * 94)),
    );
    const { changes, objects } = await changed(around, [update('$0 0', { text: 'Quite a bit more text' })]);
    expect(changes.updated.map(({ after }) => after.id)).toEqual(['0 0']);
    expect(measureQuality(objects)).toMatchObject({ siblingOverlaps: 0, textOutside: 0 });
  });
});

describe('another shape', () => {
  it('has room for the text, and the ends of connectors on its outline', async () => {
    const [a, b] = [shape('a', 0, 0), shape('b', 300, 0)];
    const { find, objects } = await changed([a, b, connector(a, b)], [update('$a', { shape: 'diamond' })]);
    expect(find('a')).toMatchObject({ shape: 'DIAMOND', text: 'a' });
    expect(measureQuality(objects)).toMatchObject({ textOutside: 0, danglingConnectors: 0, looseEnds: 0 });
  });
});

describe('a connector', () => {
  it.each([
    ['both', { arrowhead: true, startArrowhead: true }],
    ['none', { arrowhead: false }],
    ['forward', { arrowhead: true }],
  ] as const)('gets arrowheads at the ends that the plan names: %s', async (ends, heads) => {
    const [a, b] = [shape('a', 0, 0), shape('b', 300, 0)];
    const line = { ...connector(a, b), ...(ends === 'both' ? {} : { startArrowhead: true as const }) };
    const { changes } = await changed([a, b, line], [update('$a to b', { ends })]);
    const { startArrowhead: _, ...headless } = line;
    expect(changes.updated.map(({ after }) => after)).toEqual([{ ...headless, ...heads }]);
    const added = await changed([a, b], [{ ...edge('$a', '$b'), ends } as PlanObject]);
    expect(added.changes.added).toMatchObject([heads]);
  });
});

describe('another line style', () => {
  it('is that of the connector alone', async () => {
    const [a, b] = [shape('a', 0, 0), shape('b', 300, 0)];
    const { changes } = await changed([a, b, connector(a, b)], [update('$a to b', { style: 'dashed' })]);
    expect(changes.updated.map(({ after }) => after)).toEqual([{ ...connector(a, b), style: 'DASHED' }]);
  });
});
