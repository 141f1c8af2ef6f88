import type { Client } from 'graphql-ws';
import { subscribe } from '../../api/subscriptions/subscribe.ts';
import { JobUpdatesDocument, type JobUpdatesSubscription } from '../../generated/graphql.ts';

export type JobUpdate = JobUpdatesSubscription['jobUpdates'];
type Listener = (job: JobUpdate) => void;

/** In ms. A subscription starts with the jobs that changed within this time, and so does each listener. */
const replayedFor = 30_000;

type Feed = {
  listeners: Set<Listener>;
  /** The newest state of each job that has changed lately. */
  recent: Map<string, { job: JobUpdate; at: number }>;
  stop(): void;
};

const feeds = new WeakMap<Client, Feed>();

/**
 * Listens to changes of the viewer's jobs. All listeners of a page share one subscription. Returns a function that
 * removes the listener; the last one ends the subscription.
 */
export function listenToJobs(socket: Client, listener: Listener): () => void {
  const feed = feeds.get(socket) ?? openFeed(socket);
  feed.listeners.add(listener);
  forgetOld(feed);
  for (const { job } of feed.recent.values()) listener(job);
  return () => {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    feeds.delete(socket);
    feed.stop();
  };
}

function openFeed(socket: Client): Feed {
  const feed: Feed = { listeners: new Set(), recent: new Map(), stop: () => undefined };
  feeds.set(socket, feed);
  feed.stop = subscribe(socket, {
    document: JobUpdatesDocument,
    variables: () => ({}),
    onData({ jobUpdates: job }) {
      forgetOld(feed);
      feed.recent.set(job.id, { job, at: Date.now() });
      for (const listener of feed.listeners) listener(job);
    },
    onRefused: () => undefined,
    isComplete: () => false,
  });
  return feed;
}

function forgetOld({ recent }: Feed): void {
  for (const [id, { at }] of recent) if (Date.now() - at > replayedFor) recent.delete(id);
}
