import { describe, expect, it } from 'vitest';
import { Signal } from './signal.ts';

const never = new AbortController().signal;

/** Whether the promise has settled by the time that everything that is due now has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  const later = new Promise((resolve) => setImmediate(resolve, pending));
  return (await Promise.race([promise, later])) !== pending;
}

describe('a signal', () => {
  it('wakes who waits', async () => {
    const signal = new Signal();
    const waiting = signal.wait(never);
    expect(await isSettled(waiting)).toBe(false);
    signal.raise();
    await waiting;
  });

  it('that was raised before is not waited for', async () => {
    const signal = new Signal();
    signal.raise();
    signal.raise();
    await signal.wait(never);
  });

  it('stays up until it is lowered, however often it was raised', async () => {
    const signal = new Signal();
    signal.raise();
    signal.raise();
    await signal.wait(never);
    await signal.wait(never);
    signal.lower();
    const leaving = new AbortController();
    const waiting = signal.wait(leaving.signal);
    expect(await isSettled(waiting)).toBe(false);
    leaving.abort();
    await waiting;
  });

  it('is seen by the next wait when it is raised after it was lowered', async () => {
    const signal = new Signal();
    signal.lower();
    signal.raise();
    await signal.wait(never);
  });

  it('lets go of who waits when they leave', async () => {
    const leaving = new AbortController();
    const waiting = new Signal().wait(leaving.signal);
    leaving.abort();
    await waiting;
  });

  it('does not hold who has left already', async () => {
    await new Signal().wait(AbortSignal.abort());
  });
});
