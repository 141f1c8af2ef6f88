import { expect, test } from 'vitest';
import { drawnPlan } from '../../../test/support/drawnPlan.ts';
import { withoutWindow } from '../../../test/support/withoutWindow.ts';
import { readSourceFile } from './readSourceFile.ts';

withoutWindow();

async function read(text: string, name: string | null = null) {
  const file = await readSourceFile({ text, name });
  if ('refusal' in file) throw new Error(file.refusal);
  return { ...drawnPlan(file), warnings: file.warnings };
}

test.each([
  ['list.csv', 'Fruit\napple\npear', ['apple', 'pear']],
  ['LIST.YML', 'fruit: apple', ['Data', 'fruit: apple']],
  [
    'notes.md',
    '# Fruit\n- apple\n\n```json\n{"colour": "red"}\n```',
    ['Fruit', 'apple', '{"colour": "red"}'],
  ],
  ['notes.md', 'Text\n```mermaid\nflowchart TD\n  apple --> pear\n```', ['apple', 'pear']],
  ['notes.txt', 'digraph { apple -> pear }', ['apple', 'pear']],
  [null, 'digraph { apple -> pear }', ['apple', 'pear']],
  ['semicolons.csv', 'from;to\napple;pear', ['apple', 'pear']],
  ['tabs.csv', 'from\tto\napple\tpear', ['apple', 'pear']],
])('reads a file %s that holds %j', async (name, text, nodes) => {
  expect((await read(text, name)).nodes).toEqual(nodes);
});

test.each([
  ['Checkout v2.mmd', 'flowchart TD\n  a --> b', 'Checkout v2'],
  ['a.mmd', '---\ntitle: Own title\n---\nflowchart TD\n  a --> b', 'Own title'],
  ['calls.mmd', 'sequenceDiagram\n  A->>B: hi', 'calls'],
  ['a.puml', '@startuml\nA -> B: hi\n@enduml', 'a'],
  ['net.dot', 'digraph { a -> b }', 'net'],
  ['net.dot', 'digraph Network { a -> b }', 'Network'],
  ['fruit.csv', 'Fruit\napple\npear', 'fruit'],
  ['work.csv', 'Task,Status\npaint,open\nsand,done', 'work'],
  ['plan.md', '- [ ] paint\n- [x] sand', 'plan'],
  ['shop.sql', 'CREATE TABLE a (id int);', 'shop'],
  ['shop.yaml', 'fruit: apple\nroot: carrot', 'shop'],
  [null, 'flowchart TD\n  a --> b', 'a → b'],
  [
    null,
    'flowchart TD\n  s([Start]) --> a[Order] --> b{Paid?}\n  b --> c[Ship]\n  c --> e([End])',
    'Order → Ship',
  ],
  [null, 'sequenceDiagram\n  Alice->>Bob: hi', 'Alice, Bob'],
  [null, 'graph { a -- b; b -- c; c -- d }', 'a, b, c, …'],
  [null, 'mindmap\n  Bees\n    Hive', 'Bees'],
  [null, 'erDiagram\n  CUSTOMER ||--o{ ORDER : places', 'CUSTOMER, ORDER'],
])('takes the title of %s from the source, or else from the name', async (name, text, title) => {
  expect((await read(text, name)).title).toBe(title);
});

test('names the line of broken JSON, and reads what comes before', async () => {
  const { nodes, warnings } = await read('{\n"apple": 1,\n"pear": 2\n"plum": 3\n}', 'fruit.json');
  expect(nodes).toEqual(expect.arrayContaining(['apple: 1']));
  expect(warnings[0]).toMatch(/^Line \d was left out: /);
});

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));

test.each([
  ['a.mmd', 'flowchart TD', 600, (at: number) => `n${at} --> n${at + 1}`, '401 boxes and'],
  ['a.csv', 'Fruit', 600, (at: number) => `fruit ${at}`, '400 boxes'],
] as const)('counts what a job cannot hold of %s', async (name, head, count, line, left) => {
  const { warnings } = await read([head, ...lines(count, line)].join('\n'), name);
  expect(warnings).toEqual([expect.stringContaining(left)]);
});

test.each([
  ['Dear all, the meeting is on Monday.', null, 'no diagram language that is known: Mermaid, DOT'],
  ['Dear all, the meeting is on Monday.', 'mail.txt', 'A file name with an ending such as “.csv”'],
  ['gitGraph\n  commit', 'a.mmd', 'Nothing in this file can be read as Mermaid.'],
  ['Only a header', 'a.csv', 'Nothing in this file can be read as CSV.'],
])('refuses %j in %s', async (text, name, reason) => {
  await expect(read(text, name)).rejects.toThrow(reason);
});
