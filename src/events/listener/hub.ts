import type pg from 'pg';
import type { Logger } from '../../log.ts';
import { idChannels, jobEventChannel, readJobChange, topics } from './channels.ts';
import { Followed, type Wake } from './followed.ts';
import { type Hearing, listen } from './listen.ts';
import { MissedChanges } from './missedChanges.ts';
import { Signal } from './signal.ts';

/** Wakes followers when something that they follow has changed. */
export type EventHub = {
  /** Calls `wake` on each change of the topic until the returned function is called. */
  subscribe(topic: string, wake: Wake): () => void;
  /** Whether notifications arrive right now. While they don't, changes are found by polling. */
  readonly hearing: Hearing;
  readonly listening: boolean;
  /** Followers at present. */
  readonly followers: number;
  close(): Promise<void>;
};

/** Milliseconds. */
export type HubPace = {
  /** Between two looks for changes whose notification got lost: a safety net, not the way news travels. */
  slowPollMs: number;
  /** Between two looks while notifications don't arrive. */
  pollMs: number;
  /** Between two tests of whether notifications arrive. */
  testMs: number;
  /** Before a listener that is deaf tries anew: the way to the database does not change often. */
  deafRetryMs: number;
};

const usualPace: HubPace = { slowPollMs: 5_000, pollMs: 500, testMs: 5_000, deafRetryMs: 10_000 };

/**
 * Listens for as long as the process lives, on one connection.
 *
 * A notification is only ever a latency hint: it says "look", and followers read. What nobody was notified of is
 * found by one slow poll for all of them; while notifications don't arrive, by a quick one; and by a look at
 * once when they arrive again.
 */
export function startEventHub(options: {
  url: string;
  pool: pg.Pool;
  log: Logger;
  pace?: HubPace;
}): EventHub {
  const { url, pool, log, pace = usualPace } = options;
  const followed = new Followed();
  const missed = new MissedChanges(pool, followed);
  const closing = new AbortController();
  const lookNow = new Signal();
  let hearing: Hearing = 'connecting';

  const onNotification = (channel: string, payload: string) => {
    const kind = idChannels.get(channel);
    if (kind !== undefined) followed.wake(topics[kind](payload), null);
    const change = channel === jobEventChannel ? readJobChange(payload) : undefined;
    if (change === undefined) return;
    missed.note(change);
    followed.wake(topics.job(change.jobId), change);
    followed.wake(topics.owner(change.ownerId), change);
  };
  const onHearing = (now: Hearing) => {
    hearing = now;
    // Nobody knows what was missed in between.
    lookNow.raise();
  };
  const keepLooking = async () => {
    while (!closing.signal.aborted) {
      lookNow.lower();
      const looked = await look();
      const waitMs = looked && hearing === 'listening' ? pace.slowPollMs : pace.pollMs;
      await lookNow.wait(AbortSignal.any([closing.signal, AbortSignal.timeout(waitMs)]));
    }
  };
  const look = async () => {
    try {
      await missed.look();
      return true;
    } catch (error) {
      log.debug({ err: error }, 'changes could not be looked for');
      return false;
    }
  };
  const listening = listen({ url, pool, log, onNotification, onHearing, pace }, closing.signal);
  const looking = keepLooking();

  return {
    subscribe: (topic, wake) => followed.add(topic, wake),
    get hearing() {
      return hearing;
    },
    get listening() {
      return hearing === 'listening';
    },
    get followers() {
      return followed.count;
    },
    async close() {
      closing.abort();
      await Promise.all([listening, looking]);
    },
  };
}
