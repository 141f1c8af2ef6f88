import { expect, test } from 'vitest';
import { aJob } from '../../jobs/fixtures.ts';
import { canvasPath, jobPath } from '../../ui/paths.ts';
import { createEndDetector, isShownAt } from './endedJobs.ts';

const openedAt = Date.parse('2026-01-01T12:00:00Z');
const ended = aJob({ status: 'COMPLETED', finishedAt: '2026-01-01T12:00:05Z' });

test('each end of a job counts once, and the end after a retry again', () => {
  const hasJustEnded = createEndDetector(openedAt);
  expect(hasJustEnded(aJob({ status: 'PROCESSING' }))).toBe(false);
  expect(hasJustEnded(ended)).toBe(true);
  expect(hasJustEnded(ended)).toBe(false);
  expect(hasJustEnded({ ...ended, status: 'QUEUED', finishedAt: null })).toBe(false);
  expect(hasJustEnded({ ...ended, finishedAt: '2026-01-01T12:01:00Z' })).toBe(true);
});

test('jobs that ended before the page was opened do not count', () => {
  const hasJustEnded = createEndDetector(openedAt);
  expect(hasJustEnded({ ...ended, finishedAt: '2026-01-01T11:59:59Z' })).toBe(false);
});

test('a job is shown on the page of its canvas, and on its own', () => {
  const job = aJob({ id: 'job=', canvas: { id: 'canvas=', title: 'A flow' } });
  expect(isShownAt(canvasPath('canvas='), job)).toBe(true);
  expect(isShownAt(jobPath('job='), job)).toBe(true);
  expect(isShownAt(canvasPath('other'), job)).toBe(false);
  expect(isShownAt('/jobs', { ...job, canvas: null })).toBe(false);
});
