import { dequal } from 'dequal';
import { maxObjectsPerCanvas } from '../limits.ts';
import type { CanvasObject } from '../object.ts';
import { isBox, isConnector } from '../objectKinds.ts';
import { attached, followEnds } from '../routes/followEnds.ts';
import { rerouted, straightener } from '../routes/reroute.ts';
import { maxRoutedConnectors } from '../routes/routeAround.ts';
import { type Aspect, changedAspects, withAspects } from './aspects.ts';
import { byId, type ChangeSet } from './changeSet.ts';
import type { Conflict, ConflictReason } from './conflict.ts';

/** A change set for the current version, and the parts of the original one that could not be applied. */
export type Rebased = { changes: ChangeSet; conflicts: Conflict[] };

export type RebaseRules = {
  /** An object is deleted even if these aspects of it have changed since. */
  deleteAlthough: readonly Aspect[];
};

const strict: RebaseRules = { deleteAlthough: [] };

/**
 * Rebases a change set onto the current version of a canvas. Changes that were committed since are kept: a deleted
 * object is not updated, an updated one is not deleted, and of an object that both change, each aspect that was
 * changed since is kept. Locked objects are not changed.
 *
 * A connector is deleted with either of its ends, and follows them when they move. The contents of a deleted frame
 * stay on the canvas.
 */
export function rebase(
  current: readonly CanvasObject[],
  wanted: ChangeSet,
  rules: RebaseRules = strict,
): Rebased {
  const conflicts: Conflict[] = [];
  const report = (objectId: string, reason: ConflictReason, aspects: Iterable<Aspect> = []) =>
    conflicts.push({ objectId, reason, aspects: [...aspects] });

  const deletedIds = deletionsOf(current, wanted, rules, report);
  const deleted = current.filter((object) => deletedIds.has(object.id) || losesAnEnd(object, deletedIds));
  const goneIds = new Set(deleted.map(({ id }) => id));
  const kept = current.filter(({ id }) => !goneIds.has(id));

  const added = additionsOf(kept, wanted, report);
  const frames = new Set([...kept, ...added].flatMap(({ id, kind }) => (kind === 'FRAME' ? [id] : [])));
  const boxes = new Set([...kept, ...added].filter(isBox).map(({ id }) => id));

  const after = updatesOf(current, kept, wanted, boxes, report);
  const settle = parentSettler([...after.values(), ...added], { before: byId(kept), frames }, report);
  const bind = endBinder(byId(current), new Map([...byId(added), ...after]));
  const updated = kept.flatMap((before) => {
    const now = bind(settle(after.get(before.id) ?? before));
    return dequal(before, now) ? [] : [{ before, after: now }];
  });
  return { changes: { added: added.map((object) => bind(settle(object))), updated, deleted }, conflicts };
}

type Report = (objectId: string, reason: ConflictReason, aspects?: Iterable<Aspect>) => void;

function losesAnEnd(object: CanvasObject, goneIds: ReadonlySet<string>): boolean {
  return object.kind === 'CONNECTOR' && (goneIds.has(object.fromId) || goneIds.has(object.toId));
}

function deletionsOf(
  current: readonly CanvasObject[],
  wanted: ChangeSet,
  { deleteAlthough }: RebaseRules,
  report: Report,
): Set<string> {
  const [present, held] = [byId(current), heldByLocks(current)];
  const ids = new Set<string>();
  for (const object of wanted.deleted) {
    const now = present.get(object.id);
    if (now === undefined) continue;
    const changed = changedAspects(object, now);
    for (const aspect of deleteAlthough) changed.delete(aspect);
    if (now.locked || held.has(now.id)) report(now.id, 'LOCKED');
    else if (changed.size > 0) report(now.id, 'CHANGED', changed);
    else ids.add(now.id);
  }
  return ids;
}

/** Ends and frames of locked objects: deleting these would change the locked objects. */
function heldByLocks(current: readonly CanvasObject[]): Set<string> {
  const held = current.flatMap((object) => {
    if (!object.locked) return [];
    return object.kind === 'CONNECTOR' ? [object.fromId, object.toId] : [object.parentId];
  });
  return new Set(held.filter((id) => id !== null));
}

