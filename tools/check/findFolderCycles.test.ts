import { expect, test } from 'vitest';
import { type FileImport, findFolderCycles } from './findFolderCycles.ts';

function importsOf(...lines: string[]): FileImport[] {
  return lines.map((line) => {
    const [from = '', to = ''] = line.split(' > ');
    return { from, to };
  });
}

/** The dependencies that are part of a cycle, as "folder > folder". */
function cyclesOf(...lines: string[]): string[] {
  return findFolderCycles(importsOf(...lines)).map(({ from, to }) => `${from} > ${to}`);
}

test('reports a folder and its sub-folder that import each other', () => {
  expect(
    cyclesOf('src/jobs/job.ts > src/jobs/queue/order.ts', 'src/jobs/queue/entries.ts > src/jobs/status.ts'),
  ).toEqual(['src/jobs > src/jobs/queue', 'src/jobs/queue > src/jobs']);
});

test('reports a cycle through several folders, and leaves out what only leads into it', () => {
  expect(
    cyclesOf('a/x.ts > b/x.ts', 'b/y.ts > c/x.ts', 'c/y.ts > a/y.ts', 'd/x.ts > a/x.ts', 'c/x.ts > e/x.ts'),
  ).toEqual(['a > b', 'b > c', 'c > a']);
});

test('accepts folders that depend on each other one way, and files of one folder that import each other', () => {
  expect(
    cyclesOf(
      'a/x.ts > b/x.ts',
      'a/b/x.ts > b/x.ts',
      'a/x.ts > a/b/x.ts',
      'b/x.ts > b/y.ts',
      'b/y.ts > b/x.ts',
    ),
  ).toEqual([]);
});

test('names the imports of a cycle', () => {
  const [first] = findFolderCycles(importsOf('a/x.ts > b/x.ts', 'a/y.ts > b/x.ts', 'b/y.ts > a/x.ts'));
  expect(first?.imports).toEqual(importsOf('a/x.ts > b/x.ts', 'a/y.ts > b/x.ts'));
});
