import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import type { Changes } from '../../scene/object.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import type { Gesture } from '../editor/gestures.ts';
import { type EditEvent, editSession } from '../session/editSession.ts';
import type { CanvasCommand, Direction } from '../session/requests.ts';
import { type EditSession, type SavedCanvas, type SaveState, saveState } from '../session/sessionState.ts';
import { keepSaving, openSession } from './openSession.ts';
import type { SaveOutcome } from './saver.ts';
import { keepSendingDrafts } from './sendDrafts.ts';
import { useSendRequest } from './useSendRequest.ts';
import { useVersionChange } from './useVersionChange.ts';

/** What a person does to a canvas on this page, saved as they go. */
export type Editing = {
  session: EditSession;
  /** Whether everything has arrived, including what earlier pages left unsent. */
  saveState: SaveState;
  /** The session as it is now, which may be newer than the one that is rendered. */
  current(): EditSession;
  edit(changes: Changes, gesture: Gesture): void;
  revert(direction: Direction): void;
  /** Does something to the canvas when everything before it is saved. */
  command(command: CanvasCommand): Promise<SaveOutcome>;
  note(notes: readonly string[]): void;
  dismiss(): void;
  /** Says that no job is running. */
  endJobs(): void;
};

/** Before it was read, a canvas is older than any version. */
const NOT_READ: SavedCanvas = { versionNumber: -1, objects: [], undoable: null, redoable: null };

/** How long a note about a change is shown, in ms, if no other change follows. */
const NOTE_SHOWN = 10_000;

/** Takes in the person's changes, shows them at once, and saves them; takes in what others change meanwhile. */
export function useEditSession(canvasId: string, canvas: SavedCanvas | null): Editing {
  const send = useSendRequest(canvasId);
  const [open] = useState(() => openSession(canvasId, canvas ?? NOT_READ));
  const { store, page } = open;
  const session = useSyncExternalStore(store.subscribe, store.get);
  const [dispatch] = useState(() => (event: EditEvent) => store.set(editSession(store.get(), event)));
  const [draftState, setDraftState] = useState<SaveState>('saved');

  // Before the page is painted: a job that is shown as done is shown with its result.
  useLayoutEffect(() => {
    if (canvas) dispatch({ type: 'read', canvas });
  }, [dispatch, canvas]);
  useEffect(() => keepSaving(canvasId, open, send), [canvasId, open, send]);
  useEffect(
    () => keepSendingDrafts(deviceStorage, { canvasId, page, send, dispatch, onState: setDraftState }),
    [canvasId, page, send, dispatch],
  );
  useVersionChange(canvasId, session, dispatch);
  const { notes } = session;
  useEffect(() => {
    if (notes.length === 0) return;
    const timer = setTimeout(() => dispatch({ type: 'leftOut', notes: [] }), NOTE_SHOWN);
    return () => clearTimeout(timer);
  }, [notes, dispatch]);

  const ownState = saveState(session);
  return {
    session,
    saveState: ownState === 'saved' ? draftState : ownState,
    current: store.get,
    edit: (changes, { number: gesture, isNudge }) =>
      dispatch({ type: 'edited', changes, gesture, isNudge, newId: uuid }),
    revert: (direction) => dispatch({ type: 'reverted', direction }),
    command: async (command) => (await open.saving?.saver.command(command)) ?? { kind: 'failed' },
    note: (notes) => dispatch({ type: 'leftOut', notes }),
    dismiss: () => dispatch({ type: 'dismissed' }),
    endJobs: () => dispatch({ type: 'jobsEnded' }),
  };
}
