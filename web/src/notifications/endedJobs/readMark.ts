import { observable } from '../../api/observable.ts';
import type { EndedJobFragment } from '../../generated/graphql.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { endKey } from './endedJobs.ts';

/**
 * Which ends of jobs have been read on this device: all until a time of the server, and some later ones. `until` is null
 * on a device's first visit, until the jobs are known: everything so far counts as read then.
 */
export type ReadMark = { until: string | null; keys: readonly string[] };

type Ended = Pick<EndedJobFragment, 'id' | 'status' | 'finishedAt'>;

const storageKey = 'notifications read';

export const readMark = observable<ReadMark>(read() ?? { until: null, keys: [] });

/** Whether to point out that a job has ended. Who cancels a job knows it. */
export function isUnread(job: Ended, { until, keys }: ReadMark): boolean {
  if (job.finishedAt === null || job.status === 'CANCELLED') return false;
  return Date.parse(job.finishedAt) > timeOf(until) && !keys.includes(endKey(job));
}

export function markRead(job: Ended): void {
  const { until, keys } = readMark.get();
  if (isUnread(job, readMark.get())) store({ until, keys: [...keys, endKey(job)] });
}

/** @param jobs All unread ones. */
export function markAllRead(jobs: readonly Ended[]): void {
  const times = jobs.map(({ finishedAt }) => timeOf(finishedAt));
  const newest = Math.max(timeOf(readMark.get().until), ...times);
  store({ until: new Date(newest).toISOString(), keys: [] });
}

const timeOf = (moment: string | null): number => (moment === null ? 0 : Date.parse(moment));

/** Follows what is read in other tabs. Returns a function that stops it. */
export function followReadMark(): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    const stored = key === storageKey ? read() : null;
    if (stored) readMark.set(stored);
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

function store(mark: ReadMark): void {
  try {
    deviceStorage.setItem(storageKey, JSON.stringify(mark));
  } catch {
    // Without storage, it lasts until the page is closed.
  }
  readMark.set(mark);
}

function read(): ReadMark | null {
  try {
    return JSON.parse(deviceStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}
