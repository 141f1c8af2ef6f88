import type { CanvasObject } from '../canvas/object.ts';
import { type Changes, changesBetween, isEmpty, NO_CHANGES, withChanges } from './changes.ts';
import { type EditInput, editInput } from './editInput.ts';
import { recognise, type ServerIds, toLocal } from './localIds.ts';

/** A canvas as the server has it, under the server's ids. */
export type SavedCanvas = { version: number; objects: readonly CanvasObject[] };

/** What a person does to a canvas, between the editor and the server. */
export type EditSession = {
  /** What the server is known to hold. */
  saved: SavedCanvas;
  serverIds: ServerIds;
  /** What is on its way, with the version that it was begun at; null when nothing is. */
  sending: { changes: Changes; baseVersion: number } | null;
  /** What is still to be sent, on top of that. */
  unsaved: Changes;
  /** The version that was shown when the first of the unsaved changes was made. */
  baseVersion: number;
  /** A newer state that was heard of while something was on its way. */
  newer: SavedCanvas | null;
  /** Whether the last try to save did not reach the server. */
  failed: boolean;
  /** Objects that the person has changed or deleted while a job was running: what it shows of them is out of date. */
  touched: ReadonlySet<string>;
  /** What the person is to know about their last changes. */
  notices: readonly string[];
};

export type EditEvent =
  /** The canvas was read. */
  | { type: 'read'; canvas: SavedCanvas }
  /** The person has changed what is shown. */
  | { type: 'edited'; changes: Changes; newId: () => string }
  /** The unsaved changes are on their way. */
  | { type: 'sent' }
  /** The server has taken what was on its way, but for what the notices tell. */
  | { type: 'saved'; canvas: SavedCanvas; notices: readonly string[] }
  /** What was on its way can never be saved. */
  | { type: 'refused'; notice: string }
  /** What was on its way may not have arrived. */
  | { type: 'failed' }
  /** No job is running. */
  | { type: 'jobsEnded' }
  | { type: 'noted'; notice: string }
  | { type: 'dismissed' };

export function beginSession(canvas: SavedCanvas): EditSession {
  return {
    saved: canvas,
    serverIds: new Map(),
    sending: null,
    unsaved: NO_CHANGES,
    baseVersion: canvas.version,
    newer: null,
    failed: false,
    touched: NOTHING,
    notices: [],
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** What the editor shows: the saved canvas with everything that is not saved yet. */
export function shownObjects(session: EditSession): readonly CanvasObject[] {
  return withChanges(assumedObjects(session), session.unsaved);
}

/** What the server will hold when what is on its way has arrived. */
function assumedObjects({ saved, serverIds, sending }: EditSession): readonly CanvasObject[] {
  return withChanges(toLocal(saved.objects, serverIds), sending?.changes ?? NO_CHANGES);
}

export type SaveState = 'saved' | 'saving' | 'offline';

export function saveState({ sending, unsaved, failed }: EditSession): SaveState {
  if (failed && (sending !== null || !isEmpty(unsaved))) return 'offline';
  return sending !== null || !isEmpty(unsaved) ? 'saving' : 'saved';
}

/** Everything that the server may not have, as one edit; null when there is nothing. */
export function outstandingEdit(session: EditSession): EditInput | null {
  const { serverIds, sending, baseVersion } = session;
  const changes = changesBetween(toLocal(session.saved.objects, serverIds), shownObjects(session));
  if (isEmpty(changes)) return null;
  return editInput(changes, sending?.baseVersion ?? baseVersion, serverIds);
}

/** The next state. */
export function editSession(session: EditSession, event: EditEvent): EditSession {
  switch (event.type) {
    case 'read':
      return read(session, event.canvas);
    case 'edited':
      return edited(session, event.changes, event.newId);
    case 'sent':
      if (session.sending !== null || isEmpty(session.unsaved)) return session;
      return {
        ...session,
        sending: { changes: session.unsaved, baseVersion: session.baseVersion },
        unsaved: NO_CHANGES,
      };
    case 'saved':
      return saved(session, event.canvas, event.notices);
    case 'refused':
      return settled({ ...session, sending: null, failed: false, notices: [event.notice] });
    case 'failed':
      return failed(session);
    case 'jobsEnded':
      return session.touched.size === 0 ? session : { ...session, touched: NOTHING };
    case 'noted':
      return { ...session, notices: [event.notice] };
    case 'dismissed':
      return session.notices.length === 0 ? session : { ...session, notices: [] };
  }
}

function read(session: EditSession, canvas: SavedCanvas): EditSession {
  const known = session.newer ?? session.saved;
  if (canvas === known || canvas.version < known.version) return session;
  // What is on its way may be part of this; how it came out is known with its answer.
  if (session.sending !== null) return { ...session, newer: canvas };
  // An edit whose answer was lost may be part of it.
  const serverIds = recognise(session.unsaved.added, canvas.objects, session.serverIds);
  const objects = toLocal(canvas.objects, serverIds);
  const unsaved = changesBetween(objects, withChanges(objects, session.unsaved));
  return { ...session, saved: canvas, serverIds, unsaved };
}

function edited(session: EditSession, changes: Changes, newId: () => string): EditSession {
  const unsaved = changesBetween(assumedObjects(session), withChanges(shownObjects(session), changes));
  const isFirst = isEmpty(session.unsaved);
  const serverIds = new Map(session.serverIds);
  for (const { id } of unsaved.added) {
    const isNew = !session.unsaved.added.some((object) => object.id === id);
    // Something that is back, after it was deleted, is a new thing to the server.
    if (isNew) serverIds.set(id, newId());
  }
  const baseVersion = isFirst ? session.saved.version : session.baseVersion;
  const touched = new Set([...session.touched, ...changes.updated.keys(), ...changes.deleted]);
  return { ...session, serverIds, unsaved, baseVersion, touched };
}

function saved(session: EditSession, canvas: SavedCanvas, notices: readonly string[]): EditSession {
  const added = session.sending?.changes.added ?? [];
  const serverIds = recognise(added, canvas.objects, session.serverIds);
  return settled({
    ...session,
    saved: canvas,
    serverIds,
    sending: null,
    failed: false,
    notices: notices.length > 0 ? notices : session.notices,
  });
}

function failed(session: EditSession): EditSession {
  const { sending } = session;
  if (sending === null) return session;
  const unsaved = changesBetween(toLocal(session.saved.objects, session.serverIds), shownObjects(session));
  return settled({ ...session, unsaved, sending: null, baseVersion: sending.baseVersion, failed: true });
}

/** Takes in what was heard of while something was on its way. */
function settled(session: EditSession): EditSession {
  const { newer } = session;
  if (newer === null) return session;
  return { ...session, newer: null, saved: newer.version >= session.saved.version ? newer : session.saved };
}
