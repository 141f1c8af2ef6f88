import { expect, test } from 'vitest';
import { drawnPlan } from '../../../../test/support/drawnPlan.ts';
import type { DiagramLanguage } from '../source/diagramSource.ts';
import { readCsv } from './readCsv.ts';
import { readJson, readYaml } from './readOutline.ts';

const source = (text: string, language: DiagramLanguage) => ({
  language,
  text,
  first: 1,
  before: '',
  after: '',
});
const csv = (text: string) => drawnPlan(readCsv(source(text, 'csv'), [',', ';']));
const json = (text: string) => drawnPlan(readJson(source(text, 'json')));
const yaml = (text: string) => drawnPlan(readYaml(source(text, 'yaml')));

test('a column of managers makes an org chart, by names with commas and by ids', () => {
  const byName = csv('Name,Title,Manager\nAnn,CEO,\n"Bob, Jr.",CTO,Ann\nCy,Dev,"Bob, Jr."');
  expect(byName).toMatchObject({ layout: 'tree', nodes: ['Ann\nCEO', 'Bob, Jr.\nCTO', 'Cy\nDev'] });
  expect(byName.edges).toEqual(['Ann\nCEO -> Bob, Jr.\nCTO', 'Bob, Jr.\nCTO -> Cy\nDev']);
  expect(csv('id;name;managerId\n1;Ann;\n2;Bob;1').edges).toEqual(['Ann -> Bob']);
  expect(csv('Name,Reports to\nAnn,Zoe').edges).toEqual(['Zoe -> Ann']);
});

test('another table is a grid, with a region for each row', () => {
  const plan = csv('Tool,Price,Good\nA,1,yes\nB,,no');
  expect(plan).toMatchObject({ layout: 'grid', frames: ['A', 'B'] });
  expect(plan.nodes).toEqual(['A > Price: 1', 'A > Good: yes', 'B > Good: no']);
});

test('a large table has a card for each row', () => {
  const rows = Array.from({ length: 150 }, (_, at) => `Row ${at},a,b`);
  const plan = csv(['Name,One,Two', ...rows].join('\n'));
  expect([plan.frames.length, plan.nodes.length]).toEqual([0, 150]);
});

test('JSON is a mind map of its names and values', () => {
  const plan = json(
    '{"name": "App", "children": [{"name": "A", "children": [{"name": "B"}]}, {"name": "C", "x": 1}]}',
  );
  expect(plan).toMatchObject({ title: 'App', layout: 'mindmap' });
  expect(plan.edges).toEqual(['App -> A', 'App -> C', 'A -> B', 'C -> x: 1']);
});

test('names that JavaScript uses itself are names like others', () => {
  const plan = json('{"a": 1, "__proto__": {"polluted": true}}');
  expect(plan.nodes).toEqual(['Data', 'a: 1', '__proto__', 'polluted: true']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('YAML is read like JSON, and an error names its line', () => {
  const plan = yaml('project:\n  phases:\n    - name: Design\n      tasks: [a, b]\n  owner: Ann\n bad: [x');
  expect(plan.edges).toEqual(
    expect.arrayContaining(['project -> phases', 'project -> owner: Ann', 'phases -> Design']),
  );
  expect(plan.warnings).toEqual([expect.stringContaining('was left out: “bad: [x”')]);
});

test('aliases that multiply, and deep nesting, are refused or cut', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'])
    bomb.push(`${name}: &${name} [${`*${of},`.repeat(9)}]`);
  expect(readYaml(source(bomb.join('\n'), 'yaml'))).toBeNull();
  expect(json(`{"a":${'['.repeat(1_000)}1${']'.repeat(1_000)}}`).nodes.length).toBeLessThan(20);
});

test('a table with two ends in each row is a graph', () => {
  const plan = csv('Source,Target,weight\nBerlin,Hamburg,289\nHamburg,Kiel,');
  expect(plan).toMatchObject({ layout: 'flow', nodes: ['Berlin', 'Hamburg', 'Kiel'] });
  expect(plan.edges).toEqual(['Berlin -> Hamburg: 289', 'Hamburg -> Kiel']);
});

test('a table with a status is a board', () => {
  const plan = csv('task;status;owner\nPaint;done;Ann\nSand;to do;');
  expect(plan).toMatchObject({ layout: 'kanban', frames: ['done', 'to do'] });
  expect(plan.nodes).toEqual(['done > Paint\nowner: Ann', 'to do > Sand']);
});

test.each([
  '{"nodes":[{"id":1,"label":"Web"},{"id":2,"label":"API"}],"edges":[{"from":1,"to":2,"label":"calls"}]}',
  '{"nodes":[{"data":{"id":"Web"}}],"links":[{"data":{"source":"Web","target":"API","label":"calls"}}]}',
  '[{"from":"Web","to":"API","label":"calls"}]',
])('nodes and edges in %s are a graph', (text) => {
  expect(json(text).edges).toEqual(['Web -> API: calls']);
});

test('the only list of a named item in a list is below its name', () => {
  expect(json('{"teams":[{"name":"Core","people":["Ana"]}],"skills":["maths"]}').edges).toEqual([
    ...['Data -> teams', 'Data -> skills', 'teams -> Core', 'skills -> maths', 'Core -> Ana'],
  ]);
});
