import type pg from 'pg';
import type { Logger } from '../../log.ts';
import { idChannels, jobEventChannel, readJobChange, topics } from './channels.ts';
import { type ListenerStatus, listen } from './listen.ts';
import { MissedChanges } from './missedChanges.ts';
import { Signal } from './signal.ts';
import { Subscribers, type Wake } from './subscribers.ts';

/** Wakes subscribers when their topic has changed. */
export type EventHub = {
  /** Calls `wake` on each change of the topic until the returned function is called. */
  subscribe(topic: string, wake: Wake): () => void;
  /** Status of the listener. Unless it is `listening`, changes are found by polling. */
  readonly status: ListenerStatus;
  readonly isListening: boolean;
  readonly subscriberCount: number;
  close(): Promise<void>;
};

/** Milliseconds. */
export type HubPace = {
  /** Between two polls for changes whose notification got lost: a safety net, not the usual way of delivery. */
  slowPollMs: number;
  /** Between two polls while notifications don't arrive. */
  pollMs: number;
  /** Between two probes of the listener. */
  probeMs: number;
  /** Before a listener that does not receive reconnects: how the database is reached seldom changes. */
  notReceivingRetryMs: number;
};

const usualPace: HubPace = { slowPollMs: 2_000, pollMs: 500, probeMs: 5_000, notReceivingRetryMs: 10_000 };

/**
 * Listens for as long as the process lives, on one connection.
 *
 * A notification is only ever a latency hint: it wakes subscribers, which then read. Changes without a notification are
 * found by one slow poll for all subscribers, by a quick one while notifications don't arrive, and by a poll at once
 * when they arrive again.
 */
export function startEventHub(options: {
  url: string;
  pool: pg.Pool;
  log: Logger;
  pace?: HubPace;
}): EventHub {
  const { url, pool, log, pace = usualPace } = options;
  const subscribers = new Subscribers();
  const missed = new MissedChanges(pool, subscribers);
  const closing = new AbortController();
  const pollNow = new Signal();
  let status: ListenerStatus = 'connecting';

  const onNotification = (channel: string, payload: string) => {
    const kind = idChannels.get(channel);
    if (kind !== undefined) subscribers.wake(topics[kind](payload), null);
    const change = channel === jobEventChannel ? readJobChange(payload) : undefined;
    if (change === undefined) return;
    missed.markNotified(change);
    subscribers.wake(topics.job(change.jobId), change);
    subscribers.wake(topics.owner(change.ownerId), change);
  };
  const onStatus = (next: ListenerStatus) => {
    status = next;
    // Notifications may have been missed in between.
    pollNow.raise();
  };
  const keepPolling = async () => {
    while (!closing.signal.aborted) {
      pollNow.lower();
      const hasPolled = await poll();
      const waitMs = hasPolled && status === 'listening' ? pace.slowPollMs : pace.pollMs;
      await pollNow.wait(AbortSignal.any([closing.signal, AbortSignal.timeout(waitMs)]));
    }
  };
  const poll = async () => {
    try {
      await missed.poll();
      return true;
    } catch (error) {
      log.debug({ err: error }, 'polling for changes failed');
      return false;
    }
  };
  const listening = listen({ url, pool, log, onNotification, onStatus, pace }, closing.signal);
  const polling = keepPolling();

  return {
    subscribe: (topic, wake) => subscribers.add(topic, wake),
    get status() {
      return status;
    },
    get isListening() {
      return status === 'listening';
    },
    get subscriberCount() {
      return subscribers.count;
    },
    async close() {
      closing.abort();
      await Promise.all([listening, polling]);
    },
  };
}
