import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import { connect, type Database } from '../connection.ts';
import { hasReplayed } from './sql/hasReplayed.ts';
import { readFlushedPosition } from './sql/readFlushedPosition.ts';
import { type ReplicaState, type ReplicaWatch, watchReplica } from './watchReplica.ts';

/** Reads, and writes nothing. It may be called twice. */
export type Read = <T>(read: (database: Pick<Database, 'pool' | 'prisma'>) => Promise<T>) => Promise<T>;

/**
 * Chooses where to read: the one place that knows the replica. Whatever fails there is read again on the primary, which
 * then gives the error, if it is the caller's.
 */
export type Reads = {
  /** On the primary. */
  own: Read;
  /** A state that has everything which was committed before; on the replica if that has it at once. */
  current: Read;
  /** A state of the last ten seconds; on the replica if that is not further behind. */
  recent: Read;
  /** Null without a replica. */
  replica: () => ReplicaState | null;
  /** How many reads that were meant for the replica went where. */
  served: Readonly<{ replica: number; primary: number }>;
  close(): Promise<void>;
};

/** How often, and after how many milliseconds each, a replica is asked whether it has caught up. */
const catchUp = { times: 5, everyMs: 10 };
/** Milliseconds for the replica's connections to end: it may hang. */
const closeTimeoutMs = 1_000;

export type ReadsOptions = {
  /** Address of the replica; undefined: there is none. */
  url: string | undefined;
  /** Connections at most. */
  size: number;
  /** As of `connect`. */
  slowMs: number;
  log: Logger;
};

export function createReads(primary: Database, { url, size, slowMs, log }: ReadsOptions): Reads {
  const own: Read = (read) => read(primary);
  const served = { replica: 0, primary: 0 };
  if (url === undefined) {
    return { own, current: own, recent: own, replica: () => null, served, close: async () => undefined };
  }
  const replica = connect(url, size, log, slowMs);
  const watch = watchReplica(primary.pool, replica.pool, log);
  const hasCaughtUp = () => isCaughtUp(primary, replica);
  const readThere =
    (isFit: () => Promise<boolean>): Read =>
    async (read) => {
      const found = await onReplica(watch, async () =>
        (await isFit()) ? { value: await read(replica) } : null,
      );
      served[found === null ? 'primary' : 'replica'] += 1;
      return found === null ? read(primary) : found.value;
    };
  return {
    own,
    current: readThere(hasCaughtUp),
    recent: readThere(async () => true),
    replica: watch.state,
    served,
    async close() {
      await watch.stop();
      await Promise.race([replica.close(), delay(closeTimeoutMs, undefined, { ref: false })]);
    },
  };
}

/** @returns Null when the replica is not used, goes away meanwhile, or fails. */
async function onReplica<T>(watch: ReplicaWatch, work: () => Promise<T | null>): Promise<T | null> {
  if (watch.state().whyUnused !== null) return null;
  return Promise.race([work(), watch.away()]).catch(() => null);
}

/** Whether a replica has all that was committed when this was called; it gets a moment. */
async function isCaughtUp(primary: Database, replica: Database): Promise<boolean> {
  const position = await readFlushedPosition(primary.pool);
  for (let asked = 1; ; asked += 1) {
    const [isThere] = (await hasReplayed(replica.pool, { positions: [position] })) ?? [];
    if (isThere || asked === catchUp.times) return isThere === true;
    await delay(catchUp.everyMs);
  }
}
