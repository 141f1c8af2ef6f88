import { describe, expect, it, onTestFinished } from 'vitest';
import { topics } from '../../../src/events/listener/channels.ts';
import type { Wake } from '../../../src/events/listener/subscribers.ts';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { readAttemptStatus } from '../sql/readAttemptStatus.ts';
import { controlAttempt, whyUnwanted } from './attemptControl.ts';

/** A job's row, which the test changes, and a hub that the test notifies through. */
function setup(options: { status?: string; timeoutMs?: number; releaseSignal?: AbortSignal } = {}) {
  const row: { status: string | undefined; unreachable: boolean } = {
    status: options.status ?? 'PROCESSING',
    unreachable: false,
  };
  const wakes = new Map<string, Wake>();
  const hub = {
    subscribe(topic: string, wake: Wake) {
      wakes.set(topic, wake);
      return () => wakes.delete(topic);
    },
    get subscriberCount() {
      return wakes.size;
    },
  };
  const pool = fakePool(
    when(readAttemptStatus, () => {
      if (row.unreachable) throw new Error('Connection terminated');
      return row.status === undefined ? [] : [{ status: row.status }];
    }),
  );
  const control = controlAttempt({
    pool,
    hub,
    attempt: { jobId: 'j', number: 1 },
    timeoutMs: options.timeoutMs ?? 60_000,
    releaseSignal: options.releaseSignal ?? new AbortController().signal,
  });
  onTestFinished(() => control.dispose());
  const reason = new Promise((resolve) => {
    control.signal.addEventListener('abort', () => resolve(control.signal.reason));
  });
  return { control, row, pool, hub, reason, notify: () => wakes.get(topics.cancel('j'))?.(null) };
}

describe('an attempt', () => {
  it('ends when its owner cancels it', async () => {
    const { row, notify, reason } = setup();
    row.status = 'CANCELLING';
    notify();
    expect(await reason).toMatchObject({ name: 'AttemptAborted', why: 'cancelled' });
  });

  it('ends when it was cancelled before anybody listened', async () => {
    expect(await setup({ status: 'CANCELLING' }).reason).toMatchObject({ why: 'cancelled' });
  });

  it('ends when the notification of a cancel got lost', async () => {
    const { row, reason } = setup();
    row.status = 'CANCELLING';
    expect(await reason).toMatchObject({ why: 'cancelled' });
  });

  it('ends when it takes too long', async () => {
    expect(await setup({ timeoutMs: 1 }).reason).toMatchObject({ why: 'timeout' });
  });

  it('ends when the worker releases it', async () => {
    const releaseSignal = new AbortController();
    const { reason } = setup({ releaseSignal: releaseSignal.signal });
    releaseSignal.abort();
    expect(await reason).toMatchObject({ why: 'shutdown' });
  });

  it('ends at once when the worker is stopping already', () => {
    expect(setup({ releaseSignal: AbortSignal.abort() }).control.signal.reason).toMatchObject({
      why: 'shutdown',
    });
  });

  it('ends for its first cause only', async () => {
    const { control } = setup();
    control.abort('timeout');
    control.abort('cancelled');
    expect(control.signal.reason).toMatchObject({ why: 'timeout' });
  });

  it('goes on while its job is wanted, and through an outage of the database', async () => {
    const { control, row, notify } = setup();
    await control.check();
    row.unreachable = true;
    notify();
    await expect(control.check()).rejects.toThrow('Connection terminated');
    expect(control.signal.aborted).toBe(false);
  });

  it('is not watched any more when it has been disposed of', () => {
    const releaseSignal = new AbortController();
    const { control, hub } = setup({ releaseSignal: releaseSignal.signal });
    expect(hub.subscriberCount).toBe(1);
    control.dispose();
    releaseSignal.abort();
    expect(hub.subscriberCount).toBe(0);
    expect(control.signal.aborted).toBe(false);
  });
});

describe('whyUnwanted', () => {
  it.each([
    ['PROCESSING', null],
    ['CANCELLING', 'cancelled'],
    ['QUEUED', 'superseded'],
    ['COMPLETED', 'superseded'],
    [undefined, 'superseded'],
  ])('of an attempt whose row says %s is %s', async (status, expected) => {
    const { pool, row } = setup();
    row.status = status;
    expect(await whyUnwanted(pool, { jobId: 'j', number: 1 })).toBe(expected);
  });
});
