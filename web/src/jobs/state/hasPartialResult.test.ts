import { expect, test } from 'vitest';
import { aJob } from '../fixtures.ts';
import { hasPartialResult } from './hasPartialResult.ts';

test.each([
  [{ status: 'QUEUED', objectCount: 3 }, undefined, false],
  [{ status: 'PROCESSING', phase: 'PLANNING' }, undefined, false],
  [{ status: 'PROCESSING', phase: 'GENERATING' }, undefined, false],
  [{ status: 'PROCESSING', phase: 'GENERATING', objectCount: 1 }, undefined, true],
  [{ type: 'MODIFY_CANVAS', status: 'PROCESSING', phase: 'PLANNING' }, undefined, false],
  [{ type: 'MODIFY_CANVAS', status: 'PROCESSING', phase: 'GENERATING' }, undefined, true],
  [{ type: 'MODIFY_CANVAS', status: 'PROCESSING', phase: 'GENERATING' }, 0, false],
  [{ type: 'MODIFY_CANVAS', status: 'PROCESSING', phase: 'GENERATING' }, 2, true],
  [{ type: 'TIDY_CANVAS', status: 'PROCESSING', phase: 'LAYING_OUT' }, undefined, false],
  [{ status: 'CANCELLING', phase: 'GENERATING', objectCount: 1 }, undefined, false],
] as const)(
  'a job with %j that deletes %j objects has a result to keep: %j',
  (changes, deletedCount, has) => {
    expect(hasPartialResult(aJob(changes), deletedCount)).toBe(has);
  },
);
