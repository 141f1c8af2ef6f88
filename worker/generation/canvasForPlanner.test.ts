import { describe, expect, it } from 'vitest';
import type { CanvasObject, Connector, Shape } from '../../src/canvas/object.ts';
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

describe('a canvas that is described to a planner', () => {
  it('is in words and relations, with short ids', () => {
    expect(describeCanvas(objects, []).canvas.objects).toEqual([
      { id: 'f1', kind: 'FRAME', text: 'To do', parent: null },
      { id: 's2', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
      { id: 's3', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: 'f1' },
      { id: 'c4', kind: 'CONNECTOR', text: 'then', from: 's2', to: 's3' },
    ]);
  });

  it('knows the real id of each, which of them connectors may join, and which may hold others', () => {
    const ends = { f1: 'frame', s2: 'first', s3: 'second' };
    const { ids } = describeCanvas(objects, []);
    expect(Object.fromEntries(ids.ends)).toEqual(ends);
    expect(Object.fromEntries(ids.targets)).toEqual({ ...ends, c4: 'line' });
    expect(Object.fromEntries(ids.frames)).toEqual({ f1: 'frame' });
  });

  it('shows of a selection nothing else, so that nothing else can be named', () => {
    const { canvas, ids } = describeCanvas(objects, ['second', 'gone']);
    expect(canvas.objects).toEqual([
      { id: 's1', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
    ]);
    expect(canvas.context).toEqual([]);
    expect([...ids.targets]).toEqual([['s1', 'second']]);
  });

  it('shows the ends of a connector that is selected without them, but not to be changed', () => {
    const { canvas, ids } = describeCanvas(objects, ['line', 'second']);
    expect(canvas.objects).toEqual([
      { id: 's1', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
      { id: 'c2', kind: 'CONNECTOR', text: 'then', from: 's3', to: 's1' },
    ]);
    expect(canvas.context).toEqual([
      { id: 's3', kind: 'SHAPE', text: 'Ok?', shape: 'DIAMOND', parent: null },
    ]);
    expect(Object.fromEntries(ids.targets)).toEqual({ s1: 'second', c2: 'line' });
    expect(Object.fromEntries(ids.ends)).toEqual({ s1: 'second', s3: 'first' });
  });

  it('may be empty', () => {
    expect(describeCanvas([], [])).toEqual({
      canvas: { title: '', objects: [], context: [] },
      ids: { targets: new Map(), ends: new Map(), frames: new Map() },
    });
  });
});
