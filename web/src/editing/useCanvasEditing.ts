import { useEffect, useMemo } from 'react';
import type { StageEditing } from '../canvas/CanvasStage.tsx';
import { drawnObjects, previewOf } from '../canvas/drawnObjects.ts';
import type { CanvasObject } from '../canvas/object.ts';
import type { LiveCanvas } from '../canvas/useLiveCanvas.ts';
import { isTerminal } from '../jobs/status.ts';
import { movedBy, NO_CHANGES } from './changes.ts';
import { type SaveState, saveState, shownObjects } from './editSession.ts';
import { type ServerIds, toLocal } from './localIds.ts';
import { useEditSession } from './useEditSession.ts';

/** The canvas as the page draws it, with what the person does to it. */
export type CanvasEditing = {
  objects: readonly CanvasObject[];
  /** Null until the canvas is there. */
  editing: StageEditing | null;
  saveState: SaveState;
  serverIds: ServerIds;
};

/** Joins the saved canvas, what a job shows, and what the person does. */
export function useCanvasEditing(canvasId: string, live: LiveCanvas): CanvasEditing {
  const { canvas, job, progress } = live;
  const { session, edit, note, dismiss, endJobs } = useEditSession(canvasId, canvas);
  const { saved, sending, unsaved, serverIds, touched } = session;
  const settled = useMemo(() => shownObjects(session), [session]);

  const preview = useMemo(() => {
    const shown = toLocal([...previewOf(saved, job, progress).values()], serverIds);
    return new Map(shown.filter(({ id }) => !touched.has(id)).map((object) => [object.id, object]));
  }, [saved, job, progress, serverIds, touched]);
  const objects = useMemo(() => drawnObjects(settled, preview), [settled, preview]);
  const previewIds = useMemo(() => new Set(preview.keys()), [preview]);
  const moved = useMemo(
    () => new Set([...movedBy(sending?.changes ?? NO_CHANGES), ...movedBy(unsaved)]),
    [sending, unsaved],
  );

  const isWorking = progress !== null && !isTerminal(progress.status);
  useEffect(() => {
    if (!isWorking && preview.size === 0 && touched.size > 0) endJobs();
  }, [isWorking, preview, touched, endJobs]);

  const { notices } = session;
  const editing = {
    settled,
    preview: previewIds,
    moved,
    notices,
    onEdit: edit,
    onNote: note,
    onDismiss: dismiss,
  };
  return { objects, editing: canvas ? editing : null, saveState: saveState(session), serverIds };
}
