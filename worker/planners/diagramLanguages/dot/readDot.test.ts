import { expect, test } from 'vitest';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import { readDot } from './readDot.ts';

const read = (text: string) => drawnPlan(readDot({ language: 'dot', text, first: 1, before: '', after: '' }));

test('reads clusters, groups, defaults, labels, colours and direction', () => {
  const plan = read(`digraph G {
    rankdir=LR; label="Shop"
    node [shape=box, style=filled]
    edge [style=dashed]
    subgraph cluster_0 { label="process #1"; a0 -> a1 [style=solid]; }
    a -> {b c} [label="x\\ny"];
    a [label=<<b>Hi</b> &amp; bye>, shape=diamond, fillcolor=lightblue2];
    a:port:n -> "d e" // comment
  }`);
  expect(plan).toMatchObject({ title: 'Shop', layout: 'flow', direction: 'right', frames: ['process #1'] });
  expect(plan.nodes).toEqual(['process #1 > a0', 'process #1 > a1', 'Hi & bye', 'b', 'c', 'd e']);
  expect(plan.edges).toEqual([
    'a0 -> a1',
    'Hi & bye -.-> b: x y',
    'Hi & bye -.-> c: x y',
    'Hi & bye -.-> d e',
  ]);
  expect(plan.shapes.get('Hi & bye')).toBe('diamond');
  expect(plan.colors.get('Hi & bye')).toBe('blue');
});

test('reads undirected graphs, chains and records', () => {
  const plan = read(
    'graph { a -- b -- c; r [shape=record, label="{Shape|+ area : int\\l|draw()}"]; c -- r }',
  );
  expect(plan.edges).toEqual(['a -- b', 'b -- c', 'c -- Shape\n+ area : int\n\ndraw()']);
  expect(plan.direction).toBeNull();
  expect(read('graph { rankdir=TB; a -- b }').direction).toBe('down');
});

test('reads a graph whose end was cut off, and leaves out a line that is not valid', () => {
  expect(read('digraph { a -> b').edges).toEqual(['a -> b']);
  const plan = read('digraph {\n  a -> b;\n  b => c;\n  c -> d;\n}');
  expect(plan.edges).toEqual(['a -> b', 'c -> d']);
  expect(plan.warnings).toEqual([expect.stringContaining('Line 3 was left out: “b => c;”')]);
});

test('groups joined to groups, and deep nesting, stay within a job', () => {
  const many = Array.from({ length: 80 }, (_, at) => `n${at}`).join(' ');
  const plan = read(`digraph { {${many}} -> {${many}} }`);
  expect([plan.nodes.length, plan.edges.length]).toEqual([80, 250]);
  expect(read(`digraph { a -> b; ${'subgraph cluster_x {'.repeat(500)}${'}'.repeat(500)} }`).edges).toEqual([
    'a -> b',
  ]);
});
