type Ending<T> = {
  /** Called once, when the stream has ended or was returned. */
  onEnd(): void;
  /** When to end it, with a last value. */
  deadline?: { at: Date; last(): T } | undefined;
};

/** Longest delay of a timer, about 25 days. */
const longestDelayMs = 2_147_483_647;

/** Wraps a stream: calls `onEnd` when it is over, and ends it at the deadline. */
export function boundStream<T>(source: AsyncIterable<T>, { onEnd, deadline }: Ending<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const done = { done: true as const, value: undefined };
  let over = false;
  let expired = false;
  // Ends the pending `next`. A promise to race with would retain every race.
  let interrupt: (() => void) | undefined;
  const timer = deadline && setTimeout(expire, Math.min(deadline.at.getTime() - Date.now(), longestDelayMs));

  function end() {
    if (over) return;
    over = true;
    clearTimeout(timer);
    onEnd();
  }
  function expire() {
    expired = true;
    interrupt?.();
  }
  function close(): IteratorResult<T> {
    end();
    // Not awaited: a source that waits for events may take long to return.
    iterator.return?.()?.catch(() => undefined);
    return done;
  }
  const last = (): IteratorResult<T> => {
    close();
    return deadline === undefined ? done : { done: false, value: deadline.last() };
  };

  return {
    async next() {
      if (over) return done;
      if (expired) return last();
      try {
        const result = await new Promise<IteratorResult<T> | 'interrupted'>((resolve, reject) => {
          interrupt = () => resolve('interrupted');
          iterator.next().then(resolve, reject);
        });
        if (result === 'interrupted') return last();
        if (result.done) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      await iterator.return?.();
      return done;
    },
    async throw(error) {
      end();
      await iterator.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined);
    },
  };
}
