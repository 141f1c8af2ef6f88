import { sqlStateOf } from './sqlState.ts';

/** SQLSTATE of a text that PostgreSQL cannot hold: U+0000, or half of a surrogate pair. */
const unstorable = ['22021', '22P05'];

/** Whether the error says that a text was given that no column can hold, which is the caller's mistake. */
export function isUnstorableText(error: unknown): boolean {
  if (unstorable.includes(sqlStateOf(error) ?? '')) return true;
  // Some errors of Prisma have the code in their message only.
  return error instanceof Error && unstorable.some((code) => error.message.includes(`Code: \`${code}\``));
}
