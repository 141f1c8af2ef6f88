/** A flag that one can wait for. Raising it twice before it is seen is the same as raising it once. */
export class Signal {
  #raised = false;
  #waiting: (() => void) | undefined;

  raise = (): void => {
    this.#raised = true;
    this.#waiting?.();
  };

  /** Lowers the flag. What is raised from now on will be seen by the next `wait`. */
  lower(): void {
    this.#raised = false;
  }

  /** Resolves when the flag is up, or when `abort` is aborted. */
  async wait(abort: AbortSignal): Promise<void> {
    if (this.#raised || abort.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const leave = () => resolve();
    this.#waiting = resolve;
    abort.addEventListener('abort', leave, { once: true });
    await promise;
    abort.removeEventListener('abort', leave);
    this.#waiting = undefined;
  }
}
