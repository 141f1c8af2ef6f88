import { describe, expect, test } from 'vitest';
import { aPage, finishedJobs } from '../fixtures.ts';
import { appendPage, firstPage, replaceFirstPage } from './jobLists.ts';

const ids = ({ jobs }: { jobs: readonly { id: string }[] }) => jobs.map(({ id }) => id).join(' ');

describe('the loaded history', () => {
  const loaded = appendPage(
    firstPage(aPage(finishedJobs('a', 'b', 'c'), 'after c')),
    aPage(finishedJobs('c', 'd', 'e'), 'after e'),
  );

  test('has a job that moved to the next page once', () => {
    expect(ids(loaded)).toBe('a b c d e');
    expect(loaded).toMatchObject({ endCursor: 'after e', hasNextPage: true });
  });

  test('begins with new jobs, and keeps what was loaded below them', () => {
    const next = replaceFirstPage(loaded, aPage(finishedJobs('y', 'z', 'a'), 'after a'), 9);
    expect(ids(next)).toBe('y z a b c d e');
    expect(next.endCursor).toBe('after e');
  });

  test('loses a job of the first page that is not there any more', () => {
    expect(ids(replaceFirstPage(loaded, aPage(finishedJobs('a', 'c', 'd'), 'after d'), 9))).toBe('a c d e');
  });

  test('begins again when the new first page does not meet it', () => {
    const next = replaceFirstPage(loaded, aPage(finishedJobs('x', 'y', 'z'), 'after z'), 9);
    expect(ids(next)).toBe('x y z');
    expect(next.endCursor).toBe('after z');
  });

  test('is the first page when nothing follows that', () => {
    expect(ids(replaceFirstPage(loaded, aPage(finishedJobs('a', 'e')), 2))).toBe('a e');
  });

  test('goes on at its end when jobs were added there', () => {
    const complete = { ...loaded, hasNextPage: false };
    const first = aPage(finishedJobs('a', 'b', 'c'), 'after c');
    expect(replaceFirstPage(complete, first, 5).hasNextPage).toBe(false);
    expect(replaceFirstPage(complete, first, 6).hasNextPage).toBe(true);
  });

  test('keeps the objects of unchanged jobs', () => {
    const next = replaceFirstPage(loaded, aPage(finishedJobs('z', 'a', 'b'), 'after b'), 9);
    expect(next.jobs[1]).toBe(loaded.jobs[0]);
  });
});
