import { setTimeout as delay } from 'node:timers/promises';

/** A flag that can be waited for. Raising it twice before it is seen is the same as raising it once. */
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

  /** Resolves when the flag is up, when `abort` is aborted, or after `timeoutMs` milliseconds. */
  async wait(timeoutMs: number, abort: AbortSignal): Promise<void> {
    if (this.#raised || abort.aborted) return;
    const timer = new AbortController();
    const raised = new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    const timedOut = delay(timeoutMs, undefined, { signal: AbortSignal.any([timer.signal, abort]) }).catch(
      () => undefined,
    );
    await Promise.race([raised, timedOut]);
    this.#waiting = undefined;
    timer.abort();
  }
}
