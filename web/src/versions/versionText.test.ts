import { expect, test } from 'vitest';
import { countsOf, originOf } from './versionText.ts';

const job = { id: 'job', instruction: 'Kanban for a launch\nTo do: pricing page' };

test.each([
  [{ kind: 'JOB', sourceNumber: null, job }, 'Kanban for a launch …'],
  [{ kind: 'JOB', sourceNumber: null, job: null }, 'A job'],
  [{ kind: 'EDIT', sourceNumber: null, job: null }, 'Your changes'],
  [{ kind: 'UNDO', sourceNumber: 3, job: null }, 'Reverted version 3'],
  [{ kind: 'RESTORE', sourceNumber: 2, job: null }, 'Restored version 2'],
  [{ kind: 'RESTORE', sourceNumber: 0, job: null }, 'Restored the empty canvas'],
] as const)('%o reads “%s”', (version, text) => {
  expect(originOf(version)).toBe(text);
});

test('counts name only what there is', () => {
  expect(countsOf({ addedCount: 3, updatedCount: 0, deletedCount: 1 })).toBe('3 added, 1 deleted');
  expect(countsOf({ addedCount: 0, updatedCount: 0, deletedCount: 0 })).toBe('Nothing changed');
});
