import type { Submission } from './submission.ts';

/** An unsent instruction, as stored in this browser. */
export type StoredDraft = {
  text: string;
  /** A submission that may have reached the server. Sending the same text again reuses its key. */
  submission: Submission | null;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const emptyDraft: StoredDraft = { text: '', submission: null };
const keyOf = (canvasId: string | null) => `instruction:${canvasId ?? 'new'}`;

/** The draft for a canvas, or for a new one. Empty if there is none or storage is not available. */
export function readDraft(store: Store, canvasId: string | null): StoredDraft {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(canvasId)) ?? 'null');
    return isDraft(value) ? value : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Stores the draft, or removes it if its text is empty. Does nothing if storage is full or not available. */
export function writeDraft(store: Store, canvasId: string | null, draft: StoredDraft): void {
  try {
    if (draft.text === '') store.removeItem(keyOf(canvasId));
    else store.setItem(keyOf(canvasId), JSON.stringify(draft));
  } catch {
    // The draft is kept until the page is closed.
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
