import { describe, expect, test } from 'vitest';
import { aJob, aShape, aVersion, event } from '../jobs/fixtures.ts';
import { applyJobEvent, beginProgress } from '../jobs/state/jobProgress.ts';
import {
  drawnObjects,
  expectedChanges,
  findFocusedJob,
  isSettled,
  previewOf,
  withCreated,
} from './drawnObjects.ts';

const saved = aShape('a');
const canvas = { objects: [saved] };
const moved = { ...saved, x: 900 };
const added = aShape('b');

const job = aJob({ status: 'PROCESSING', type: 'MODIFY_CANVAS' });
const running = [event.started(1, 1), event.generated(2, 1, [moved, added], 0.5)].reduce(
  applyJobEvent,
  beginProgress(job),
);
const completed = applyJobEvent(running, event.completed(3, 1));

const drawn = (versionNumber: number, of: typeof job | null, progress: typeof running | null) =>
  drawnObjects(canvas.objects, previewOf({ versionNumber }, of, progress));

describe('what is drawn', () => {
  test('without a job: the saved objects', () => {
    expect(drawn(2, null, null)).toBe(canvas.objects);
  });

  test('during a job: its preview over the saved objects', () => {
    expect(drawn(2, job, running)).toEqual([moved, added]);
  });

  test('during a job: updates of what is there, and still what is deleted', () => {
    const renamed = { ...saved, text: 'Register' };
    const changes = { updatedObjects: [renamed, aShape('deleted elsewhere')], deletedIds: ['c'] };
    const updating = applyJobEvent(beginProgress(job), event.generated(1, 1, [added], 0.5, changes));
    const objects = [saved, aShape('c')];
    const preview = previewOf({ versionNumber: 2 }, job, updating);
    expect(drawnObjects(objects, preview)).toEqual([renamed, aShape('c'), added]);
  });

  test('as soon as the job has failed: the saved objects', () => {
    expect(drawn(2, job, applyJobEvent(running, event.failed(3, 1)))).toBe(canvas.objects);
  });

  test('after completion: the preview until the canvas has been read in its new version', () => {
    const done = aJob({ status: 'COMPLETED' });
    expect(drawn(2, job, completed)).toEqual([moved, added]);
    expect(drawn(2, done, completed)).toEqual([moved, added]);
    expect(isSettled({ versionNumber: 3 }, done, completed)).toBe(true);
    expect(drawn(3, done, completed)).toBe(canvas.objects);
  });

  test('a job that was read as done is settled with the version that it made', () => {
    const done = aJob({ status: 'COMPLETED', canvasVersion: aVersion(3) });
    expect(isSettled({ versionNumber: 2 }, done, beginProgress(done))).toBe(false);
    expect(isSettled({ versionNumber: 3 }, done, beginProgress(done))).toBe(true);
  });

  test('what a job was asked to change is known until its first result is there', () => {
    const asked = aJob({ status: 'PROCESSING', type: 'MODIFY_CANVAS', selection: ['a'] });
    const begun = applyJobEvent(beginProgress(asked), event.started(1, 1));
    expect(expectedChanges(asked, begun)).toEqual(['a']);
    expect(expectedChanges(asked, running)).toEqual([]);
    expect(expectedChanges(asked, applyJobEvent(begun, event.failed(2, 1)))).toEqual([]);
    expect(expectedChanges(aJob({ id: 'other', selection: ['a'] }), begun)).toEqual([]);
    expect(expectedChanges(null, null)).toEqual([]);
  });

  test('the progress of another job is not drawn', () => {
    expect(drawn(2, aJob({ id: 'other' }), running)).toBe(canvas.objects);
  });
});

describe('the focused job', () => {
  const [done, queued, first, working] = [
    aJob({ id: 'done', status: 'COMPLETED' }),
    aJob({ id: 'queued' }),
    aJob({ id: 'first' }),
    aJob({ id: 'working', status: 'PROCESSING' }),
  ];

  test('is the running one', () => {
    expect(findFocusedJob([queued, working, done])).toBe(working);
  });

  test('is otherwise the one that has waited longest', () => {
    expect(findFocusedJob([queued, first, done])).toBe(first);
  });

  test('is otherwise the newest', () => {
    expect(findFocusedJob([done])).toBe(done);
    expect(findFocusedJob([])).toBeNull();
  });
});

describe('a job that was just created', () => {
  const listed = [aJob({ id: 'listed', createdAt: '2026-01-01T00:00:00Z' })];
  const created = aJob({ id: 'created', createdAt: '2026-01-01T00:01:00Z' });
  const idsIn = (jobs: Parameters<typeof withCreated>[1], canvasId = 'canvas-1') =>
    withCreated(canvasId, jobs, created).map(({ id }) => id);

  test('leads the jobs of its canvas that were read before', () => {
    expect(idsIn(listed)).toEqual(['created', 'listed']);
    expect(idsIn([])).toEqual(['created']);
  });

  test('is listed once after they were read again, and not on another canvas', () => {
    expect(idsIn([created, ...listed])).toEqual(['created', 'listed']);
    expect(idsIn([aJob({ id: 'later', createdAt: '2026-01-01T00:02:00Z' }), ...listed])).not.toContain(
      'created',
    );
    expect(idsIn(listed, 'canvas-2')).toEqual(['listed']);
  });
});
