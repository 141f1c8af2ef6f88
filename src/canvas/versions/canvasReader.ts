import DataLoader from 'dataloader';
import type pg from 'pg';
import { inSnapshot } from '../../database/transaction.ts';
import type { StoredChangeSet } from '../model/changes/changeSetSchema.ts';
import { findObjects, readObjects, type StoredObject } from './objectRows.ts';
import { findVersionNumbers } from './sql/findVersionNumbers.ts';
import { readChangeSet, readStates, undoneByEach } from './versions.ts';

/** Reads objects and versions of canvases for the fields of one operation. */
export type CanvasReader = {
  /** The objects of the newest version, in drawing order. */
  objects(canvasId: string): Promise<StoredObject[]>;
  /** The objects of one version; null if it doesn't exist, or was joined into a later one. */
  objectsAt(canvasId: string, number: number): Promise<StoredObject[] | null>;
  /** The change set of a version; null if it doesn't exist. */
  changes(canvasId: string, number: number): Promise<StoredChangeSet | null>;
  /** See `undoneBy`. */
  undoneBy(canvasId: string, number: number): Promise<number | null>;
  /** An object by its database id, of any owner; null if it doesn't exist. */
  object(id: string): Promise<StoredObject | null>;
};

type VersionKey = { canvasId: string; number: number };
type StateKey = { canvasId: string; number: number | null };

/** Runs a read when it is the operation's turn. @throws Error The operation may not read any more. */
export type InTurn = <T>(read: (pool: pg.Pool) => Promise<T>) => Promise<T>;

/** A subscription reads the same fields repeatedly. */
const batchOnly = { cache: false };

/**
 * Creates a reader for one operation. Requests of the same tick, as from a page of versions or from aliases, are
 * batched: the states of one canvas are read in one walk through its versions. `inTurn` lets an operation read one
 * canvas after another, so that it doesn't take all database connections.
 */
export function createCanvasReader(inTurn: InTurn): CanvasReader {
  // Functions, not objects, are loaded: so the first canvas doesn't wait until all have been read.
  const states = new DataLoader<StateKey, () => Promise<StoredObject[] | null>>(async (keys) => {
    const canvases = Map.groupBy(keys, ({ canvasId }) => canvasId);
    const reads = new Map(
      [...canvases].map(
        ([canvasId, of]) => [canvasId, inTurn((pool) => readCanvas(pool, canvasId, of))] as const,
      ),
    );
    return keys.map(
      ({ canvasId, number }) =>
        async () =>
          (await reads.get(canvasId))?.get(number) ?? [],
    );
  }, batchOnly);
  const undone = new DataLoader<VersionKey, number | null>(async (keys) => {
    const canvases = [...Map.groupBy(keys, ({ canvasId }) => canvasId)];
    const found = new Map<string, Map<number, number | null>>();
    for (const [canvasId, of] of canvases) {
      const numbers = of.map(({ number }) => number);
      found.set(canvasId, await inTurn((pool) => undoneByEach(pool, canvasId, numbers)));
    }
    return keys.map(({ canvasId, number }) => found.get(canvasId)?.get(number) ?? null);
  }, batchOnly);
  const single = new DataLoader<string, StoredObject | null>(async (ids) => {
    const found = await inTurn((pool) => findObjects(pool, ids));
    return ids.map((id) => found.get(id) ?? null);
  }, batchOnly);
  return {
    objects: async (canvasId) => (await (await states.load({ canvasId, number: null }))()) ?? [],
    objectsAt: async (canvasId, number) => (await states.load({ canvasId, number }))(),
    changes: (canvasId, number) => inTurn((pool) => readChangeSet(pool, canvasId, number)),
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
  return inSnapshot(pool, async (tx) => {
    const present = await findVersionNumbers(tx, { canvasId, numbers });
    for (const [number, objects] of await readStates(tx, canvasId, present)) states.set(number, objects);
    return states;
  });
}
