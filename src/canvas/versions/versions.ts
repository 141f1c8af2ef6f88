import { onlyRow, type Sql } from '../../database/statement.ts';
import { Slice } from '../../slices.ts';
import { type StoredChangeSet, storedChangeSet } from '../model/changes/changeSetSchema.ts';
import { canvasObject } from '../model/object.ts';
import { compareDrawingOrder } from '../model/objectKinds.ts';
import { readObjects, type StoredObject } from './objectRows.ts';
import { readChanges } from './sql/readChanges.ts';
import { type Reversal, readReversals } from './sql/readReversals.ts';
import { type ReverseChange, readReverseChanges, type UncheckedObject } from './sql/readReverseChanges.ts';

/**
 * The objects of a canvas in one of its versions, in drawing order. 0 is the empty canvas before the first.
 * @param tx A transaction in which nobody else changes the canvas.
 */
export async function readObjectsAt(tx: Sql, canvasId: string, number: number): Promise<StoredObject[]> {
  return onlyRow([...(await readStates(tx, canvasId, [number])).values()]);
}

/** Versions whose changes are in memory at the same time: each may be as large as the canvas. */
const versionsAtOnce = 10;

type UncheckedState = Map<string, { object: UncheckedObject; createdByJobId: string | null }>;

/**
 * Reads the objects of several versions, each in drawing order, in one walk from the newest version back to the oldest
 * of these. Versions share objects that are the same.
 * @param tx A transaction in which nobody else changes the canvas, or which sees one snapshot.
 * @param numbers Numbers of versions; above the newest one, the newest state; 0 is the empty canvas.
 */
export async function readStates(
  tx: Sql,
  canvasId: string,
  numbers: readonly number[],
): Promise<Map<number, StoredObject[]>> {
  const wanted = [...new Set(numbers)].toSorted((a, b) => b - a);
  const current = await readObjects(tx, canvasId);
  const state: UncheckedState = new Map(current.map((stored) => [stored.object.id, stored]));
  const checked = new WeakMap<UncheckedObject, StoredObject>(
    current.map((stored) => [stored.object, stored]),
  );
  const states = new Map<number, StoredObject[]>();
  const slice = new Slice();
  // Records the wanted states that the walk has reached; it reverts the version `below` next.
  const reach = async (below: number) => {
    for (let next = wanted[0]; next !== undefined && next >= below; next = wanted[0]) {
      states.set(next, sorted(state, canvasId, checked));
      wanted.shift();
    }
    if (slice.isOver) await slice.next();
  };
  let last = beyondAll;
  while (wanted.length > 0) {
    const oldest = wanted.at(-1) ?? 0;
    const page = { canvasId, above: oldest, below: last, limit: versionsAtOnce };
    const changes = await readReverseChanges(tx, page);
    for (const change of changes) {
      await reach(change.number);
      revert(state, change);
      last = change.number;
    }
    if (changes.length < versionsAtOnce) await reach(0);
  }
  return states;
}

const beyondAll = 2_147_483_647;

function revert(state: UncheckedState, { added, before, deleted, creators }: ReverseChange): void {
  for (const id of added ?? []) state.delete(id);
  for (const object of before ?? []) {
    const stored = state.get(object.id);
    if (stored !== undefined) state.set(object.id, { ...stored, object });
  }
  for (const object of deleted)
    state.set(object.id, { object, createdByJobId: creators?.[object.id] ?? null });
}

/** @throws ZodError An object is invalid. */
function sorted(
  state: UncheckedState,
  canvasId: string,
  checked: WeakMap<UncheckedObject, StoredObject>,
): StoredObject[] {
  const objects = [...state.values()].map(({ object, createdByJobId }) => {
    const known = checked.get(object);
    if (known !== undefined && known.createdByJobId === createdByJobId) return known;
    const stored = { object: known?.object ?? canvasObject.parse(object), canvasId, createdByJobId };
    checked.set(object, stored);
    return stored;
  });
  return objects.sort(({ object: a }, { object: b }) => compareDrawingOrder(a, b));
}

/** The change set of a version; null if it doesn't exist. */
export async function readChangeSet(
  sql: Sql,
  canvasId: string,
  number: number,
): Promise<StoredChangeSet | null> {
  const version = await readChanges(sql, { canvasId, number });
  return version === undefined ? null : storedChangeSet.parse(version.changes);
}

/**
 * The version that undid this one: an undo that was not undone itself, or the restore of an earlier state. Null if
 * there is none.
 */
export async function undoneBy(sql: Sql, canvasId: string, number: number): Promise<number | null> {
  return (await undoneByEach(sql, canvasId, [number])).get(number) ?? null;
}

/** The same for several versions of a canvas, in one statement. */
export async function undoneByEach(
  sql: Sql,
  canvasId: string,
  numbers: readonly number[],
): Promise<Map<number, number | null>> {
  const above = Math.min(beyondAll, ...numbers);
  const reversals = await readReversals(sql, { canvasId, above });
  return new Map(numbers.map((number) => [number, whoUndid(reversals, number)]));
}

/**
 * Walks from the newest version back to this one, skipping versions that a restore has undone.
 * @param reversals The undos and restores above `number`, newest first.
 */
function whoUndid(reversals: readonly Reversal[], number: number): number | null {
  const undone = new Set<number>();
  let newest = beyondAll;
  for (const { number: here, kind, source } of reversals) {
    if (here <= number) return null;
    if (here > newest || source === null || undone.has(here)) continue;
    if (kind === 'RESTORE') {
      if (source < number) return here;
      newest = source;
    } else {
      if (source === number) return here;
      undone.add(source);
    }
  }
  return null;
}
