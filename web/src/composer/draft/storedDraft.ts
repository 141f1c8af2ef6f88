import type { Submission } from '../../creating/submission.ts';

/** An unsent instruction, as stored in this browser. */
export type StoredDraft = {
  text: string;
  /** A submission that may have reached the server. Sending it again unchanged reuses its key. */
  submission: Submission | null;
};

/** Where drafts are kept: in this browser, or in the memory of the page. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A change of a draft. `replaces`: the text is not the person's own, and what it replaces can be restored. */
type Change = { store: DraftStore; canvasId: string | null; draft: StoredDraft; replaces: boolean };
type Listener = (change: Change) => void;

const emptyDraft: StoredDraft = { text: '', submission: null };
const keyOf = (canvasId: string | null) => `instruction:${canvasId ?? 'new'}`;
const listeners = new Set<Listener>();

/** The draft for a canvas, or for a new one. Empty if there is none or storage is not available. */
export function readDraft(store: DraftStore, canvasId: string | null): StoredDraft {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(canvasId)) ?? 'null');
    return isDraft(value) ? value : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Stores the draft, or removes it if its text is empty. Only listeners learn of it if storage is not available. */
export function writeDraft(store: DraftStore, canvasId: string | null, draft: StoredDraft): void {
  write({ store, canvasId, draft, replaces: false });
}

/** Puts another text in place of a draft. The fields that show the draft can restore what was there. */
export function replaceDraft(store: DraftStore, canvasId: string | null, text: string): void {
  write({ store, canvasId, draft: { text, submission: null }, replaces: true });
}

function write(change: Change): void {
  const { store, canvasId, draft } = change;
  try {
    if (draft.text === '') store.removeItem(keyOf(canvasId));
    else store.setItem(keyOf(canvasId), JSON.stringify(draft));
  } catch {
    // The draft is kept until the page is closed.
  }
  for (const listener of listeners) listener(change);
}

/** Adds a text to a draft, below what is there. */
export function appendToDraft(store: DraftStore, canvasId: string | null, added: string): void {
  const { text } = readDraft(store, canvasId);
  writeDraft(store, canvasId, { text: text.trim() === '' ? added : `${text}\n${added}`, submission: null });
}

/** Moves the text of a draft to another canvas, unless there is one for it already. */
export function moveDraft(store: DraftStore, from: string | null, to: string | null): void {
  if (readDraft(store, to).text !== '') return;
  const { text } = readDraft(store, from);
  writeDraft(store, from, emptyDraft);
  writeDraft(store, to, { text, submission: null });
}

/** Calls back after each change of a draft in this page, so that all fields for a canvas show the same text. */
export function onDraftWritten(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { text, submission } = value as Partial<StoredDraft>;
  return typeof text === 'string' && (submission === null || isSubmission(submission));
}

function isSubmission(value: unknown): value is Submission {
  if (typeof value !== 'object' || value === null) return false;
  const { instruction, selection, key, priority, kind } = value as Partial<Submission>;
  const texts = [instruction, key, priority];
  return texts.every((text) => typeof text === 'string') && Array.isArray(selection) && kind !== undefined;
}
