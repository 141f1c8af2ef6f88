// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { aJob } from '../../jobs/fixtures.ts';
import { isUnread, markAllRead, markRead, readMark } from './readMark.ts';

const job = aJob({ id: 'a', status: 'COMPLETED', finishedAt: '2026-01-01T12:00:05.123Z' });
const later = aJob({ id: 'b', status: 'FAILED', finishedAt: '2026-01-01T12:00:09Z' });
const unread = () => [job, later].filter((ended) => isUnread(ended, readMark.get())).map(({ id }) => id);

beforeEach(() => readMark.set({ until: '2026-01-01T12:00:00Z', keys: [] }));

test('a job that ends after the mark is unread until it is read, or all are', () => {
  expect(unread()).toEqual(['a', 'b']);
  markRead(later);
  expect(unread()).toEqual(['a']);
  markAllRead([later, job]);
  expect(unread()).toEqual([]);
});

test('a job that ends after all are read is unread', () => {
  markAllRead([job]);
  expect(unread()).toEqual(['b']);
});

test('a job is unread again when it ends again', () => {
  markRead(job);
  expect(isUnread({ ...job, finishedAt: '2026-01-01T12:30:00Z' }, readMark.get())).toBe(true);
});

test('jobs that were cancelled, and old ones, are not unread', () => {
  expect(isUnread({ ...job, status: 'CANCELLED' }, readMark.get())).toBe(false);
  expect(isUnread({ ...job, finishedAt: '2026-01-01T11:00:00Z' }, readMark.get())).toBe(false);
});
