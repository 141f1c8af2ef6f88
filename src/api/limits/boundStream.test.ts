import { describe, expect, it, vi } from 'vitest';
import { boundStream } from './boundStream.ts';

/** A source that gives what is pushed, and remembers whether it was left. */
function source() {
  const waiting: PromiseWithResolvers<IteratorResult<number>>[] = [];
  let left = false;
  return {
    push: (value: number) => waiting.shift()?.resolve({ done: false, value }),
    fail: (error: Error) => waiting.shift()?.reject(error),
    left: () => left,
    iterable: {
      [Symbol.asyncIterator]: () => ({
        next() {
          const next = Promise.withResolvers<IteratorResult<number>>();
          waiting.push(next);
          return next.promise;
        },
        async return() {
          left = true;
          return { done: true as const, value: undefined };
        },
      }),
    },
  };
}

async function* numbers() {
  yield 1;
  yield 2;
}

describe('a bound stream', () => {
  it('gives what its source gives, and tells once that it is over', async () => {
    const onEnd = vi.fn();
    expect(await Array.fromAsync(boundStream(numbers(), { onEnd }))).toEqual([1, 2]);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('leaves its source when it is left', async () => {
    const onEnd = vi.fn();
    const { iterable, left } = source();
    const stream = boundStream(iterable, { onEnd });
    await stream.return(undefined);
    await stream.return(undefined);
    expect(left()).toBe(true);
    expect(onEnd).toHaveBeenCalledOnce();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('is over when its source fails', async () => {
    const onEnd = vi.fn();
    const { iterable, fail } = source();
    const next = boundStream(iterable, { onEnd }).next();
    fail(new Error('broken'));
    await expect(next).rejects.toThrow('broken');
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('ends at its deadline with the last value, also while it waits for the next one', async () => {
    const onEnd = vi.fn();
    const { iterable, push, left } = source();
    const stream = boundStream(iterable, {
      onEnd,
      deadline: { at: new Date(Date.now() + 20), last: () => -1 },
    });
    const first = stream.next();
    push(1);
    expect(await first).toEqual({ done: false, value: 1 });
    expect(await stream.next()).toEqual({ done: false, value: -1 });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(left()).toBe(true);
    expect(onEnd).toHaveBeenCalledOnce();
  });
});
