import { expect, test } from 'vitest';
import { changesOf, originOf, type Version } from './versionText.ts';

const job = { id: 'job', instruction: 'Kanban for a launch\nTo do: pricing page' };
const drawn: Version = { number: 1, kind: 'JOB', sourceNumber: null, job };
const revert = (number: number, sourceNumber: number): Version => ({
  number,
  kind: 'UNDO',
  sourceNumber,
  job: null,
});
const versions = [drawn, revert(3, 1), revert(4, 3), revert(5, 4), revert(6, 3), revert(8, 7)];
const others = new Map(versions.map((version) => [version.number, version]));

test.each<[Version, string]>([
  [drawn, 'Kanban for a launch …'],
  [{ ...drawn, job: null }, 'A job'],
  [{ number: 2, kind: 'EDIT', sourceNumber: null, job: null }, 'Your changes'],
  [{ number: 2, kind: 'RESTORE', sourceNumber: 1, job: null }, 'Restored version 1'],
  [{ number: 2, kind: 'RESTORE', sourceNumber: 0, job: null }, 'Restored the empty canvas'],
])('%o reads “%s”', (version, text) => {
  expect(originOf(version, others)).toBe(text);
});

test.each([
  [3, 'Undid version 1'],
  [4, 'Redid version 1'],
  [5, 'Undid version 1'],
  [6, 'Redid version 1'],
  // Version 7 is on an older page of the list.
  [8, 'Reverted version 7'],
])('version %i reads “%s”', (number, text) => {
  expect(originOf(others.get(number) ?? drawn, others)).toBe(text);
});

const nothing = { addedCount: 0, updatedCount: 0, deletedCount: 0 };

test('only changes with a count are listed', () => {
  expect(changesOf({ ...nothing, addedCount: 3, deletedCount: 1 })).toBe('3 added, 1 deleted');
  expect(changesOf(nothing)).toBe('No changes');
});
