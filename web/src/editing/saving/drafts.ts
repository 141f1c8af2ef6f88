import type { CanvasRequest } from '../session/requests.ts';

/** Requests that may not have reached the server, in their order, kept in this browser until they have. */
export type Draft = { key: string; requests: readonly CanvasRequest[] };

/** Where drafts are kept: the browser's `localStorage`. */
export type DraftStore = {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

const prefixOf = (canvasId: string) => `edit:${canvasId}:`;

/** Keeps the requests of one page on a canvas; none: nothing is kept of it any more. */
export function keepDraft(
  store: DraftStore,
  canvasId: string,
  page: string,
  requests: readonly CanvasRequest[],
): void {
  const key = prefixOf(canvasId) + page;
  try {
    if (requests.length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(requests));
  } catch {
    // Without storage, or without room in it, edits last until the page is left.
  }
}

/** The requests that pages on this canvas have left, without those of `page`. */
export function leftDrafts(store: DraftStore, canvasId: string, page?: string): Draft[] {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    return keys.flatMap((key) => {
      if (!key?.startsWith(prefixOf(canvasId)) || key === prefixOf(canvasId) + page) return [];
      const requests = parse(store.getItem(key));
      return requests ? [{ key, requests }] : [];
    });
  } catch {
    return [];
  }
}

export function dropDraft(store: DraftStore, { key }: Draft): void {
  try {
    store.removeItem(key);
  } catch {
    // It is sent once more on the next visit, and changes nothing then.
  }
}

function parse(text: string | null): CanvasRequest[] | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return null;
  const requests = value.map(requestIn);
  return requests.every((request) => request !== null) ? requests : null;
}

function requestIn(value: unknown): CanvasRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const isKnown = ['edit', 'undo', 'undoOf', 'undoNext'].some((kind) => kind in value);
  return isKnown ? (value as CanvasRequest) : null;
}
