import type { Submission } from './submission.ts';

/** An instruction that is being typed, as it is kept in this browser. */
export type StoredDraft = {
  text: string;
  /** The submission that may have reached the server; sending the same text again reuses its key. */
  submission: Submission | null;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const EMPTY: StoredDraft = { text: '', submission: null };
const keyOf = (canvasId: string | null) => `instruction:${canvasId ?? 'new'}`;

/** The draft for a canvas, or for a new one; an empty one when there is none, or storage is not available. */
export function readDraft(store: Store, canvasId: string | null): StoredDraft {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(canvasId)) ?? 'null');
    return isDraft(value) ? value : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Keeps the draft, or removes it when its text is empty. Does nothing when storage is full or not available. */
export function writeDraft(store: Store, canvasId: string | null, draft: StoredDraft): void {
  try {
    if (draft.text === '') store.removeItem(keyOf(canvasId));
    else store.setItem(keyOf(canvasId), JSON.stringify(draft));
  } catch {
    // The draft then lasts until the page is left.
  }
}

function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { text, submission } = value as Partial<StoredDraft>;
  return typeof text === 'string' && (submission === null || isSubmission(submission));
}

function isSubmission(value: unknown): value is Submission {
  if (typeof value !== 'object' || value === null) return false;
  const { instruction, selection, key } = value as Partial<Submission>;
  return typeof instruction === 'string' && typeof key === 'string' && Array.isArray(selection);
}
