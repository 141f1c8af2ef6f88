/** In ms: jobs that end one after the other cause one read of the lists. */
const minInterval = 1_000;

export type Coalesced = { request(): void; stop(): void };

/** Runs a task on request: one at a time, and the next one a while after the last. */
export function coalesce(run: () => Promise<void>): Coalesced {
  let isBusy = false;
  let isRequested = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function request(): void {
    if (isBusy) {
      isRequested = true;
      return;
    }
    isBusy = true;
    isRequested = false;
    void run().finally(() => {
      timer = setTimeout(() => {
        isBusy = false;
        if (isRequested) request();
      }, minInterval);
    });
  }

  return {
    request,
    stop() {
      clearTimeout(timer);
      isBusy = false;
      isRequested = false;
    },
  };
}
