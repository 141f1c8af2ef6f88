import type { JobDetailFragment } from '../../generated/graphql.ts';
import {
  applyJobEvent,
  beginProgress,
  type JobEvent,
  type JobProgress,
  refreshProgress,
} from './jobProgress.ts';

/** The progress of the job on a page. Listeners are called once per frame, however many events arrive. */
export type ProgressStore = {
  get(): JobProgress | null;
  /** Includes events that listeners have not been called for yet. */
  latest(): JobProgress | null;
  subscribe(listener: () => void): () => void;
  /** Sets the job as read from the server; it may be a different job, or none. */
  setJob(job: JobDetailFragment | null): void;
  addEvent(event: JobEvent): void;
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
    setJob(job) {
      const same = latest !== null && latest.jobId === job?.id;
      latest = same && latest && job ? refreshProgress(latest, job) : job && beginProgress(job);
      publish();
    },
    addEvent(event) {
      if (latest === null) return;
      latest = applyJobEvent(latest, event);
      if (scheduled) return;
      scheduled = true;
      schedule(publish);
    },
  };
}
