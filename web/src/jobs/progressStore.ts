import type { JobDetailFragment } from '../generated/graphql.ts';
import {
  beginProgress,
  type JobEvent,
  type JobProgress,
  jobProgress,
  refreshProgress,
} from './jobProgress.ts';

/** The progress of the job that a page shows. Readers hear of events once per frame, however many came. */
export type ProgressStore = {
  get(): JobProgress | null;
  /** The state with all events taken in, also those that readers have not heard of yet. */
  latest(): JobProgress | null;
  subscribe(listener: () => void): () => void;
  /** Takes in the server's account of a job, which may be another job than before, or none. */
  account(job: JobDetailFragment | null): void;
  event(event: JobEvent): void;
};

/** `schedule` calls back before the next frame. */
export function createProgressStore(schedule: (callback: () => void) => void): ProgressStore {
  let published: JobProgress | null = null;
  let latest: JobProgress | null = null;
  let scheduled = false;
  const listeners = new Set<() => void>();

  function publish(): void {
    scheduled = false;
    if (published === latest) return;
    published = latest;
    for (const listener of listeners) listener();
  }

  return {
    get: () => published,
    latest: () => latest,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    account(job) {
      const same = latest !== null && latest.jobId === job?.id;
      latest = same && latest && job ? refreshProgress(latest, job) : job && beginProgress(job);
      publish();
    },
    event(event) {
      if (latest === null) return;
      latest = jobProgress(latest, event);
      if (scheduled) return;
      scheduled = true;
      schedule(publish);
    },
  };
}
