/** A position in a connection, from the URL of a page of a list. */
export type PageCursor = { first: number; after?: string } | { last: number; before: string };

/** The cursor that `?after=` or `?before=` names; without either, the newest entries. */
export function pageCursor(search: URLSearchParams, size: number): PageCursor {
  const before = search.get('before');
  if (before) return { last: size, before };
  const after = search.get('after');
  return after ? { first: size, after } : { first: size };
}
