import pg from 'pg';
import { z } from 'zod';

/** The part of the driver's error that Prisma keeps. */
const prismaError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string().optional(), kind: z.string().optional() }),
    }),
  }),
});

/** SQLSTATE of an error of PostgreSQL, whether the driver throws it or Prisma. */
export function sqlStateOf(error: unknown): string | undefined {
  if (error instanceof pg.DatabaseError) return error.code;
  return adapterErrorOf(error)?.originalCode;
}

/** The kind of a driver's error that Prisma has wrapped, such as `DatabaseNotReachable`. */
export function adapterErrorKind(error: unknown): string | undefined {
  return adapterErrorOf(error)?.kind;
}

function adapterErrorOf(error: unknown) {
  if (!(error instanceof Error)) return undefined;
  return prismaError.safeParse(error).data?.meta.driverAdapterError.cause;
}

/** SQLSTATE of a name that the database does not have: a function, column, table or schema. */
const unknownNames = ['42883', '42703', '42P01', '3F000'];

/** Whether a statement needs what the database does not have, since a migration of this version has not been applied. */
export function lacksMigration(error: unknown): boolean {
  return unknownNames.includes(sqlStateOf(error) ?? '');
}

/** SQLSTATE of a text that PostgreSQL cannot hold: U+0000, or half of a surrogate pair. */
const unstorable = ['22021', '22P05'];

/** Whether a text was given that no column can hold, which is an error of the caller. */
export function isUnstorableText(error: unknown): boolean {
  if (unstorable.includes(sqlStateOf(error) ?? '')) return true;
  // Some errors of Prisma have the code in their message only.
  return error instanceof Error && unstorable.some((code) => error.message.includes(`Code: \`${code}\``));
}
