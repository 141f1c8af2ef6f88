import type { EditInput } from './editInput.ts';

/** An edit that has not reached the server, kept in this browser until it has. */
export type Draft = { key: string; edit: EditInput };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefixOf = (canvasId: string) => `edit:${canvasId}:`;

/** Keeps the edit of one page on a canvas; null: there is none any more. */
export function keepDraft(store: Store, canvasId: string, page: string, edit: EditInput | null): void {
  const key = prefixOf(canvasId) + page;
  try {
    if (edit === null) store.removeItem(key);
    else store.setItem(key, JSON.stringify(edit));
  } catch {
    // Without storage, or without room in it, edits last until the page is left.
  }
}

/** The edits that earlier pages on this canvas have left. */
export function leftDrafts(store: Store, canvasId: string): Draft[] {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    return keys.flatMap((key) => {
      const edit = key?.startsWith(prefixOf(canvasId)) ? parse(store.getItem(key)) : null;
      return key && edit ? [{ key, edit }] : [];
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

function parse(text: string | null): EditInput | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && 'baseVersion' in value ? (value as EditInput) : null;
}
