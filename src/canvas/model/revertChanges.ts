import { dequal } from 'dequal';
import { byId, type ChangeSet, invertChanges } from './changeSet.ts';
import { maxObjectsPerCanvas } from './limits.ts';
import type { CanvasObject } from './object.ts';
import { isBox } from './objectKinds.ts';
import { type Rebased, type RebaseRules, rebase } from './rebase.ts';

/** What has only been moved since, or lies elsewhere in the order, was nobody's work: it goes with its job. */
const rules: RebaseRules = { deleteAlthough: ['place', 'path', 'order', 'frame'] };

/**
 * The change that reverts another one on a canvas. Where nothing that it touched has changed since, everything
 * becomes exactly as it was before: no connector gets another path, and no lock is in the way. Otherwise the
 * inverse is fitted to the canvas, see `rebase`.
 */
export function revertChanges(current: readonly CanvasObject[], changes: ChangeSet): Rebased {
  const wanted = invertChanges(changes);
  return fitsExactly(current, wanted) ? { changes: wanted, conflicts: [] } : rebase(current, wanted, rules);
}

/** Whether a change can be made just as it is: it was made for the objects as they are, and leaves a sound canvas. */
function fitsExactly(current: readonly CanvasObject[], { added, updated, deleted }: ChangeSet): boolean {
  const present = byId(current);
  const isAsKnown = (object: CanvasObject) => dequal(present.get(object.id), object);
  if (added.some(({ id }) => present.has(id))) return false;
  if (!deleted.every(isAsKnown) || !updated.every(({ before }) => isAsKnown(before))) return false;
  for (const { id } of deleted) present.delete(id);
  for (const object of [...added, ...updated.map(({ after }) => after)]) present.set(object.id, object);
  return present.size <= maxObjectsPerCanvas && isSound(present);
}

/** Whether everything that objects refer to is there, and no frame lies in itself. */
function isSound(objects: ReadonlyMap<string, CanvasObject>): boolean {
  for (const object of objects.values()) {
    if (object.kind === 'CONNECTOR') {
      if (!isBox(objects.get(object.fromId)) || !isBox(objects.get(object.toId))) return false;
      continue;
    }
    const seen = new Set([object.id]);
    for (let at = object.parentId; at !== null; ) {
      const parent = objects.get(at);
      if (parent?.kind !== 'FRAME' || seen.has(at)) return false;
      seen.add(at);
      at = parent.parentId;
    }
  }
  return true;
}
