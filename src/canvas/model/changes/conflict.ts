import { maxObjectsPerCanvas } from '../limits.ts';
import type { Aspect } from './aspects.ts';

/** Why a part of a change set could not be applied. */
export type ConflictReason =
  | 'CHANGED'
  | 'GONE'
  | 'LOCKED'
  | 'ENDS_GONE'
  | 'FRAME_GONE'
  | 'FRAME_CYCLE'
  | 'LIMIT';

/** A part of a change set that could not be applied; no aspects: the whole object. */
export type Conflict = { objectId: string; reason: ConflictReason; aspects: Aspect[] };

const reasons: Record<ConflictReason, string> = {
  CHANGED: 'somebody has changed the same on the canvas meanwhile',
  GONE: 'it has been deleted from the canvas meanwhile',
  LOCKED: 'it is locked',
  ENDS_GONE: 'what it joins is not on the canvas',
  FRAME_GONE: 'the frame that it should be in is not on the canvas',
  FRAME_CYCLE: 'a frame cannot be inside itself, or inside a frame that it contains',
  LIMIT: `a canvas holds at most ${maxObjectsPerCanvas.toLocaleString('en')} objects`,
};

export function describeConflict({ reason }: Pick<Conflict, 'reason'>): string {
  return `Not done: ${reasons[reason]}.`;
}

/** One sentence for each reason, with the number of changes. */
export function describeConflicts(conflicts: readonly Conflict[]): string[] {
  return [...Map.groupBy(conflicts, ({ reason }) => reason)].map(([reason, all]) =>
    all.length === 1
      ? `1 change was left out: ${reasons[reason]}.`
      : `${all.length} changes were left out, of each the reason: ${reasons[reason]}.`,
  );
}
