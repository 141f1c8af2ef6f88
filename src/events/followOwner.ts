import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../database/isUnavailable.ts';
import { abortable } from './abortable.ts';
import { topics } from './channels.ts';
import type { FollowSource } from './followJob.ts';
import { Signal } from './signal.ts';

/** A burst of changes of one job is told once. */
const coalesceMs = 100;
const slowPollMs = 5_000;

/**
 * Ids of the owner's jobs as they change, optionally of one canvas only. Never ends by itself.
 *
 * What is told is that a job has changed, not how: whoever is told reads its newest state. So a slow reader
 * skips states, but never rests on a stale one.
 */
export function followOwner(
  source: FollowSource,
  ownerId: string,
  canvasId?: string,
): AsyncGenerator<string, void> {
  return abortable((leaving) => follow(source, ownerId, canvasId, leaving));
}

async function* follow(
  source: FollowSource,
  ownerId: string,
  canvasId: string | undefined,
  leaving: AbortSignal,
) {
  const news = new Signal();
  const unsubscribe = source.hub.subscribe(topics.owner(ownerId), news.raise);
  const seen = new Map<string, number>();
  try {
    // What is there already is known to whoever subscribes; only what comes after is news.
    for (const { id, last_seq } of await changesOf(source, ownerId, canvasId, leaving))
      seen.set(id, last_seq);
    while (!leaving.aborted) {
      await news.wait(slowPollMs, leaving);
      news.lower();
      for (const { id, last_seq } of await changesOf(source, ownerId, canvasId, leaving)) {
        if (seen.get(id) === last_seq) continue;
        seen.set(id, last_seq);
        yield id;
      }
      await delay(coalesceMs, undefined, { signal: leaving }).catch(() => undefined);
    }
  } finally {
    unsubscribe();
  }
}

type JobVersion = { id: string; last_seq: number };

/** The owner's jobs that may have changed lately, with how far their logs have got. */
async function changesOf(
  source: FollowSource,
  ownerId: string,
  canvasId: string | undefined,
  leaving: AbortSignal,
): Promise<JobVersion[]> {
  while (!leaving.aborted) {
    try {
      const { rows } = await source.pool.query<JobVersion>(statement, [ownerId, canvasId ?? null]);
      return rows;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await delay(250, undefined, { signal: leaving }).catch(() => undefined);
    }
  }
  return [];
}

// A job that is over changes no more, so the window only has to be longer than any interruption between two reads.
const statement = `
  SELECT id, last_seq FROM canvas_job
  WHERE owner_id = $1 AND ($2::uuid IS NULL OR canvas_id = $2)
    AND (finished_at IS NULL OR finished_at > now() - interval '10 minutes')`;
