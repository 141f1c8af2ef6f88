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
  /**
   * What is on its way, with the version that it was begun at; null when nothing is. What may not have arrived is
   * sent again just as it was, which does it once at most.
   */
  sending: { changes: Changes; baseVersion: number; isUnderway: boolean } | null;
  /** What is still to be sent, on top of that. */
  unsaved: Changes;
  /** The version that the first of the unsaved changes was made on. */
  baseVersion: number;
  /** The UUIDs that the objects among them will be sent with. */
  newIds: ServerIds;
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
    newIds: NO_IDS,
    newer: null,
    failed: false,
    touched: NOTHING,
    notices: [],
  };
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_IDS: ServerIds = new Map();

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

/** What is on its way, as it is sent; null when nothing is. */
export function sentEdit({ sending, serverIds }: EditSession): EditInput | null {
  return sending && editInput(sending.changes, sending.baseVersion, serverIds);
}

/** Everything that the server may not have, as edits that follow each other. */
export function outstandingEdits(session: EditSession): EditInput[] {
  const { unsaved, baseVersion, serverIds, newIds } = session;
  const sent = sentEdit(session);
  const next = editInput(unsaved, baseVersion, new Map([...serverIds, ...newIds]));
  return [...(sent ? [sent] : []), ...(isEmpty(unsaved) ? [] : [next])];
}

/** The next state. */
export function editSession(session: EditSession, event: EditEvent): EditSession {
  switch (event.type) {
    case 'read':
      return read(session, event.canvas);
    case 'edited':
      return edited(session, event.changes, event.newId);
    case 'sent':
      return sent(session);
    case 'saved':
      return saved(session, event.canvas, event.notices);
    case 'refused':
      return settled({ ...session, sending: null, failed: false, notices: [event.notice] });
    case 'failed':
      return {
        ...session,
        failed: true,
        sending: session.sending && { ...session.sending, isUnderway: false },
      };
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
  return normal({ ...session, saved: canvas });
}

/** Sends again what may not have arrived, or else what is unsaved. */
function sent(session: EditSession): EditSession {
  const { sending, unsaved, baseVersion, serverIds, newIds } = session;
  if (sending) return { ...session, sending: { ...sending, isUnderway: true } };
  if (isEmpty(unsaved)) return session;
  return {
    ...session,
    sending: { changes: unsaved, baseVersion, isUnderway: true },
    unsaved: NO_CHANGES,
    serverIds: new Map([...serverIds, ...newIds]),
    newIds: NO_IDS,
  };
}

function edited(session: EditSession, changes: Changes, newId: () => string): EditSession {
  const unsaved = changesBetween(assumedObjects(session), withChanges(shownObjects(session), changes));
  const isFirst = isEmpty(session.unsaved);
  // Something that is back after it was deleted is a new thing to the server.
  const newIds = new Map(unsaved.added.map(({ id }) => [id, session.newIds.get(id) ?? newId()]));
  const baseVersion = isFirst ? session.saved.version : session.baseVersion;
  const touched = new Set([...session.touched, ...changes.updated.keys(), ...changes.deleted]);
  return { ...session, newIds, unsaved, baseVersion, touched };
}

function saved(session: EditSession, canvas: SavedCanvas, notices: readonly string[]): EditSession {
  const added = session.sending?.changes.added ?? [];
  return settled({
    ...session,
    saved: canvas,
    serverIds: recognise(added, canvas.objects, session.serverIds),
    sending: null,
    // What was done meanwhile was done on top of this: it is no conflict with it.
    baseVersion: canvas.version,
    failed: false,
    notices: notices.length > 0 ? notices : session.notices,
  });
}

/** Takes in what was heard of while something was on its way. */
function settled(session: EditSession): EditSession {
  const { newer, saved } = session;
  return normal({ ...session, newer: null, saved: newer && newer.version >= saved.version ? newer : saved });
}

/** Without unsaved changes that the saved canvas has already. */
function normal(session: EditSession): EditSession {
  if (isEmpty(session.unsaved)) return session;
  const assumed = assumedObjects(session);
  return { ...session, unsaved: changesBetween(assumed, withChanges(assumed, session.unsaved)) };
}
