import { statement } from '../../statement.ts';

/** Whether a replica has replayed the log of its primary up to each position; null when the server is no replica. */
export const hasReplayed = statement.value<boolean[] | null, { positions: string[] }>(`
  SELECT CASE WHEN pg_is_in_recovery() THEN
    ARRAY(SELECT coalesce(pg_last_wal_replay_lsn() >= position::pg_lsn, false)
          FROM unnest(:positions::text[]) WITH ORDINALITY AS each(position, number) ORDER BY number) END`);
