import { type ChangeSet, diffObjects } from '../../src/canvas/model/changeSet.ts';
import { type Conflict, describeConflicts } from '../../src/canvas/model/conflict.ts';
import type { CanvasObject } from '../../src/canvas/model/object.ts';
import { place } from '../layout/insertion/place.ts';
import { updateCanvas } from '../layout/insertion/updates.ts';
import type { PlanDraft } from '../plan/planDraft.ts';
import type { Generation } from './generation.ts';

/** What a plan comes to on a canvas, and what of it could not be done, in words. */
export type PlannedChange = { changes: ChangeSet; warnings: string[] };

/**
 * What the plan so far comes to.
 * @param now what is on the canvas now: it may have been changed since the planner was shown it
 */
export async function changeCanvas(
  { draft, existing, founder }: Pick<Generation, 'draft' | 'existing' | 'founder'>,
  now: readonly CanvasObject[],
): Promise<PlannedChange> {
  const mayChange = changeableOf(now, founder.selection);
  const { objects, moves, conflicts } = updateCanvas(draft, existing, now, mayChange);
  const after = await place(draft, objects, { mayChange, moves });
  const warnings = describeConflicts([...conflicts, ...withoutEnds(draft, after)]);
  return { changes: diffObjects(now, after), warnings };
}

/** New connectors that join what has been deleted meanwhile. */
function withoutEnds({ links }: PlanDraft, after: readonly CanvasObject[]): Conflict[] {
  const there = new Set(after.map(({ id }) => id));
  return links.flatMap(({ id }) =>
    there.has(id) ? [] : [{ objectId: id, reason: 'ENDS_GONE', aspects: [] }],
  );
}

/** Locked objects, and those outside of the selection, stay as they are; what is new may be changed. */
function changeableOf(now: readonly CanvasObject[], selection: readonly string[]): (id: string) => boolean {
  const selected = new Set(selection);
  const fixed = now.filter(({ id, locked }) => locked || (selected.size > 0 && !selected.has(id)));
  const fixedIds = new Set(fixed.map(({ id }) => id));
  return (id) => !fixedIds.has(id);
}
