import type { z } from 'zod';
import { badInput } from '../requestErrors.ts';

/**
 * A cursor is a position: the sort keys of a row, with the kind of the list. So a page can start at a row that is no
 * longer in the list.
 */

/** Encodes a position, opaque to clients. */
export function encodeCursor(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Decodes a cursor from a client.
 * @param schema Of a position of this list.
 * @throws GraphQLError BAD_USER_INPUT: it is not a position of this list.
 */
export function decodeCursor<Position>(schema: z.ZodType<Position>, cursor: string): Position {
  const result = schema.safeParse(contentOf(cursor));
  if (result.success) return result.data;
  throw badCursor(
    cursor,
    'pass a `cursor`, `startCursor` or `endCursor` of the same list in the same order, unchanged',
  );
}

/** The decoded content, unchecked; undefined when `encodeCursor` did not make it. */
function contentOf(cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** The error for a cursor of another list, or of none. */
export function badCursor(cursor: string, remedy: string) {
  return badInput(`${JSON.stringify(shortened(cursor))} is no cursor of this list; ${remedy}.`);
}

const longestQuote = 100;
const shortened = (text: string) =>
  (text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`).toWellFormed();
