import type { EditInput } from './editInput.ts';

/** Edits that may not have reached the server, in their order, kept in this browser until they have. */
export type Draft = { key: string; edits: readonly EditInput[] };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefixOf = (canvasId: string) => `edit:${canvasId}:`;

/** Keeps the edits of one page on a canvas; none: nothing is kept of it any more. */
export function keepDraft(store: Store, canvasId: string, page: string, edits: readonly EditInput[]): void {
  const key = prefixOf(canvasId) + page;
  try {
    if (edits.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(edits));
  } catch {
    // Without storage, or without room in it, edits last until the page is left.
  }
}

/** The edits that earlier pages on this canvas have left. */
export function leftDrafts(store: Store, canvasId: string): Draft[] {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    return keys.flatMap((key) => {
      const edits = key?.startsWith(prefixOf(canvasId)) ? parse(store.getItem(key)) : null;
      return key && edits ? [{ key, edits }] : [];
    });
  } catch {
    return [];
  }
}

export function dropDraft(store: Store, { key }: Draft): void {
  try {
    store.removeItem(key);
  } catch {
    // It is sent once more on the next visit, and changes nothing then.
  }
}

function parse(text: string | null): EditInput[] | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) && value.every(isEdit) ? value : null;
}

const isEdit = (value: unknown): value is EditInput =>
  typeof value === 'object' && value !== null && 'baseVersion' in value;
