import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import { sentenceOf } from '../outages/failure.ts';
import { outageReason } from '../outages/outageReason.ts';
import type { Sql } from '../statement.ts';
import { hasReplayed } from './sql/hasReplayed.ts';
import { readFlushedPosition } from './sql/readFlushedPosition.ts';

/** A replica that is further behind is not used. Milliseconds. */
const maxLagMs = 10_000;
const probeMs = 1_000;
const timeoutMs = 3_000;

export type ReplicaState = {
  /** Everything that was committed so many milliseconds ago can be read there; null: not known. */
  lagMs: number | null;
  /** Why it is not used: how a sentence goes on that begins with "the replica". Null: it is used. */
  whyUnused: string | null;
};

export type ReplicaWatch = {
  state(): ReplicaState;
  /** Rejects when the replica stops to be used. */
  away(): Promise<never>;
  stop(): Promise<void>;
};

class NoReplicaError extends Error {
  override readonly name = 'NoReplicaError';
}

/**
 * Observes how far a replica is behind its primary. The time of the last transaction that it has replayed would not
 * tell: it is also long ago when nothing was written. So a position in the primary's log is taken every second, and
 * the lag is the age of the newest one that the replica has passed.
 */
export function watchReplica(primary: Sql, replica: Sql, log: Logger): ReplicaWatch {
  type Position = { at: number; position: string };
  let passedAt: number | undefined;
  let awaited: Position | undefined;
  let failure: string | undefined = 'has not answered yet';
  let away = rejection();
  let wasUsed = true;

  const state = (): ReplicaState => {
    const lagMs = passedAt === undefined ? null : performance.now() - passedAt;
    const late = lagMs !== null && lagMs > maxLagMs ? `is ${Math.round(lagMs / 1_000)} s behind` : null;
    return { lagMs, whyUnused: failure ?? (lagMs === null ? 'is behind' : late) };
  };

  const report = () => {
    const { whyUnused } = state();
    const isUsed = whyUnused === null;
    if (isUsed === wasUsed) return;
    wasUsed = isUsed;
    if (isUsed) {
      away = rejection();
      log.info('the replica is used');
    } else {
      away.reject(new Error(`the replica ${whyUnused}`));
      log.warn(`the replica ${whyUnused}: everything is read from the primary`);
    }
  };

  const probe = async () => {
    const at = performance.now();
    const position = await readFlushedPosition(primary).catch(() => undefined);
    try {
      // Of a primary that does not answer, others report.
      if (position === undefined) return;
      const newest = { at, position };
      awaited ??= newest;
      const positions = [newest.position, awaited.position];
      const replayed = await inTime(hasReplayed(replica, { positions }));
      if (replayed === null) throw new NoReplicaError();
      failure = undefined;
      const [hasNewest, hasAwaited] = replayed;
      if (hasNewest) passedAt = newest.at;
      else if (hasAwaited) passedAt = awaited.at;
      if (hasNewest) awaited = undefined;
      else if (hasAwaited) awaited = newest;
    } catch (error) {
      failure = reasonOf(error);
    } finally {
      report();
    }
  };

  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await probe();
      await delay(probeMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    state,
    away: () => away.promise,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof NoReplicaError) return 'is no replica: nothing is replayed there';
  return outageReason(error) ?? `cannot be used: ${sentenceOf(error)}`;
}

function rejection() {
  const resolvers = Promise.withResolvers<never>();
  resolvers.promise.catch(() => undefined); // nobody may be waiting
  return resolvers;
}

/** @throws Error when the answer takes too long: a replica may hang. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const late = delay(timeoutMs, undefined, { signal: giveUp.signal }).then(
    () => Promise.reject(new Error('it does not answer')),
    () => new Promise<never>(() => undefined),
  );
  return Promise.race([answer, late]).finally(() => giveUp.abort());
}
