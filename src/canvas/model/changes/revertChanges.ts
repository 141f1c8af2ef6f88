import { dequal } from 'dequal';
import { maxObjectsPerCanvas } from '../limits.ts';
import type { CanvasObject } from '../object.ts';
import { isBox } from '../objectKinds.ts';
import { byId, type ChangeSet, invertChanges } from './changeSet.ts';
import { type Rebased, type RebaseRules, rebase } from './rebase.ts';

/** An added object that has only been moved or reordered since is still deleted. */
const rules: RebaseRules = { deleteAlthough: ['place', 'path', 'order', 'frame'] };

/**
 * Reverts a change set. If none of its objects has changed since, the state before is restored exactly: connectors
 * keep their paths, and locks don't matter. Otherwise the inverse is rebased.
 */
export function revertChanges(current: readonly CanvasObject[], changes: ChangeSet): Rebased {
  const wanted = invertChanges(changes);
  return appliesExactly(current, wanted)
    ? { changes: wanted, conflicts: [] }
    : rebase(current, wanted, rules);
}

/** Whether a change set applies exactly: its objects have not changed, and the result is consistent. */
function appliesExactly(current: readonly CanvasObject[], { added, updated, deleted }: ChangeSet): boolean {
  const present = byId(current);
  const isAsKnown = (object: CanvasObject) => dequal(present.get(object.id), object);
  if (added.some(({ id }) => present.has(id))) return false;
  if (!deleted.every(isAsKnown) || !updated.every(({ before }) => isAsKnown(before))) return false;
  for (const { id } of deleted) present.delete(id);
  for (const object of [...added, ...updated.map(({ after }) => after)]) present.set(object.id, object);
  return present.size <= maxObjectsPerCanvas && isConsistent(present);
}

/** Whether every reference resolves, and frames form no cycle. */
function isConsistent(objects: ReadonlyMap<string, CanvasObject>): boolean {
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
