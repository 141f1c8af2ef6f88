import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Logger } from '../../log.ts';
import { outageReason } from './outageReason.ts';

/** Milliseconds for which a shortage is assumed to last after an error: there may have been no write since. */
const lastsMs = 30_000;

/** SQLSTATEs of a server that still answers, but can't write: no space, no memory, a limit, read-only, a broken disk. */
const shortages = ['53000', '53100', '53200', '53400', '25006', '58030'];

export type ShortageWatch = {
  /** Looks at every error that a connection receives. */
  watch(client: pg.ClientBase): void;
  /** What the server has run short of within the last 30 s: how a sentence goes on that begins with "the database". */
  current(): string | undefined;
};

/**
 * Detects, and logs once, that PostgreSQL answers but cannot write. A query such as `SELECT 1` does not show that, and
 * writes that are repeated until they succeed don't report it.
 */
export function watchShortage(log: Logger): ShortageWatch {
  let reason: string | undefined;
  let seenAt = 0;
  const current = () => (performance.now() - seenAt < lastsMs ? reason : undefined);
  const onError = (error: unknown) => {
    if (!(error instanceof pg.DatabaseError) || !shortages.includes(error.code ?? '')) return;
    const found = outageReason(error);
    if (found !== current()) log.error({ err: error }, `the database ${found}`);
    reason = found;
    seenAt = performance.now();
  };
  return {
    watch(client) {
      // The driver has no event of its own for the errors of statements; this is what it builds them on.
      if ('connection' in client && client.connection instanceof EventEmitter) {
        client.connection.on('errorMessage', onError);
      }
    },
    current,
  };
}
