import { v4 as uuid } from 'uuid';
import { type Observable, observable } from '../../api/observable.ts';
import { connection } from '../../api/subscriptions/socket.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { beginSession, type EditSession, type SavedCanvas, stepsOf } from '../session/sessionState.ts';
import { outstandingRequests } from '../session/stepRequests.ts';
import { keepDraft } from './drafts.ts';
import { type Saver, type SendRequest, startSaving } from './saver.ts';

/** An edit session with what saves it. */
export type OpenSession = {
  /** Names its draft in this browser. */
  page: string;
  store: Observable<EditSession>;
  isShown: boolean;
  saving: { saver: Saver; stop(): void } | null;
};

/** By canvas. A session that is left before everything has arrived stays: the next visit continues it. */
const openSessions = new Map<string, OpenSession>();

/** The session of a canvas that is not saved yet, or a new one. */
export function openSession(canvasId: string, canvas: SavedCanvas): OpenSession {
  const open = openSessions.get(canvasId);
  return open ?? { page: uuid(), store: observable(beginSession(canvas)), isShown: false, saving: null };
}

/** Saves a session while its canvas is shown, and after that until everything has arrived. */
export function keepSaving(canvasId: string, open: OpenSession, send: SendRequest): () => void {
  openSessions.set(canvasId, open);
  open.isShown = true;
  open.saving ??= beginSaving(canvasId, open, send);
  return () => {
    open.isShown = false;
    open.saving?.saver.flush();
    closeIfSaved(canvasId, open);
  };
}

function beginSaving(canvasId: string, open: OpenSession, send: SendRequest): OpenSession['saving'] {
  const { page, store } = open;
  const saver = startSaving(store, send);
  const stopListening = flushWhenever(saver);
  const unsubscribe = store.subscribe(() => {
    keepDraft(deviceStorage, canvasId, page, outstandingRequests(store.get()));
    closeIfSaved(canvasId, open);
  });
  const stop = () => {
    unsubscribe();
    stopListening();
    saver.stop();
  };
  return { saver, stop };
}

function closeIfSaved(canvasId: string, open: OpenSession): void {
  if (open.isShown || stepsOf(open.store.get()).length > 0) return;
  if (openSessions.get(canvasId) === open) openSessions.delete(canvasId);
  open.saving?.stop();
  open.saving = null;
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
