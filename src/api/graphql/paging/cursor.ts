import type { z } from 'zod';
import { badInput } from '../requestErrors.ts';

/**
 * Cursors are positions: the sort keys of the row that they were made of, with the kind of the list. So a page can
 * begin at a row that has left the list meanwhile.
 */

/** Encodes a position. To clients it is opaque. */
export function encodeCursor(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Decodes a cursor that a client has sent.
 * @param schema What a position of this list consists of.
 * @throws GraphQLError BAD_USER_INPUT: it is no position of this list.
 */
export function decodeCursor<Position>(schema: z.ZodType<Position>, cursor: string): Position {
  const result = schema.safeParse(contentOf(cursor));
  if (result.success) return result.data;
  throw badCursor(cursor, 'pass a `cursor`, `startCursor` or `endCursor` of the same list as it is');
}

/** Unchecked: whatever a client has put into it; undefined when it was not made by `encodeCursor`. */
function contentOf(cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** The error for a cursor that is none of the list. */
export const badCursor = (cursor: string, remedy: string) =>
  badInput(`${JSON.stringify(shortened(cursor))} is no cursor of this list; ${remedy}.`);

const longestQuote = 100;
const shortened = (text: string) =>
  (text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`).toWellFormed();
