import { describe, expect, it } from 'vitest';
import type { JobEventType } from '../../database/generated/prisma/enums.ts';
import { type JobEventRow, readJobEvent } from './jobEvent.ts';

const at = new Date('2026-01-01T00:00:00Z');
const row = (type: JobEventType, payload: unknown): JobEventRow => ({
  jobId: 'j',
  seq: 7,
  type,
  attempt: 2,
  payload,
  at,
});
const error = { code: 'PROVIDER_TIMEOUT', message: 'Too late.', retryable: true };
const box = { x: 0, y: 0, width: 10, height: 10, zIndex: 0, color: 'neutral' };
const frame = {
  ...box,
  id: '018f0000-0000-7000-8000-000000000001',
  kind: 'FRAME',
  parentId: null,
  title: 'Todo',
};

describe('an event that is read from its row', () => {
  it('carries its place in the log', () => {
    expect(readJobEvent(row('JobAttemptLost', {}))).toEqual({
      type: 'JobAttemptLost',
      payload: {},
      jobId: 'j',
      seq: 7,
      attempt: 2,
      at,
    });
  });

  it.each<[JobEventType, object]>([
    ['JobQueued', { retry: true }],
    ['JobStarted', { planner: 'sketcher', model: null }],
    ['JobProgressed', { phase: 'SAVING', progress: 1 }],
    [
      'ObjectsGenerated',
      {
        ...{ objects: [frame], updatedObjects: [frame], deletedIds: [frame.id] },
        ...{ objectCount: 1, progress: 0.5 },
      },
    ],
    ['JobRetryScheduled', { error, nextAttemptAt: '2026-01-01T00:00:02.000Z', requested: true }],
    ['JobAttemptLost', {}],
    ['JobCancelRequested', { keepPartial: true }],
    ['JobCompleted', { canvasVersion: 1, objectCount: 12 }],
    ['JobFailed', { error }],
    ['JobCancelled', { keptPartial: false }],
  ])('comes out as it went in: %s', (type, payload) => {
    expect(readJobEvent(row(type, payload)).payload).toEqual(payload);
  });

  it('has defaults for what older rows lack', () => {
    expect(readJobEvent(row('JobQueued', {})).payload).toEqual({ retry: false });
    const scheduled = { error, nextAttemptAt: '2026-01-01T00:00:02.000Z' };
    expect(readJobEvent(row('JobRetryScheduled', scheduled)).payload).toEqual({
      ...scheduled,
      requested: false,
    });
    const generated = { objects: [frame], objectCount: 1, progress: 0.5 };
    expect(readJobEvent(row('ObjectsGenerated', generated)).payload).toEqual({
      ...generated,
      ...{ updatedObjects: [], deletedIds: [] },
    });
  });

  it('is without what newer rows have and this code does not know', () => {
    expect(readJobEvent(row('JobCancelled', { keptPartial: true, by: 'x' })).payload).toEqual({
      keptPartial: true,
    });
  });

  it.each<[JobEventType, unknown]>([
    ['JobAttemptLost', null],
    ['JobStarted', {}],
    ['JobProgressed', { phase: 'SAVING', progress: 1.01 }],
    ['JobProgressed', { phase: 'DREAMING', progress: 0 }],
    ['ObjectsGenerated', { objects: [{ ...frame, width: 0 }], objectCount: 1, progress: 0 }],
    ['ObjectsGenerated', { objects: [{ ...frame, id: 'f1' }], objectCount: 1, progress: 0 }],
    ['JobRetryScheduled', { error, nextAttemptAt: 'soon' }],
    ['JobFailed', { error: 'no' }],
    ['JobCompleted', { canvasVersion: '1', objectCount: 1 }],
  ])('is refused when its payload is not of its shape: %s %j', (type, payload) => {
    expect(() => readJobEvent(row(type, payload))).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
