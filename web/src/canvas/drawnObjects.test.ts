import { describe, expect, test } from 'vitest';
import { aJob, aShape, event } from '../jobs/fixtures.ts';
import { beginProgress, jobProgress } from '../jobs/jobProgress.ts';
import { drawnObjects, isSettled, jobInFocus } from './drawnObjects.ts';

const saved = aShape('a');
const canvas = { version: 2, objects: [saved] };
const moved = { ...saved, x: 900 };
const added = aShape('b');

const job = aJob({ status: 'PROCESSING', type: 'MODIFY_CANVAS' });
const running = [event.started(1, 1), event.generated(2, 1, [moved, added], 0.5)].reduce(
  jobProgress,
  beginProgress(job),
);
const completed = jobProgress(running, event.completed(3, 1));

describe('what is drawn', () => {
  test('without a job: the saved objects', () => {
    expect(drawnObjects(canvas, null, null)).toBe(canvas.objects);
  });

  test('during a job: its preview over the saved objects', () => {
    expect(drawnObjects(canvas, job, running)).toEqual([moved, added]);
  });

  test('after completion: the preview until the canvas has been read in its new version', () => {
    const done = aJob({ status: 'COMPLETED' });
    expect(drawnObjects(canvas, job, completed)).toEqual([moved, added]);
    expect(drawnObjects(canvas, done, completed)).toEqual([moved, added]);
    const reread = { version: 3, objects: [moved, added] };
    expect(isSettled(reread, done, completed)).toBe(true);
    expect(drawnObjects(reread, done, completed)).toBe(reread.objects);
  });

  test('the progress of another job is not drawn', () => {
    expect(drawnObjects(canvas, aJob({ id: 'other' }), running)).toBe(canvas.objects);
  });
});

describe('the job in focus', () => {
  const [done, queued, first, working] = [
    aJob({ id: 'done', status: 'COMPLETED' }),
    aJob({ id: 'queued' }),
    aJob({ id: 'first' }),
    aJob({ id: 'working', status: 'PROCESSING' }),
  ];

  test('is the one at work', () => {
    expect(jobInFocus([queued, working, done])).toBe(working);
  });

  test('else the one that has waited longest', () => {
    expect(jobInFocus([queued, first, done])).toBe(first);
  });

  test('else the newest', () => {
    expect(jobInFocus([done])).toBe(done);
    expect(jobInFocus([])).toBeNull();
  });
});
