import { describe, expect, test } from 'vitest';
import { aJob, aShape, event } from '../fixtures.ts';
import {
  applyJobEvent,
  beginProgress,
  type JobEvent,
  type JobProgress,
  noPreview,
  refreshProgress,
} from './jobProgress.ts';

const fresh = beginProgress(aJob());
const play = (events: JobEvent[], from: JobProgress = fresh) => events.reduce(applyJobEvent, from);

const started = event.started(2, 1);
const half = event.generated(3, 1, [aShape('a'), aShape('b')], 0.5);

describe('the progress of a job', () => {
  test('names the planner once the job has started', () => {
    const state = play([event.queued(1), started]);
    expect(state).toMatchObject({ status: 'PROCESSING', phase: 'PLANNING', attempt: 1, planner: 'sketcher' });
  });

  test('previews objects, and replaces them by id', () => {
    const moved = { ...aShape('a'), x: 500 };
    const state = play([started, half, event.generated(4, 1, [moved], 0.6)]);
    expect([...state.preview.added.keys()]).toEqual(['a', 'b']);
    expect(state.preview.added.get('a')).toEqual(moved);
    expect(state).toMatchObject({ phase: 'GENERATING', progress: 0.6 });
  });

  test('previews updates and deletions, the latest of each object', () => {
    const [renamed, original] = [aShape('saved', { text: 'Register' }), aShape('gone')];
    const state = play([
      started,
      half,
      event.generated(4, 1, [], 0.6, { updatedObjects: [renamed], deletedIds: ['gone', 'kept', 'b'] }),
      event.generated(5, 1, [], 0.7, { updatedObjects: [original], deletedIds: ['saved'] }),
    ]);
    expect(state.preview).toEqual({
      added: new Map([['a', aShape('a')]]),
      updated: new Map([['gone', original]]),
      deleted: new Set(['kept', 'saved']),
    });
  });

  test.each([
    ['fails', [event.failed(5, 1)]],
    ['is being cancelled', [event.cancelRequested(5, 1, false)]],
    ['is cancelled', [event.cancelled(5, 1, false)]],
  ])('previews nothing any more when the job %s', (_, events) => {
    const changes = event.generated(4, 1, [], 0.6, { updatedObjects: [aShape('c')], deletedIds: ['d'] });
    expect(play([started, half, changes, ...events]).preview).toEqual(noPreview);
  });

  test('keeps the preview while a cancelled job saves its partial result', () => {
    const state = play([started, half, event.cancelRequested(4, 1, true), event.cancelled(5, 1, true)]);
    expect([...state.preview.added.keys()]).toEqual(['a', 'b']);
  });

  test('does not decrease within an attempt', () => {
    const state = play([started, half, event.progressed(4, 1, 'LAYING_OUT', 0.4)]);
    expect(state).toMatchObject({ phase: 'LAYING_OUT', progress: 0.5 });
  });

  test('stays in a later phase when more objects arrive', () => {
    const state = play([started, half, event.progressed(4, 1, 'LAYING_OUT', 0.9), { ...half, sequence: 5 }]);
    expect(state.phase).toBe('LAYING_OUT');
  });

  test('starts over with a new attempt', () => {
    const state = play([started, half, event.retry(4, 1), event.started(5, 2)]);
    expect(state).toMatchObject({
      attempt: 2,
      progress: 0,
      objectCount: 0,
      error: null,
      nextAttemptAt: null,
    });
    expect(state.preview.added.size).toBe(0);
  });

  test('keeps the error and the preview while the job waits for a retry', () => {
    const state = play([started, half, event.retry(4, 1)]);
    expect(state).toMatchObject({ status: 'QUEUED', nextAttemptAt: '2026-01-01T00:02:00Z' });
    expect(state.error?.message).toBe('Overloaded');
    expect(state.preview.added.size).toBe(2);
  });

  test('is queued after a lost attempt', () => {
    expect(play([started, half, event.lost(4, 1)])).toMatchObject({ status: 'QUEUED', phase: 'QUEUED' });
  });

  test('ends completed, with the new version', () => {
    const state = play([started, half, event.completed(4, 1)]);
    expect(state).toMatchObject({ status: 'COMPLETED', phase: 'DONE', progress: 1, versionNumber: 3 });
  });

  test('ends failed, with its error', () => {
    expect(play([started, event.failed(3, 1)])).toMatchObject({
      status: 'FAILED',
      error: { code: 'PROVIDER_UNAVAILABLE' },
    });
  });

  test('ends cancelled, with whether the objects were kept', () => {
    const state = play([started, half, event.cancelRequested(4, 1, true), event.cancelled(5, 1, true)]);
    expect(state).toMatchObject({ status: 'CANCELLED', keepPartial: true });
  });
});

describe('repeated events', () => {
  test('change nothing', () => {
    const state = play([started, half]);
    expect(applyJobEvent(state, half)).toBe(state);
    expect(applyJobEvent(state, started)).toBe(state);
  });

  test('rebuild the preview after a reload, without going through past states', () => {
    const reloaded = beginProgress(
      aJob({ status: 'PROCESSING', phase: 'SAVING', progress: 0.9, attempt: 1, lastSequence: 4 }),
    );
    const replayed = play([event.queued(1), started, half], reloaded);
    expect(replayed).toMatchObject({ status: 'PROCESSING', phase: 'SAVING', progress: 0.9, sequence: 3 });
    expect(replayed.preview.added.size).toBe(2);
    expect(play([event.completed(5, 1)], replayed).status).toBe('COMPLETED');
  });
});

describe('a newer read of the job', () => {
  const failed = play([started, half, event.failed(4, 1)]);

  test('shows a retry, and keeps the cursor', () => {
    const state = refreshProgress(failed, aJob({ status: 'QUEUED', lastSequence: 5, error: null }));
    expect(state).toMatchObject({ status: 'QUEUED', error: null, sequence: 4 });
  });

  test('is ignored when the events are newer', () => {
    expect(refreshProgress(failed, aJob({ status: 'PROCESSING', lastSequence: 3 }))).toBe(failed);
  });
});
