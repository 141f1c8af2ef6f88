import { describe, expect, test } from 'vitest';
import { groupVersions, mergeVersions, type VersionFields } from './versionGroups.ts';

const version = (number: number, kind: VersionFields['kind'], minute = number): VersionFields => ({
  number,
  kind,
  createdAt: new Date(minute * 60_000).toISOString(),
  ...{ sourceNumber: null, undoneBy: null, job: null },
  ...{ addedCount: 0, updatedCount: 1, deletedCount: 0, objectCount: 1 },
});
const numbers = (versions: readonly VersionFields[]) => versions.map(({ number }) => number);
const grouped = (...versions: VersionFields[]) => groupVersions(versions).map(numbers);

describe('versions in the list', () => {
  test('are joined where edits follow each other', () => {
    const versions = [
      version(5, 'EDIT'),
      version(4, 'EDIT'),
      version(3, 'UNDO'),
      version(2, 'EDIT'),
      version(1, 'JOB'),
    ];
    expect(grouped(...versions)).toEqual([[5, 4], [3], [2], [1]]);
  });

  test('begin another session after a pause', () => {
    expect(grouped(version(3, 'EDIT', 100), version(2, 'EDIT', 69), version(1, 'EDIT', 40))).toEqual([
      [3],
      [2, 1],
    ]);
  });

  test('keep older pages when the first one is read again, without edits that were joined', () => {
    const known = [4, 3, 2, 1].map((number) => version(number, 'EDIT'));
    const page = [5, 4, 2].map((number) => version(number, 'EDIT'));
    expect(numbers(mergeVersions(known, page))).toEqual([5, 4, 2, 1]);
    expect(mergeVersions(known, [])).toBe(known);
  });
});
