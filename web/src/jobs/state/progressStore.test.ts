import { expect, test, vi } from 'vitest';
import { aJob, aShape, event } from '../fixtures.ts';
import { createProgressStore } from './progressStore.ts';

function setup() {
  const frames: (() => void)[] = [];
  const store = createProgressStore((callback) => frames.push(callback));
  const heard = vi.fn();
  store.subscribe(heard);
  return { store, heard, frames };
}

test('listeners are called once per frame, but the cursor is updated immediately', () => {
  const { store, heard, frames } = setup();
  store.setJob(aJob());
  heard.mockClear();
  store.addEvent(event.started(1, 1));
  store.addEvent(event.generated(2, 1, [aShape('a')], 0.5));
  expect(store.latest()?.sequence).toBe(2);
  expect(heard).not.toHaveBeenCalled();
  expect(frames).toHaveLength(1);
  frames[0]?.();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(store.latest());
});

test('another job starts with empty progress', () => {
  const { store } = setup();
  store.setJob(aJob());
  store.addEvent(event.started(1, 1));
  store.setJob(aJob({ id: 'job-2' }));
  expect(store.get()).toMatchObject({ jobId: 'job-2', sequence: 0, status: 'QUEUED' });
  store.setJob(null);
  expect(store.get()).toBeNull();
});
