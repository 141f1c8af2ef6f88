import DataLoader from 'dataloader';
import type pg from 'pg';
import { inTransaction } from '../../database/connection.ts';
import type { StoredChangeSet } from '../model/changeSetSchema.ts';
import { findObjects, readObjects, type StoredObject } from './objectRows.ts';
import { existingVersions, readChangeSet, readStates, undoneByEach } from './versions.ts';

/** What is on canvases, as the fields of one operation ask for it. */
export type CanvasReader = {
  /** Everything on a canvas in its newest version, in drawing order. */
  objects(canvasId: string): Promise<StoredObject[]>;
  /** The same in one of its versions; null when there is no such version, or no longer. */
  objectsAt(canvasId: string, number: number): Promise<StoredObject[] | null>;
  /** What a version changed; null when there is no such version. */
  changes(canvasId: string, number: number): Promise<StoredChangeSet | null>;
  /** See `undoneBy`. */
  undoneBy(canvasId: string, number: number): Promise<number | null>;
  /** An object by its database id, whoever owns it; null when it is on no canvas. */
  object(id: string): Promise<StoredObject | null>;
};

type VersionKey = { canvasId: string; number: number };
type StateKey = { canvasId: string; number: number | null };

/** Does some reading when its turn has come. @throws Error Nothing more is to be read. */
export type InTurn = <T>(read: () => Promise<T>) => Promise<T>;

/** Nothing is kept: a subscription reads the same fields again and again. */
const together = { cache: false };

/**
 * Reads for one operation. What is asked for in the same moment, such as by the versions of a page or by several
 * aliases, is read together: the states of one canvas in one walk through its versions. An operation reads one
 * canvas after another as `inTurn` lets it, so nobody takes all connections to the database.
 */
export function createCanvasReader(pool: pg.Pool, inTurn: InTurn): CanvasReader {
  // Loaded are functions, not the objects: the first canvas need not wait until all have been read.
  const states = new DataLoader<StateKey, () => Promise<StoredObject[] | null>>(async (keys) => {
    const canvases = Map.groupBy(keys, ({ canvasId }) => canvasId);
    const reads = new Map(
      [...canvases].map(
        ([canvasId, of]) => [canvasId, inTurn(() => readCanvas(pool, canvasId, of))] as const,
      ),
    );
    return keys.map(
      ({ canvasId, number }) =>
        async () =>
          (await reads.get(canvasId))?.get(number) ?? [],
    );
  }, together);
  const undone = new DataLoader<VersionKey, number | null>(async (keys) => {
    const canvases = [...Map.groupBy(keys, ({ canvasId }) => canvasId)];
    const found = new Map<string, Map<number, number | null>>();
    for (const [canvasId, of] of canvases) {
      const numbers = of.map(({ number }) => number);
      found.set(canvasId, await inTurn(() => undoneByEach(pool, canvasId, numbers)));
    }
    return keys.map(({ canvasId, number }) => found.get(canvasId)?.get(number) ?? null);
  }, together);
  const single = new DataLoader<string, StoredObject | null>(async (ids) => {
    const found = await inTurn(() => findObjects(pool, ids));
    return ids.map((id) => found.get(id) ?? null);
  }, together);
  return {
    objects: async (canvasId) => (await (await states.load({ canvasId, number: null }))()) ?? [],
    objectsAt: async (canvasId, number) => (await states.load({ canvasId, number }))(),
    changes: (canvasId, number) => inTurn(() => readChangeSet(pool, canvasId, number)),
    undoneBy: (canvasId, number) => undone.load({ canvasId, number }),
    object: (id) => single.load(id),
  };
}

async function readCanvas(
  pool: pg.Pool,
  canvasId: string,
  keys: readonly StateKey[],
): Promise<Map<number | null, StoredObject[]>> {
  const numbers = keys.flatMap(({ number }) => (number === null ? [] : [number]));
  const states = new Map<number | null, StoredObject[]>();
  if (numbers.length < keys.length) states.set(null, await readObjects(pool, canvasId));
  if (numbers.length === 0) return states;
  return inTransaction(pool, async (tx) => {
    // The versions have to be those that the objects are of.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const present = await existingVersions(tx, canvasId, numbers);
    for (const [number, objects] of await readStates(tx, canvasId, present)) states.set(number, objects);
    return states;
  });
}
