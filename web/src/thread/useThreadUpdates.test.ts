import { expect, test } from 'vitest';
import { aJob, aVersion } from '../jobs/fixtures.ts';
import { updatedJob } from './useThreadUpdates.ts';

const read = aJob({ status: 'PROCESSING', progress: 0.2, lastSequence: 4 });

test('a newer update of a job counts, and an older one does not', () => {
  const update = { ...read, progress: 0.6, lastSequence: 6 };
  expect(updatedJob(read, update).progress).toBe(0.6);
  expect(updatedJob(read, { ...update, lastSequence: 3 }).progress).toBe(0.2);
  expect(updatedJob(read, undefined)).toBe(read);
});

test('the version of a job stays as it was read', () => {
  const done = aJob({ status: 'COMPLETED', canvasVersion: aVersion(2, { addedCount: 3 }), lastSequence: 9 });
  const update = { ...done, canvasVersion: { number: 2 } };
  expect(updatedJob(done, update).canvasVersion).toMatchObject({ addedCount: 3, undoneBy: null });
});
