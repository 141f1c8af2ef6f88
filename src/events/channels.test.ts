import { describe, expect, it } from 'vitest';
import { jobCancelChannel, jobEventChannel, topics, topicsOf } from './channels.ts';

describe('a notification', () => {
  it('of an event wakes the followers of the job and those of its owner', () => {
    expect(topicsOf(jobEventChannel, 'job-1 owner-1')).toEqual([
      topics.job('job-1'),
      topics.owner('owner-1'),
    ]);
  });

  it('of a cancel wakes the attempt alone', () => {
    expect(topicsOf(jobCancelChannel, 'job-1')).toEqual([topics.cancel('job-1')]);
  });

  it.each([
    ['an empty payload', jobCancelChannel, ''],
    ['an empty payload', jobEventChannel, ''],
    ['an event without an owner', jobEventChannel, 'job-1'],
    ['an unknown channel', 'worker_job', 'job-1 owner-1'],
  ])('with %s on %s wakes nobody', (_what, channel, payload) => {
    expect(topicsOf(channel, payload)).toEqual([]);
  });
});
