import { useEffect, useState, useSyncExternalStore } from 'react';
import { v4 as uuid } from 'uuid';
import { observable } from '../api/observable.ts';
import { connection } from '../api/socket.ts';
import type { Changes } from './changes.ts';
import { dropDraft, keepDraft, leftDrafts } from './drafts.ts';
import type { EditInput } from './editInput.ts';
import {
  beginSession,
  type EditEvent,
  type EditSession,
  editSession,
  outstandingEdits,
  type SavedCanvas,
} from './editSession.ts';
import { type SaveOutcome, type Saver, type SendEdit, startSaving } from './saver.ts';
import { useSendEdit } from './useSendEdit.ts';

/** What a person does to a canvas on this page, saved as they go. */
export type Editing = {
  session: EditSession;
  edit(changes: Changes): void;
  note(notice: string): void;
  dismiss(): void;
  /** Says that no job is running. */
  endJobs(): void;
};

/** Before it was read, a canvas is older than any version. */
const NOT_READ: SavedCanvas = { version: -1, objects: [] };

/** Takes in the person's changes, shows them at once, and saves them; takes in what others change meanwhile. */
export function useEditSession(canvasId: string, canvas: SavedCanvas | null): Editing {
  const send = useSendEdit(canvasId);
  const [store] = useState(() => observable(beginSession(canvas ?? NOT_READ)));
  const session = useSyncExternalStore(store.subscribe, store.get);
  const [dispatch] = useState(() => (event: EditEvent) => store.set(editSession(store.get(), event)));

  useEffect(() => {
    if (canvas) dispatch({ type: 'read', canvas });
  }, [dispatch, canvas]);
  useEffect(() => keepSaving(canvasId, store, send), [canvasId, store, send]);
  useEffect(() => {
    void sendLeftDrafts(canvasId, send, dispatch);
  }, [canvasId, send, dispatch]);

  return {
    session,
    edit: (changes) => dispatch({ type: 'edited', changes, newId: uuid }),
    note: (notice) => dispatch({ type: 'noted', notice }),
    dismiss: () => dispatch({ type: 'dismissed' }),
    endJobs: () => dispatch({ type: 'jobsEnded' }),
  };
}

type SessionStore = ReturnType<typeof observable<EditSession>>;

/** Saves as long as the page shows the canvas, keeping what has not arrived in this browser. */
function keepSaving(canvasId: string, store: SessionStore, send: SendEdit): () => void {
  const page = uuid();
  const saver = startSaving(store, send);
  const stopKeeping = store.subscribe(() => {
    keepDraft(localStorage, canvasId, page, outstandingEdits(store.get()));
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
    if (store.get().sending?.isUnderway) return;
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

/** Sends what earlier pages could not. Sending an edit twice does it once. */
async function sendLeftDrafts(
  canvasId: string,
  send: SendEdit,
  dispatch: (event: EditEvent) => void,
): Promise<void> {
  for (const draft of leftDrafts(localStorage, canvasId)) {
    const outcomes = await sendInOrder(draft.edits, send);
    if (outcomes === null) return;
    dropDraft(localStorage, draft);
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') dispatch({ type: 'noted', notice: outcome.notice });
      if (outcome.kind === 'saved') {
        dispatch({ type: 'read', canvas: outcome.canvas });
        for (const notice of outcome.notices) dispatch({ type: 'noted', notice });
      }
    }
  }
}

/** What became of edits that follow each other; null when the server could not be reached. */
async function sendInOrder(edits: readonly EditInput[], send: SendEdit): Promise<SaveOutcome[] | null> {
  const outcomes: SaveOutcome[] = [];
  let version = 0;
  for (const edit of edits) {
    // Each was made on what the one before it led to.
    const outcome = await send({ ...edit, baseVersion: Math.max(edit.baseVersion, version) });
    if (outcome.kind === 'failed') return null;
    if (outcome.kind === 'saved') version = outcome.canvas.version;
    outcomes.push(outcome);
  }
  return outcomes;
}
