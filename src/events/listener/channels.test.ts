import { expect, it } from 'vitest';
import { readJobChange } from './channels.ts';

it('the payload of an event says whose job it is, and how far its log has got', () => {
  expect(readJobChange('job-1 owner-1 canvas-1 12')).toEqual({
    jobId: 'job-1',
    ownerId: 'owner-1',
    canvasId: 'canvas-1',
    lastSeq: 12,
  });
});

it.each([
  '',
  'job-1',
  'job-1 owner-1',
  'job-1 owner-1 canvas-1',
  'job-1 owner-1 canvas-1 x',
  ' owner-1 canvas-1 1',
])('a payload that is none wakes nobody: "%s"', (payload) => {
  expect(readJobChange(payload)).toBeUndefined();
});
