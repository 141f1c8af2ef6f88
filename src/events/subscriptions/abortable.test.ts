import { describe, expect, it } from 'vitest';
import { abortable } from './abortable.ts';

/** Resolves when the signal is aborted: what a generator awaits that has nothing to give. */
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Gives 1, then waits until its consumer leaves. */
function oneThenNothing(trace: string[]) {
  return abortable(async function* (signal) {
    try {
      yield 1;
      trace.push('waiting');
      await aborted(signal);
    } finally {
      trace.push('finally');
    }
  });
}

describe('an abortable generator', () => {
  it('ends at once when its consumer leaves while it waits, and cleans up', async () => {
    const trace: string[] = [];
    const generator = oneThenNothing(trace);
    expect(await generator.next()).toEqual({ value: 1, done: false });
    const pending = generator.next();
    expect(await generator.return()).toEqual({ value: undefined, done: true });
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(trace).toEqual(['waiting', 'finally']);
  });

  it('cleans up when its consumer leaves between two values', async () => {
    const trace: string[] = [];
    for await (const value of oneThenNothing(trace)) {
      expect(value).toBe(1);
      break;
    }
    expect(trace).toEqual(['finally']);
  });

  it('cleans up when it is disposed of', async () => {
    const trace: string[] = [];
    {
      await using generator = oneThenNothing(trace);
      await generator.next();
    }
    expect(trace).toEqual(['finally']);
  });

  it('ends at once when something is thrown into it', async () => {
    const trace: string[] = [];
    const generator = oneThenNothing(trace);
    await generator.next();
    const pending = generator.next();
    await expect(generator.throw(new Error('enough'))).rejects.toThrow('enough');
    expect(await pending).toEqual({ value: undefined, done: true });
    expect(trace).toEqual(['waiting', 'finally']);
  });

  it('does not abort its signal when it ends by itself, and hands on what it throws', async () => {
    let signal: AbortSignal | undefined;
    const generator = abortable(async function* (given) {
      signal = given;
      yield 1;
      throw new Error('broken');
    });
    await generator.next();
    await expect(generator.next()).rejects.toThrow('broken');
    expect(signal?.aborted).toBe(false);
  });

  it('never starts when its consumer leaves before the first value', async () => {
    const trace: string[] = [];
    const generator = oneThenNothing(trace);
    await generator.return();
    expect(await generator.next()).toEqual({ value: undefined, done: true });
    expect(trace).toEqual([]);
  });
});
