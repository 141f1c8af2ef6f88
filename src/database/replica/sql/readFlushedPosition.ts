import { statement } from '../../statement.ts';

/** The position in the log of a primary up to which everything is on its disk: all that was committed. */
export const readFlushedPosition = statement.value<string>('SELECT pg_current_wal_flush_lsn()::text');
