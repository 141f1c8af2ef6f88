import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import { observable } from '../api/observable.ts';
import { connection } from '../api/socket.ts';
import type { Changes } from '../scene/object.ts';
import { deviceStorage } from '../storage/deviceStorage.ts';
import { keepDraft } from './drafts.ts';
import { type EditEvent, editSession } from './editSession.ts';
import type { Gesture } from './gestures.ts';
import type { CanvasCommand } from './requests.ts';
import { type SaveOutcome, type Saver, startSaving } from './saver.ts';
import { sendLeftDrafts } from './sendDrafts.ts';
import { beginSession, type EditSession, type SavedCanvas } from './sessionState.ts';
import { outstandingRequests } from './stepRequests.ts';
import type { Direction } from './steps.ts';
import { useSendRequest } from './useSendRequest.ts';
import { useVersionChange } from './useVersionChange.ts';

/** What a person does to a canvas on this page, saved as they go. */
export type Editing = {
  session: EditSession;
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
  const [store] = useState(() => observable(beginSession(canvas ?? NOT_READ)));
  const session = useSyncExternalStore(store.subscribe, store.get);
  const [dispatch] = useState(() => (event: EditEvent) => store.set(editSession(store.get(), event)));
  const saver = useRef<Saver | null>(null);

  // Before the page is painted: a job that is shown as done is shown with its result.
  useLayoutEffect(() => {
    if (canvas) dispatch({ type: 'read', canvas });
  }, [dispatch, canvas]);
  useEffect(() => {
    saver.current = startSaving(store, send);
    return keepSaving(canvasId, store, saver.current);
  }, [canvasId, store, send]);
  useEffect(() => {
    void sendLeftDrafts(deviceStorage, canvasId, send, dispatch);
  }, [canvasId, send, dispatch]);
  useVersionChange(canvasId, session, dispatch);
  const { notes } = session;
  useEffect(() => {
    if (notes.length === 0) return;
    const timer = setTimeout(() => dispatch({ type: 'leftOut', notes: [] }), NOTE_SHOWN);
    return () => clearTimeout(timer);
  }, [notes, dispatch]);

  return {
    session,
    current: store.get,
    edit: (changes, { number: gesture, isNudge }) =>
      dispatch({ type: 'edited', changes, gesture, isNudge, newId: uuid }),
    revert: (direction) => dispatch({ type: 'reverted', direction }),
    command: async (command) => (await saver.current?.command(command)) ?? { kind: 'failed' },
    note: (notes) => dispatch({ type: 'leftOut', notes }),
    dismiss: () => dispatch({ type: 'dismissed' }),
    endJobs: () => dispatch({ type: 'jobsEnded' }),
  };
}

type SessionStore = ReturnType<typeof observable<EditSession>>;

/** Saves as long as the page shows the canvas, keeping what has not arrived in this browser. */
function keepSaving(canvasId: string, store: SessionStore, saver: Saver): () => void {
  const page = uuid();
  const stopKeeping = store.subscribe(() => {
    keepDraft(deviceStorage, canvasId, page, outstandingRequests(store.get()));
  });
  const stopListening = flushWhenever(saver);
  return () => {
    stopListening();
    saver.stop();
    // The answer to what has just been sent still clears the draft.
    void Promise.resolve().then(() => untilSettled(store, stopKeeping));
  };
}

function untilSettled(store: SessionStore, then: () => void): void {
  let unsubscribe: () => void = () => undefined;
  const check = () => {
    if (store.get().isUnderway) return;
    unsubscribe();
    then();
  };
  unsubscribe = store.subscribe(check);
  check();
}

/** Sends at once when the page may be about to go, and when the server can be reached again. */
function flushWhenever(saver: Saver): () => void {
  const flushHidden = () => {
    if (document.visibilityState === 'hidden') saver.flush();
  };
  const flushLive = () => {
    if (connection.get() === 'live') saver.flush();
  };
  const stop = connection.subscribe(flushLive);
  document.addEventListener('visibilitychange', flushHidden);
  addEventListener('pagehide', saver.flush);
  addEventListener('online', saver.flush);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', flushHidden);
    removeEventListener('pagehide', saver.flush);
    removeEventListener('online', saver.flush);
  };
}
