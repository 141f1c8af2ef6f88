import pg from 'pg';
import { z } from 'zod';

/** What Prisma keeps of the driver's error. */
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
