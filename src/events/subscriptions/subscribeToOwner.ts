import { setTimeout as delay } from 'node:timers/promises';
import { retryWhileUnavailable } from '../../database/outages/retryWhileUnavailable.ts';
import type { Sql } from '../../database/statement.ts';
import { topics } from '../listener/channels.ts';
import type { EventHub } from '../listener/hub.ts';
import { Signal } from '../listener/signal.ts';
import { readOwnersChanges } from '../listener/sql/readOwnersChanges.ts';
import type { Wake } from '../listener/subscribers.ts';
import { abortable } from './abortable.ts';
import { jobExists } from './sql/jobExists.ts';

/** Milliseconds between two ids: ten a second at most. */
const paceMs = 100;
/**
 * Age of the oldest changes that are reported at the beginning, in milliseconds: a client that has read a list and then
 * subscribes must not miss what happened between the two.
 */
const reachMs = 30_000;

type OwnerSource = { pool: Sql; hub: Pick<EventHub, 'subscribe'> };

/**
 * Yields the ids of the owner's jobs as they change, optionally of one canvas only. Never ends by itself.
 *
 * The subscriber reads the job's current state. So a slow one skips states, but always gets the last one.
 */
export function subscribeToOwner(
  source: OwnerSource,
  ownerId: string,
  canvasId?: string,
): AsyncGenerator<string, void> {
  return abortable((leaving) => generate(source, ownerId, canvasId, leaving));
}

async function* generate(
  { pool, hub }: OwnerSource,
  ownerId: string,
  canvasId: string | undefined,
  leaving: AbortSignal,
) {
  const wakeUp = new Signal();
  /** Jobs that have changed since they were last reported, in the order of their changes. */
  const changed = new Set<string>();
  const wake: Wake = (change) => {
    if (change === null || (canvasId !== undefined && change.canvasId !== canvasId)) return;
    changed.add(change.jobId);
    wakeUp.raise();
  };
  const unsubscribe = hub.subscribe(topics.owner(ownerId), wake);
  try {
    for (const change of await retryWhileUnavailable(leaving, () =>
      readOwnersChanges(pool, { ownerIds: [ownerId], reachMs }),
    ))
      wake(change);
    while (!leaving.aborted) {
      wakeUp.lower();
      for (const jobId of changed) {
        changed.delete(jobId);
        // The subscriber reads the job at once: the database has to be there, and the job, too.
        if (await retryWhileUnavailable(leaving, () => jobExists(pool, { jobId }))) yield jobId;
        await delay(paceMs, undefined, { signal: leaving });
      }
      await wakeUp.wait(leaving);
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  } finally {
    unsubscribe();
  }
}
