/**
 * Creates an async generator that ends at once when its consumer leaves.
 *
 * `return()` of a plain generator that awaits something is only served when that has settled, so the subscription of a
 * client that disconnects would stay until the next event. Here `return()` first aborts the signal that the generator
 * is given. The generator must then stop waiting.
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
