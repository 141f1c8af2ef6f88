import { expect, test } from 'vitest';
import type { PlanEdge, PlanFrame, PlanNode } from '../../src/canvas/model/plan.ts';
import { withinJobLimit } from './jobLimit.ts';

const frame = (id: string): PlanFrame => ({ type: 'frame', id, title: id, parent: null, slot: null });
const node = (id: string, parent: string | null = null): PlanNode => ({
  ...{ type: 'node', id, shape: 'rect', text: id, color: null, parent, order: null },
});
const edge = (from: string, to: string): PlanEdge => ({
  ...{ type: 'edge', id: `${from} ${to}`, from, to, label: null, style: null },
});
const repeat = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));

test('leaves out whole frames from the end', () => {
  const frames = repeat(30, (at) => frame(`f${at}`));
  const cards = repeat(270, (at) => node(`n${at}`, `f${Math.floor(at / 9)}`));
  const { objects, warnings } = withinJobLimit([...frames, ...cards], []);
  expect(objects).toEqual([...frames.slice(0, 20), ...cards.slice(0, 180)]);
  expect(warnings).toEqual([
    '100 boxes were left out: one instruction adds at most 200 boxes and 250 connectors.',
  ]);
});

test('leaves no box without a connector, of which there are too many', () => {
  const boxes = repeat(40, (at) => node(`n${at}`));
  const edges = boxes.flatMap((from) => boxes.map((to) => edge(from.id, to.id)));
  const { objects, warnings } = withinJobLimit([...boxes, node('last')], [...edges, edge('n0', 'last')]);
  expect(objects).toHaveLength(41 + 250);
  expect(objects.at(-1)).toEqual(edge('n0', 'last'));
  expect(warnings).toEqual([
    '1351 connectors were left out: one instruction adds at most 200 boxes and 250 connectors.',
  ]);
});

test('keeps everything in its order within the limits', () => {
  const boxes = [node('a', 'f'), frame('f'), node('b')];
  expect(withinJobLimit(boxes, [edge('a', 'b')])).toEqual({
    objects: [...boxes, edge('a', 'b')],
    warnings: [],
  });
});
