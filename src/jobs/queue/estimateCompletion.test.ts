import { describe, expect, it } from 'vitest';
import { type EstimatedJob, estimateCompletion } from './estimateCompletion.ts';
import type { Outlook } from './outlook.ts';

const now = new Date('2026-01-31T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const waiting: EstimatedJob = {
  status: 'QUEUED',
  type: 'CREATE_CANVAS',
  nextAttemptAt: null,
  position: 1,
  attemptStartedAt: null,
};
const outlook: Outlook = { now, paused: false, places: 4, running: 0, runMs: { CREATE_CANVAS: 20_000 } };

const estimate = (job: Partial<EstimatedJob>, of: Partial<Outlook> = {}) =>
  estimateCompletion({ ...waiting, ...job }, { ...outlook, ...of });

describe('the end of a job', () => {
  it('that a free place waits for is as far away as such jobs take', () => {
    expect(estimate({})).toEqual(inSeconds(20));
    expect(estimate({ position: 4 })).toEqual(inSeconds(20));
    expect(estimate({ position: 2 }, { running: 2 })).toEqual(inSeconds(20));
  });

  it('moves back with each one before it, for places become free one after the other', () => {
    expect(estimate({ position: 5 })).toEqual(inSeconds(25));
    expect(estimate({ position: 1 }, { running: 4 })).toEqual(inSeconds(25));
    expect(estimate({ position: 8 }, { running: 4 })).toEqual(inSeconds(60));
    expect(estimate({ position: 1 }, { running: 9 })).toEqual(inSeconds(25));
  });

  it('that runs counts from the beginning of its attempt', () => {
    expect(estimate({ status: 'PROCESSING', position: null, attemptStartedAt: inSeconds(-5) })).toEqual(
      inSeconds(15),
    );
  });

  it('that waits for a retry counts from then', () => {
    expect(estimate({ position: null, nextAttemptAt: inSeconds(90) })).toEqual(inSeconds(110));
  });
});

describe('nothing is said', () => {
  it.each<[string, Partial<EstimatedJob>, Partial<Outlook>]>([
    ['when no such job has completed', { type: 'MODIFY_CANVAS' }, {}],
    ['while no worker is alive', {}, { places: 0 }],
    ['while the queue is paused', {}, { paused: true }],
    ['of one that takes longer than usual', { status: 'PROCESSING', attemptStartedAt: inSeconds(-21) }, {}],
    ['of one that waits for the generation of another one', { position: null }, {}],
    ['of one that is being cancelled', { status: 'CANCELLING', position: null }, {}],
    ['of one that is over', { status: 'COMPLETED', position: null }, {}],
  ])('%s', (_when, job, of) => {
    expect(estimate(job, of)).toBeNull();
  });
});
