import { applyChanges, movedBoxIds } from '../../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { type ServerIds, toLocal } from './localIds.ts';
import type { Direction, VersionChange } from './requests.ts';
import { nextTarget, type Step } from './steps.ts';

/** A saved canvas, with the server's ids. */
export type SavedCanvas = {
  versionNumber: number;
  objects: readonly CanvasObject[];
  /** The versions to revert for the user's next undo and redo; null: there is none. */
  undoable: number | null;
  redoable: number | null;
};

/** A user's changes of a canvas, from the editor to the server. */
export type EditSession = {
  /** The canvas as last confirmed by the server. */
  saved: SavedCanvas;
  serverIds: ServerIds;
  /**
   * The step in flight; null when there is none. A step that may not have arrived is sent again unchanged; the server
   * applies it once.
   */
  sending: Step | null;
  isUnderway: boolean;
  /** Whether `sending` is sent again. */
  isRepeated: boolean;
  /** The steps to send after it, one at a time. */
  waiting: readonly Step[];
  nextStepId: number;
  /** UUIDs for the objects that the waiting steps add. */
  newIds: ServerIds;
  /** Changes of versions, as far as they are known: an undo of these is shown before the server answers. */
  changesOf: ReadonlyMap<number, VersionChange>;
  /** The version that was reverted last. */
  lastReverted: number | null;
  /** A newer state that was read while a step was in flight. */
  newer: SavedCanvas | null;
  /** Whether the last request failed. */
  failed: boolean;
  /** Objects that the user changed or deleted while a job was running: its preview of them is outdated. */
  touched: ReadonlySet<string>;
  /** Messages of the server about the last changes. */
  notices: readonly string[];
  /** What the canvas could not hold of the user's last change. The next change clears them. */
  notes: readonly string[];
};

export function beginSession(canvas: SavedCanvas): EditSession {
  return {
    saved: canvas,
    serverIds: NO_IDS,
    sending: null,
    isUnderway: false,
    isRepeated: false,
    waiting: [],
    nextStepId: 1,
    newIds: NO_IDS,
    changesOf: new Map(),
    lastReverted: null,
    newer: null,
    failed: false,
    touched: NOTHING,
    notices: [],
    notes: [],
  };
}

export const NOTHING: ReadonlySet<string> = new Set();
const NO_IDS: ServerIds = new Map();
/** The objects that the editor shows: the saved ones with all unsaved steps applied. */
export function shownObjects(session: EditSession): readonly CanvasObject[] {
  return withSteps(savedObjects(session), stepsOf(session));
}

export function savedObjects({ saved, serverIds }: EditSession): readonly CanvasObject[] {
  return toLocal(saved.objects, serverIds);
}

/** The unsaved steps, in their order. */
export function stepsOf({ sending, waiting }: EditSession): readonly Step[] {
  return [...(sending ? [sending] : []), ...waiting];
}

export function withSteps(objects: readonly CanvasObject[], steps: readonly Step[]): readonly CanvasObject[] {
  return steps.reduce((now, { changes }) => applyChanges(now, changes), objects);
}

/** Boxes that unsaved edits move. The editor routes their arrows until the server has done so. */
export function movedBoxes(session: EditSession): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { kind, changes } of stepsOf(session)) {
    if (kind === 'edit') for (const id of movedBoxIds(changes)) moved.add(id);
    else for (const { after } of changes.updated) moved.delete(after.id);
  }
  return moved;
}

export type SaveState = 'saved' | 'saving' | 'offline';

export function saveState(session: EditSession): SaveState {
  if (stepsOf(session).length === 0) return 'saved';
  return session.failed ? 'offline' : 'saving';
}

/** Whether there is anything to undo or redo. */
export function canRevert(session: EditSession, direction: Direction): boolean {
  return nextTarget(session.saved, stepsOf(session), direction) !== null;
}
