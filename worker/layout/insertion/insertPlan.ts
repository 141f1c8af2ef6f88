import { type ChangeSet, diffObjects } from '../../../src/canvas/model/changes/changeSet.ts';
import { type Conflict, describeConflicts } from '../../../src/canvas/model/changes/conflict.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import type { PlanContent } from '../../plan/planContent.ts';
import { place } from './placing/place.ts';
import { redrawPlan } from './redrawing/redrawPlan.ts';
import { redrawSequence } from './redrawing/redrawSequence.ts';
import { arrange } from './updates/arrange.ts';
import { updateCanvas } from './updates/updates.ts';

export type InsertionRequest = {
  plan: PlanContent;
  /** Objects that the planner was shown. */
  existing: readonly CanvasObject[];
  /** Ids of the only objects that may change; none: all may. */
  selection: readonly string[];
  /** Objects on the canvas now: it may have changed since the planner was shown `existing`. */
  now: readonly CanvasObject[];
  /** Ids of objects that a person has placed: they are not moved to make room. */
  placed: readonly string[];
};

/** The changes of a plan, and messages about what could not be done. */
export type InsertedPlan = { changes: ChangeSet; warnings: string[] };

/** Lays out a plan on a canvas. The plan may be incomplete. */
export async function insertPlan({
  plan,
  existing,
  selection,
  now,
  placed,
}: InsertionRequest): Promise<InsertedPlan> {
  const mayChange = changeableOf(now, selection);
  const { objects, moves, conflicts } = updateCanvas(plan, existing, now, mayChange);
  const byHand = new Set(placed);
  const mayShift = (id: string) => mayChange(id) && !byHand.has(id);
  // What a layout has placed, nobody has: it may make room even if a person has moved all of it at once.
  const rules = { mayChange, mayShift };
  const redrawn =
    (await redrawSequence(plan, objects, rules)) ??
    (await redrawPlan({ plan, before: now, after: objects }, rules));
  const { objects: changed, warnings } = await place(plan, objects, {
    before: now,
    mayChange,
    mayShift,
    moves,
    redrawn,
  });
  const after = await arrangeAll(changed, plan, selection);
  const unapplied = describeConflicts([...conflicts, ...withoutEnds(plan, after)]);
  return { changes: diffObjects(now, after), warnings: [...unapplied, ...warnings] };
}

/** Lays out again what the plan names; all of a selection if it names nothing. Locked objects keep their places. */
async function arrangeAll(
  objects: readonly CanvasObject[],
  { arrangement }: PlanContent,
  selection: readonly string[],
): Promise<readonly CanvasObject[]> {
  if (arrangement === null) return objects;
  const selected = selection.length === 0 ? null : selection;
  return arrange(
    objects,
    { ...arrangement, targets: arrangement.targets ?? selected },
    changeableOf(objects, []),
  );
}

/** New connectors whose ends have been deleted since. */
function withoutEnds({ links }: PlanContent, after: readonly CanvasObject[]): Conflict[] {
  const ids = new Set(after.map(({ id }) => id));
  return links.flatMap(({ id }) => (ids.has(id) ? [] : [{ objectId: id, reason: 'ENDS_GONE', aspects: [] }]));
}

/** Locked objects, and those outside of the selection, must not change; new objects may. */
function changeableOf(now: readonly CanvasObject[], selection: readonly string[]): (id: string) => boolean {
  const selected = new Set(selection);
  const fixed = now.filter(({ id, locked }) => locked || (selected.size > 0 && !selected.has(id)));
  const fixedIds = new Set(fixed.map(({ id }) => id));
  return (id) => !fixedIds.has(id);
}
