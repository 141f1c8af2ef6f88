import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from '../../database/connection.ts';
import { retryWhileUnavailable } from '../../database/retryWhileUnavailable.ts';
import { topics } from '../listener/channels.ts';
import type { Wake } from '../listener/followed.ts';
import type { EventHub } from '../listener/hub.ts';
import { changesOfOwners } from '../listener/missedChanges.ts';
import { Signal } from '../listener/signal.ts';
import { abortable } from './abortable.ts';

/** Milliseconds from one job that is told to the next: ten a second at most. */
const paceMs = 100;
/**
 * Changes that lie so far back at most are told at the beginning, in milliseconds: who has read a list and then
 * subscribes must not miss what happened between the two.
 */
const reachMs = 30_000;

type OwnerSource = { pool: Sql; hub: Pick<EventHub, 'subscribe'> };

/**
 * Ids of the owner's jobs as they change, optionally of one canvas only. Never ends by itself.
 *
 * What is told is that a job has changed, not how: whoever is told reads its newest state. So a slow reader
 * skips states, but never rests on a stale one.
 */
export function followOwner(
  source: OwnerSource,
  ownerId: string,
  canvasId?: string,
): AsyncGenerator<string, void> {
  return abortable((leaving) => follow(source, ownerId, canvasId, leaving));
}

async function* follow(
  { pool, hub }: OwnerSource,
  ownerId: string,
  canvasId: string | undefined,
  leaving: AbortSignal,
) {
  const news = new Signal();
  /** Jobs that have changed since they were last told, in the order of their changes. */
  const changed = new Set<string>();
  const note: Wake = (change) => {
    if (change === null || (canvasId !== undefined && change.canvasId !== canvasId)) return;
    changed.add(change.jobId);
    news.raise();
  };
  const unsubscribe = hub.subscribe(topics.owner(ownerId), note);
  try {
    for (const change of await retryWhileUnavailable(leaving, () =>
      changesOfOwners(pool, [ownerId], reachMs),
    ))
      note(change);
    while (!leaving.aborted) {
      news.lower();
      for (const jobId of changed) {
        changed.delete(jobId);
        // Whoever is told reads at once: that has to be possible, and there has to be something to read.
        if (await retryWhileUnavailable(leaving, () => exists(pool, jobId))) yield jobId;
        await delay(paceMs, undefined, { signal: leaving });
      }
      await news.wait(leaving);
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  } finally {
    unsubscribe();
  }
}

async function exists(sql: Sql, jobId: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT 1 FROM canvas_job WHERE id = $1', [jobId]);
  return rowCount === 1;
}
