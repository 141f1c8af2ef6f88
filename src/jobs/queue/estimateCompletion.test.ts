import { describe, expect, it } from 'vitest';
import { type EstimatedJob, estimateCompletion } from './estimateCompletion.ts';
import type { QueueSnapshot } from './sql/readQueueSnapshot.ts';

const now = new Date('2026-01-31T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const waiting: EstimatedJob = {
  status: 'QUEUED',
  type: 'CREATE_CANVAS',
  nextAttemptAt: null,
  position: 1,
  attemptStartedAt: null,
};
const snapshot: QueueSnapshot = {
  now,
  paused: false,
  slots: 4,
  running: 0,
  medianRunMs: { CREATE_CANVAS: 20_000 },
};

const estimate = (job: Partial<EstimatedJob>, queue: Partial<QueueSnapshot> = {}) =>
  estimateCompletion({ ...waiting, ...job }, { ...snapshot, ...queue });

describe('the estimated completion', () => {
  it('is one median duration away when a slot is free', () => {
    expect(estimate({})).toEqual(inSeconds(20));
    expect(estimate({ position: 4 })).toEqual(inSeconds(20));
    expect(estimate({ position: 2 }, { running: 2 })).toEqual(inSeconds(20));
  });

  it('is later with each job before it, since slots become free one after the other', () => {
    expect(estimate({ position: 5 })).toEqual(inSeconds(25));
    expect(estimate({ position: 1 }, { running: 4 })).toEqual(inSeconds(25));
    expect(estimate({ position: 8 }, { running: 4 })).toEqual(inSeconds(60));
    expect(estimate({ position: 1 }, { running: 9 })).toEqual(inSeconds(25));
  });

  it('of a running job counts from the start of its attempt', () => {
    expect(estimate({ status: 'PROCESSING', position: null, attemptStartedAt: inSeconds(-5) })).toEqual(
      inSeconds(15),
    );
  });

  it('of a job that waits for a retry counts from the time of the retry', () => {
    expect(estimate({ position: null, nextAttemptAt: inSeconds(90) })).toEqual(inSeconds(110));
  });
});

describe('there is no estimate', () => {
  it.each<[string, Partial<EstimatedJob>, Partial<QueueSnapshot>]>([
    ['when no such job has completed', { type: 'MODIFY_CANVAS' }, {}],
    ['while no worker is alive', {}, { slots: 0 }],
    ['while the queue is paused', {}, { paused: true }],
    [
      'for a job that takes longer than usual',
      { status: 'PROCESSING', attemptStartedAt: inSeconds(-21) },
      {},
    ],
    ['for a waiting duplicate', { position: null }, {}],
    ['for a job that is being cancelled', { status: 'CANCELLING', position: null }, {}],
    ['for a finished job', { status: 'COMPLETED', position: null }, {}],
  ])('%s', (_when, job, queue) => {
    expect(estimate(job, queue)).toBeNull();
  });
});
