import type pg from 'pg';
import { inTransaction } from '../../database/connection.ts';
import type { Job } from '../job.ts';
import { type Starter, startParameters, startStatement } from './startAttempts.ts';

/**
 * Begins attempts at the waiting jobs that ask for the very same as one that is being generated, each for a new
 * canvas. They take nobody's turn, since they need no place of their own.
 * @param key What they ask for, and unless results are shared among users, who asks.
 */
export async function joinSameRequest(pool: pg.Pool, key: string, starter: Starter): Promise<Job[]> {
  return inTransaction(pool, (tx) => startSame(tx, { ...startParameters(starter), cacheKey: key }));
}

const startSame = startStatement<{ cacheKey: string }>(`
  SELECT id, owner_id, NULL::int AS level FROM canvas_job
  WHERE cache_key = :cacheKey AND finished_at IS NULL AND status = ANY(:startable::job_status[]) AND type = 'CREATE_CANVAS'
    AND (next_attempt_at IS NULL OR next_attempt_at <= now())
    AND NOT EXISTS (SELECT 1 FROM queue_control WHERE paused_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM canvas_object WHERE canvas_object.canvas_id = canvas_job.canvas_id)
  ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`);
