import { observable } from '../api/observable.ts';
import type { EndedJobFragment } from '../generated/graphql.ts';
import { endKey } from './endedJobs.ts';

/** Which ends of jobs have been read on this device: all until a time, and some later ones. */
export type ReadMark = { until: string; keys: readonly string[] };

type Ended = Pick<EndedJobFragment, 'id' | 'status' | 'finishedAt'>;

const storageKey = 'notifications read';

/** On a device's first visit, everything so far counts as read. */
export const readMark = observable<ReadMark>(read() ?? { until: new Date().toISOString(), keys: [] });

/** Whether to point out that a job has ended. Who cancels a job knows it. */
export function isUnread(job: Ended, { until, keys }: ReadMark): boolean {
  if (job.finishedAt === null || job.status === 'CANCELLED') return false;
  return Date.parse(job.finishedAt) > Date.parse(until) && !keys.includes(endKey(job));
}

export function markRead(job: Ended): void {
  const { until, keys } = readMark.get();
  if (isUnread(job, readMark.get())) store({ until, keys: [...keys, endKey(job)] });
}

/** @param jobs All unread ones. */
export function markAllRead(jobs: readonly Ended[]): void {
  const times = jobs.map(({ finishedAt }) => Date.parse(finishedAt ?? ''));
  const newest = Math.max(Date.parse(readMark.get().until), ...times);
  store({ until: new Date(newest).toISOString(), keys: [] });
}

/** Follows what is read in other tabs. Returns a function that stops it. */
export function followReadMark(): () => void {
  if (read() === null) store(readMark.get());
  const onStorage = ({ key }: StorageEvent) => {
    const stored = key === storageKey ? read() : null;
    if (stored) readMark.set(stored);
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

function store(mark: ReadMark): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(mark));
  } catch {
    // Without storage, it lasts until the page is closed.
  }
  readMark.set(mark);
}

function read(): ReadMark | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}
