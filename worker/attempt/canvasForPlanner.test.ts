import { describe, expect, it } from 'vitest';
import type { CanvasObject, Connector, Shape } from '../../src/canvas/model/object.ts';
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
    expect(described(objects).canvas.objects).toEqual([
      { id: 'f1', kind: 'FRAME', text: 'To do', parent: null },
      { id: 's2', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
      { id: 's3', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: 'f1' },
      { id: 'c4', kind: 'CONNECTOR', text: 'then', from: 's2', to: 's3' },
    ]);
  });

  it('knows the real id of each, which of them connectors may join, and which may hold others', () => {
    const ends = { f1: 'frame', s2: 'first', s3: 'second' };
    const { ids } = described(objects);
    expect(Object.fromEntries(ids.ends)).toEqual(ends);
    expect(Object.fromEntries(ids.targets)).toEqual({ ...ends, c4: 'line' });
    expect(Object.fromEntries(ids.frames)).toEqual({ f1: 'frame' });
  });

  it('shows of a selection also what is about it, which may be joined but not changed', () => {
    const { canvas, ids } = described(objects, ['second', 'gone']);
    expect(canvas.objects).toEqual([
      { id: 's1', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: 'f2' },
    ]);
    expect(canvas.context).toEqual([
      { id: 'f2', kind: 'FRAME', text: 'To do', parent: null },
      { id: 's3', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
      { id: 'c4', kind: 'CONNECTOR', text: 'then', from: 's3', to: 's1' },
    ]);
    expect([...ids.targets]).toEqual([['s1', 'second']]);
    expect([...ids.frames]).toEqual([]);
    expect([...ids.ends.values()]).toEqual(['second', 'frame', 'first']);
  });

  it('shows what is far from a selection not at all', () => {
    const { canvas } = described([...objects, { ...shape, id: 'far' }], ['first']);
    expect(canvas.context.map(({ id }) => id)).toEqual(['s2', 'c3']);
  });

  it('shows locked objects without offering them for change', () => {
    const { canvas, ids } = described([
      { ...shape, id: 'free' },
      { ...shape, id: 'fixed', locked: true },
    ]);
    expect(canvas.context).toEqual([
      { id: 's2', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
    ]);
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
    expect(canvas.objects).toEqual([
      { id: 's1', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: 'f3' },
      { id: 'c2', kind: 'CONNECTOR', text: 'then', from: 's4', to: 's1' },
    ]);
    expect(canvas.context).toEqual([
      { id: 'f3', kind: 'FRAME', text: 'To do', parent: null },
      { id: 's4', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
    ]);
    expect(Object.fromEntries(ids.targets)).toEqual({ s1: 'second', c2: 'line' });
    expect(Object.fromEntries(ids.ends)).toEqual({ s1: 'second', f3: 'frame', s4: 'first' });
  });

  it('may be empty', () => {
    expect(described([])).toEqual({
      canvas: { title: '', objects: [], context: [] },
      ids: { targets: new Map(), ends: new Map(), frames: new Map() },
      omitted: 0,
    });
  });
});
