import { describe, expect, it } from 'vitest';
import type { CanvasObject, Connector, Shape } from '../../../src/canvas/model/object.ts';
import { describeCanvas } from './canvasForPlanner.ts';

const box = { x: 0, y: 0, width: 100, height: 50, zIndex: 0, color: 'neutral', parentId: null } as const;
const line: Omit<Connector, 'id' | 'fromId' | 'toId'> = {
  zIndex: 0,
  kind: 'CONNECTOR',
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
  label: 'then',
  labelAt: { x: 0, y: 0 },
  style: 'SOLID',
  color: 'neutral',
  arrowhead: true,
};
const shape: Omit<Shape, 'id'> = {
  ...box,
  kind: 'SHAPE',
  shape: 'DIAMOND',
  text: 'Ok?',
  lines: ['Ok?'],
  fontSize: 16,
};
const objects: CanvasObject[] = [
  { ...box, id: 'frame', kind: 'FRAME', title: 'To do' },
  { ...shape, id: 'first' },
  { ...shape, id: 'second', parentId: 'frame' },
  { ...line, id: 'line', fromId: 'first', toId: 'second' },
];

const described = (some: readonly CanvasObject[], selection: string[] = [], instruction = '') =>
  describeCanvas(some, { selection, instruction });

describe('a canvas that is described to a planner', () => {
  it('is in words and relations, with short ids', () => {
    const common = { color: 'neutral', locked: false };
    expect(described(objects).canvas).toEqual({
      ...{ title: '', context: [], hasSelection: false, elsewhere: [] },
      objects: [
        { ...common, id: 'f1', kind: 'FRAME', text: 'To do', parent: null, order: 0 },
        {
          ...{ ...common, id: 'c4', kind: 'CONNECTOR', text: 'then', from: 's2', to: 's3' },
          ...{ style: 'solid', ends: 'forward', order: 0 },
        },
        { ...common, id: 's3', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: 'f1', order: 1 },
        { ...common, id: 's2', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null, order: 2 },
      ],
    });
  });

  it('knows the real id of each, which of them connectors may join, and which may hold others', () => {
    const ends = { f1: 'frame', s2: 'first', s3: 'second' };
    const { ids } = described(objects);
    expect(Object.fromEntries(ids.ends)).toEqual(ends);
    expect(Object.fromEntries(ids.targets)).toEqual({ ...ends, c4: 'line' });
    expect(Object.fromEntries(ids.frames)).toEqual({ f1: 'frame' });
  });

  it('is of a selection, with its connectors, and what is about it, which may be joined but not changed', () => {
    const { canvas, ids } = described(objects, ['second', 'gone']);
    expect(canvas.hasSelection).toBe(true);
    expect(Object.fromEntries(ids.targets)).toEqual({ s1: 'second', c2: 'line' });
    expect(canvas.objects.map(({ id }) => id).toSorted()).toEqual(['c2', 's1']);
    expect(canvas.context.map(({ id }) => id)).toEqual(['f3', 's4']);
    expect([...ids.ends.values()]).toEqual(['second', 'frame', 'first']);
  });

  it('has all frames, into which what is selected may be moved, unless they are locked', () => {
    const closed = { ...box, id: 'closed', kind: 'FRAME', title: 'Done', locked: true } as const;
    const { ids } = described([...objects, closed], ['first']);
    expect([...ids.frames.values()]).toEqual(['frame']);
  });

  it('names what is far from a selection, and does not show it', () => {
    const { canvas } = described([...objects, { ...shape, id: 'far', text: 'Far' }], ['first']);
    expect(canvas.context.map(({ id }) => id)).toEqual(['f3', 's4']);
    expect(canvas.elsewhere).toEqual(['Far']);
  });

  it('says which ends of a connector have arrowheads', () => {
    const heads = [
      { arrowhead: false },
      { startArrowhead: true },
      { arrowhead: false, startArrowhead: true },
    ] as const;
    const lines = heads.map((head, at) => ({
      ...{ ...line, ...head, id: `l${at}`, fromId: 'first', toId: 'second' },
    }));
    const { canvas } = described([...objects.slice(0, 3), ...lines]);
    expect(canvas.objects.filter(({ kind }) => kind === 'CONNECTOR')).toMatchObject([
      { from: 's2', to: 's3', ends: 'none' },
      { from: 's2', to: 's3', ends: 'both' },
      { from: 's3', to: 's2', ends: 'forward' },
    ]);
  });

  it('shows locked objects without offering them for change', () => {
    const { canvas, ids } = described([
      { ...shape, id: 'free' },
      { ...shape, id: 'fixed', locked: true },
    ]);
    expect(canvas.context).toMatchObject([{ id: 's2', text: 'Ok?', locked: true }]);
    expect([...ids.targets.values()]).toEqual(['free']);
    expect([...ids.ends.values()]).toEqual(['free', 'fixed']);
  });

  it('shows of a large canvas what is named, its frames and its neighbours first', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...shape,
      id: `s${index}`,
      text: `Card ${index}`,
    }));
    const last: CanvasObject[] = [
      { ...box, id: 'f', kind: 'FRAME', title: 'Late' },
      { ...shape, id: 'named', text: 'Payment' },
      { ...shape, id: 'next', text: 'Refund' },
      { ...line, id: 'l', fromId: 'named', toId: 'next' },
    ];
    const { ids, omitted } = described([...many, ...last], [], 'make the payment red');
    expect([...ids.targets.values()].slice(-4)).toEqual(['f', 'named', 'next', 'l']);
    expect(ids.targets.size).toBe(400);
    expect(omitted).toBe(604);
  });

  it('shows the ends of a connector that is selected without them, but not to be changed', () => {
    const { canvas, ids } = described(objects, ['line', 'second']);
    expect(canvas.context.map(({ id }) => id)).toEqual(['f3', 's4']);
    expect(Object.fromEntries(ids.targets)).toEqual({ s1: 'second', c2: 'line' });
    expect(Object.fromEntries(ids.ends)).toEqual({ s1: 'second', f3: 'frame', s4: 'first' });
  });

  it('may be empty', () => {
    expect(described([])).toEqual({
      canvas: { title: '', objects: [], context: [], hasSelection: false, elsewhere: [] },
      ids: { targets: new Map(), ends: new Map(), frames: new Map() },
      omitted: 0,
    });
  });
});
