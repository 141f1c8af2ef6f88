import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NewJobEvent } from '../../../src/events/log/jobEvent.ts';
import { hasLogPosition, type LogPosition } from '../../../src/events/log/sql/hasLogPosition.ts';
import { insertAttemptEvents } from '../../../src/events/log/sql/insertAttemptEvents.ts';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { processingJob } from '../../../test/support/lifecycle/testJob.ts';
import { readAttemptStatus } from '../sql/readAttemptStatus.ts';
import { type AbortCause, AttemptAborted } from './attemptControl.ts';
import { AttemptLog } from './attemptLog.ts';

const job = { ...processingJob, attempt: 2, lastSeq: 5 };
const event: NewJobEvent = { type: 'JobProgressed', payload: { phase: 'GENERATING', progress: 0.5 } };

/** The log of an attempt on a row that, like the real one, is only written to at its end and while it runs. */
function setup(abortedFor?: AbortCause) {
  const controller = new AbortController();
  const control = {
    signal: controller.signal,
    abort: (why: AbortCause) => controller.abort(new AttemptAborted(why)),
  };
  if (abortedFor !== undefined) control.abort(abortedFor);
  const row = { status: 'PROCESSING', attempt: 2, lastSeq: 5 };
  const written: { events: unknown; phase: unknown; progress: unknown }[] = [];
  /** Answers of the database that get lost: what is asked is done all the same. */
  const lost = { answers: 0 };
  const isCurrent = ({ attempt, lastSeq }: Omit<LogPosition, 'jobId'>) =>
    row.status === 'PROCESSING' && row.attempt === attempt && row.lastSeq === lastSeq;
  const pool = fakePool(
    when(readAttemptStatus, ({ number }) => (row.attempt === number ? [{ status: row.status }] : [])),
    when(hasLogPosition, (position) => (isCurrent(position) ? [{}] : [])),
    when(insertAttemptEvents, ({ events, phase, progress, ...position }) => {
      if (!isCurrent(position)) return [];
      const batch: unknown[] = JSON.parse(events);
      row.lastSeq += batch.length;
      written.push({ events: batch, phase, progress });
      if (lost.answers === 0) return [{}];
      lost.answers -= 1;
      throw new Error('Connection terminated unexpectedly');
    }),
  );
  return { log: new AttemptLog(pool, job, control), control, row, written, lost };
}

afterEach(() => void vi.useRealTimers());

describe('the log of an attempt', () => {
  it('is appended to where the last batch ended', async () => {
    const { log, row, written } = setup();
    await log.append([event, event]);
    await log.append([event]);
    expect(row.lastSeq).toBe(8);
    expect(written.map(({ events }) => events)).toEqual([[event, event], [event]]);
  });

  describe('of a phase', () => {
    const entered = (phase: string, progress: number) => {
      return { type: 'JobProgressed', payload: { phase, progress } };
    };

    it('tells it after a while, as an event and in the row', async () => {
      vi.useFakeTimers();
      const { log, written } = setup();
      log.enter('LAYING_OUT', 0.9);
      await vi.advanceTimersByTimeAsync(50);
      expect(written).toEqual([]);
      await vi.advanceTimersByTimeAsync(50);
      expect(written).toEqual([{ events: [entered('LAYING_OUT', 0.9)], phase: 'LAYING_OUT', progress: 0.9 }]);
      await log.append([event]);
      expect(written[1]?.events).toEqual([event]);
    });

    it('tells it with the events that follow within that time', async () => {
      vi.useFakeTimers();
      const { log, written } = setup();
      log.enter('LAYING_OUT', 0.9);
      await log.append([event]);
      log.enter('SAVING', 0.95);
      expect(await log.takeUnwritten()).toEqual({
        events: [entered('SAVING', 0.95)],
        progress: { phase: 'SAVING', progress: 0.95 },
      });
      await vi.runAllTimersAsync();
      expect(written).toEqual([
        { events: [entered('LAYING_OUT', 0.9), event], phase: 'LAYING_OUT', progress: 0.9 },
      ]);
    });

    it('ends the attempt when that is refused', async () => {
      vi.useFakeTimers();
      const { log, control, row } = setup();
      row.status = 'CANCELLING';
      log.enter('LAYING_OUT', 0.9);
      await vi.runAllTimersAsync();
      expect(control.signal.reason).toEqual(new AttemptAborted('cancelled'));
      await expect(log.append([event])).rejects.toMatchObject({ why: 'cancelled' });
      expect(() => log.enter('SAVING', 0.95)).toThrow(AttemptAborted);
    });

    it('is dropped when the attempt ends before', async () => {
      vi.useFakeTimers();
      const { log, written } = setup();
      log.enter('LAYING_OUT', 0.9);
      await log.close();
      await vi.runAllTimersAsync();
      expect(written).toEqual([]);
    });
  });

  it('has a batch once, though it was sent again because its answer got lost', async () => {
    const { log, row, written, lost } = setup();
    lost.answers = 1;
    await log.append([event, event]);
    await log.append([event]);
    expect(written).toHaveLength(2);
    expect(row.lastSeq).toBe(8);
  });

  it.each<[string, object, AbortCause]>([
    ['was cancelled', { status: 'CANCELLING' }, 'cancelled'],
    ['was given to another worker', { attempt: 3 }, 'superseded'],
    ['was declared lost', { status: 'QUEUED' }, 'superseded'],
    ['has been written to by others', { lastSeq: 9 }, 'superseded'],
  ])('refuses an attempt whose job %s', async (_what, change, why) => {
    const { log, control, row, written } = setup();
    Object.assign(row, change);
    await expect(log.append([event])).rejects.toMatchObject({ name: 'AttemptAborted', why });
    expect(control.signal.reason).toEqual(new AttemptAborted(why));
    expect(written).toEqual([]);
  });

  it('is not written to once the attempt has to end', async () => {
    const { log, written } = setup('timeout');
    await expect(log.append([event])).rejects.toMatchObject({ why: 'timeout' });
    expect(written).toEqual([]);
  });
});