/** Added objects that are not on the canvas yet, whose ends are, and that the limit allows. */
function additionsOf(kept: readonly CanvasObject[], wanted: ChangeSet, report: Report): CanvasObject[] {
  const present = byId(kept);
  const boxes = new Set(kept.filter(isBox).map(({ id }) => id));
  let room = maxObjectsPerCanvas - kept.length;
  const accepted = new Set<CanvasObject>();
  // Boxes first: connectors may join only accepted ones.
  for (const object of [...wanted.added.filter(isBox), ...wanted.added.filter(isConnector)]) {
    const there = present.get(object.id);
    if (there !== undefined) {
      // A drawing order that the client did not give is no conflict.
      const differing = changedAspects(object, there);
      differing.delete('order');
      if (differing.size > 0) report(object.id, 'CHANGED', differing);
    } else if (object.kind === 'CONNECTOR' && !(boxes.has(object.fromId) && boxes.has(object.toId))) {
      report(object.id, 'ENDS_GONE');
    } else if (room <= 0) {
      report(object.id, 'LIMIT');
    } else {
      room -= 1;
      accepted.add(object);
      if (isBox(object)) boxes.add(object.id);
    }
  }
  return wanted.added.filter((object) => accepted.has(object));
}

/** The kept objects with their updates, by id. */
function updatesOf(
  current: readonly CanvasObject[],
  kept: readonly CanvasObject[],
  wanted: ChangeSet,
  boxes: ReadonlySet<string>,
  report: Report,
): Map<string, CanvasObject> {
  const after = byId(kept);
  const wasThere = byId(current);
  for (const { before, after: mine } of wanted.updated) {
    const theirs = after.get(mine.id);
    if (theirs === undefined) {
      if (!wasThere.has(mine.id)) report(mine.id, 'GONE');
      continue;
    }
    after.set(mine.id, merged(before, mine, theirs, boxes, report));
  }
  return after;
}

function merged(
  before: CanvasObject,
  mine: CanvasObject,
  theirs: CanvasObject,
  boxes: ReadonlySet<string>,
  report: Report,
): CanvasObject {
  const wanted = changedAspects(before, mine);
  const changed = changedAspects(before, theirs);
  if (theirs.locked && !wanted.has('lock')) {
    report(mine.id, 'LOCKED', wanted);
    return theirs;
  }
  // The same change on both sides is no conflict.
  const differing = changedAspects(mine, theirs);
  const conflicts = [...wanted].filter((aspect) => changed.has(aspect) && differing.has(aspect));
  if (conflicts.length > 0) report(mine.id, 'CHANGED', conflicts);
  for (const aspect of conflicts) wanted.delete(aspect);
  if (wanted.has('ends') && mine.kind === 'CONNECTOR' && !(boxes.has(mine.fromId) && boxes.has(mine.toId))) {
    report(mine.id, 'ENDS_GONE', ['ends', 'path']);
    wanted.delete('ends');
    wanted.delete('path');
  }
  return withAspects(theirs, mine, wanted);
}

/** Makes connectors follow boxes that have moved, unless their own path has changed. */
function endBinder(before: ReadonlyMap<string, CanvasObject>, after: ReadonlyMap<string, CanvasObject>) {
  let routed = 0;
  const straighten = straightener(before, after);
  return (object: CanvasObject): CanvasObject => {
    if (object.kind !== 'CONNECTOR') return object;
    const was = before.get(object.id);
    if (was === undefined || changedAspects(was, object).has('path'))
      return attached(object, (id) => after.get(id));
    const followed = followEnds(
      object,
      (id) => before.get(id),
      (id) => after.get(id),
    );
    if (routed >= maxRoutedConnectors) return followed;
    const path = followed === object ? straighten(object) : rerouted(object, followed, before, after);
    if (path !== object) routed += 1;
    return path;
  };
}

/**
 * Reports references to frames that don't exist, and frames within themselves. Such an object stays in the frame that it
 * was in; what was in a frame that is gone is in none.
 */
function parentSettler(
  objects: readonly CanvasObject[],
  { before, frames }: { before: ReadonlyMap<string, CanvasObject>; frames: ReadonlySet<string> },
  report: Report,
) {
  const parents = new Map(objects.filter(isBox).map(({ id, parentId }) => [id, parentId]));
  const isInCycle = (id: string) => {
    const seen = new Set<string>();
    for (let at = parents.get(id) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  const isIn = (id: string, parentId: string) => {
    parents.set(id, parentId);
    return frames.has(parentId) && !isInCycle(id);
  };
  return <T extends CanvasObject>(object: T): T => {
    if (object.kind === 'CONNECTOR' || object.parentId === null) return object;
    const { id, parentId } = object;
    if (isIn(id, parentId)) return object;
    const was = before.get(id);
    const former = isBox(was) ? was.parentId : null;
    if (former !== parentId) report(id, frames.has(parentId) ? 'FRAME_CYCLE' : 'FRAME_GONE', ['frame']);
    if (former !== null && former !== parentId && isIn(id, former)) return { ...object, parentId: former };
    parents.set(id, null);
    return { ...object, parentId: null };
  };
}
