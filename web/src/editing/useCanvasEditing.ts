import { useEffect, useMemo } from 'react';
import { noPreview } from '../jobs/state/jobProgress.ts';
import { isTerminal } from '../jobs/state/status.ts';
import { drawnObjects, expectedChanges, previewOf } from '../live/drawnObjects.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import type { CanvasObject, Changes } from '../scene/object.ts';
import type { Gesture } from './editor/gestures.ts';
import { localPreview } from './localPreview.ts';
import type { SaveOutcome } from './saving/saver.ts';
import { toSavedCanvas } from './saving/toSavedCanvas.ts';
import { useEditSession } from './saving/useEditSession.ts';
import { localIdsOf, type ServerIds } from './session/localIds.ts';
import type { CanvasCommand, Direction } from './session/requests.ts';
import { canRevert, movedBoxes, type SaveState, shownObjects } from './session/sessionState.ts';
import { useJobUndo } from './undo/useJobUndo.ts';

/** Editing of the canvas on the stage. */
export type StageEditing = {
  /** Ids of the objects that a running job adds. They are not saved yet. */
  added: ReadonlySet<string>;
  /** Ids of the objects that a running job changes. */
  changed: ReadonlySet<string>;
  /** Ids of the objects that a running job deletes. */
  deleted: ReadonlySet<string>;
  /** Boxes that were moved and are not saved yet. */
  moved: ReadonlySet<string>;
  notices: readonly string[];
  canUndo: boolean;
  canRedo: boolean;
  /** Changes of the same gesture are one undo step. */
  onEdit(changes: Changes, gesture: Gesture): void;
  /** Undoes or redoes one step. */
  onRevert(direction: Direction): void;
  /** Called with what the canvas could not hold of the user's last change. */
  onNote(notes: readonly string[]): void;
  onDismiss(): void;
  /** Called with the selected ids, as used on this page. */
  onSelect?(ids: readonly string[]): void;
};

/** The canvas as the page draws it, with what the person does to it. */
export type CanvasEditing = {
  objects: readonly CanvasObject[];
  /** The objects without what a running job shows. */
  settled: readonly CanvasObject[];
  /** Null until the canvas is there. */
  editing: StageEditing | null;
  saveState: SaveState;
  serverIds: ServerIds;
  /** Does something to the canvas when everything before it is saved. */
  command(command: CanvasCommand): Promise<SaveOutcome>;
};

/** Joins the saved canvas, what a job shows, and what the person does. */
export function useCanvasEditing(canvasId: string, live: LiveCanvas): CanvasEditing {
  const { canvas, job, progress } = live;
  const read = useMemo(() => canvas && toSavedCanvas(canvas), [canvas]);
  const edits = useEditSession(canvasId, read);
  const { session, edit, revert, command, note, dismiss, endJobs } = edits;
  const jobUndo = useJobUndo(canvasId, live, edits);
  const { saved, serverIds, touched } = session;
  const settled = useMemo(() => shownObjects(session), [session]);

  const generated = previewOf(saved, job, progress);
  const preview = useMemo(() => localPreview(generated, serverIds, touched), [generated, serverIds, touched]);
  const objects = useMemo(() => drawnObjects(settled, preview), [settled, preview]);
  const added = useMemo(() => new Set(preview.added.keys()), [preview]);
  const expected = expectedChanges(job, progress);
  const changed = useMemo(
    () => new Set([...expected.map(localIdsOf(serverIds)), ...preview.updated.keys()]),
    [expected, serverIds, preview],
  );
  const moved = useMemo(() => movedBoxes(session), [session]);

  const isWorking = progress !== null && !isTerminal(progress.status);
  useEffect(() => {
    if (!isWorking && generated === noPreview && touched.size > 0) endJobs();
  }, [isWorking, generated, touched, endJobs]);

  const editing: StageEditing = {
    added,
    changed,
    deleted: preview.deleted,
    moved,
    notices: [...session.notices, ...session.notes],
    canUndo: jobUndo.hasPending || canRevert(session, 'undo'),
    canRedo: canRevert(session, 'redo'),
    onEdit: edit,
    onRevert: (direction) => (direction === 'undo' && jobUndo.undoPending()) || revert(direction),
    onNote: note,
    onDismiss: dismiss,
  };
  return {
    objects,
    settled,
    editing: canvas ? editing : null,
    saveState: edits.saveState,
    serverIds,
    command,
  };
}
