/**
 * An async generator that ends at once when its consumer leaves.
 *
 * `return()` of a plain generator that is awaiting something is only served when that await has settled, so
 * a subscriber who disconnects would be followed until the next event. Here `return()` first aborts the
 * signal that the generator is given, and the generator must let go of whatever it awaits when that happens.
 */
export function abortable<T>(
  generate: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  const leaving = new AbortController();
  const generator = generate(leaving.signal);
  return {
    next: () => generator.next(),
    return: async () => {
      leaving.abort();
      return generator.return();
    },
    throw: async (error) => {
      leaving.abort();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return();
    },
  };
}
