/** A flag that can be waited for by one waiter. */
export class Signal {
  #raised = false;
  #waiting: (() => void) | undefined;

  raise = (): void => {
    this.#raised = true;
    this.#waiting?.();
  };

  lower(): void {
    this.#raised = false;
  }

  /** Resolves when the flag is up, or when `abort` is aborted. */
  async wait(abort: AbortSignal): Promise<void> {
    if (this.#raised || abort.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const onAbort = () => resolve();
    this.#waiting = resolve;
    abort.addEventListener('abort', onAbort, { once: true });
    await promise;
    abort.removeEventListener('abort', onAbort);
    this.#waiting = undefined;
  }
}
