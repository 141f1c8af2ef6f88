import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { aJob } from '../fixtures.ts';
import { JobRow } from './JobRow.tsx';

afterEach(() => void vi.restoreAllMocks());

const completed = {
  status: 'COMPLETED',
  attempt: 1,
  objectCount: 18,
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:00:04Z',
  runTimeMs: 4_000,
} as const;

test.each([
  [{ status: 'QUEUED', queuePosition: 2 } as const, '2nd in queue'],
  [completed, '18 objects in 4.0 s'],
  // Long after its first start.
  [{ ...completed, attempt: 3, finishedAt: '2026-01-01T00:02:00Z' }, '18 objects in 4.0 s, attempt 3'],
  [{ ...completed, runTimeMs: null, cacheHit: true }, '18 objects, from the cache'],
])('%j reads “%s”', (job, text) => {
  const html = renderToStaticMarkup(<JobRow job={aJob({ ...job, canvas: null })} />);
  expect(/ · [^·]* · (?<outcome>[^<]*)</.exec(html)?.groups?.outcome).toBe(text);
});

test.each([
  [125_000, 'Retrying in 2:05'],
  [0, 'Retrying now'],
])('a job whose next attempt starts in %i ms reads “%s”', (wait, text) => {
  vi.spyOn(Date, 'now').mockReturnValue(0);
  const nextAttemptAt = new Date(wait).toISOString();
  const html = renderToStaticMarkup(<JobRow job={aJob({ status: 'QUEUED', nextAttemptAt, canvas: null })} />);
  expect(html).toContain(text);
});

test('a cancelled job without a result names no objects', () => {
  const job = aJob({ ...completed, status: 'CANCELLED', objectCount: 0, canvas: null });
  expect(renderToStaticMarkup(<JobRow job={job} />)).not.toContain('object');
});
