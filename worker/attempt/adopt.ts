import { isUnavailable } from '../../src/database/isUnavailable.ts';
import { joinSameRequest } from '../../src/jobs/attempts/joinSameRequest.ts';
import type { Generation } from './generation.ts';
import { Member } from './member.ts';

/**
 * Whether other jobs may share the generation. A change is made for one canvas only; and jobs that were accepted under
 * another scope of the cache, or for another planner, have keys that say nothing now.
 */
export function isShareable({ founder, existing, cacheKey }: Generation): boolean {
  const isCurrent = cacheKey !== null && cacheKey === founder.cacheKey;
  return isCurrent && founder.type === 'CREATE_CANVAS' && existing.length === 0;
}

/**
 * Takes in the waiting jobs that ask for the very same: identical work is done once.
 * @returns Those that have come in.
 */
export async function adopt(generation: Generation): Promise<Member[]> {
  const { engine, founder, members } = generation;
  if (founder.cacheKey === null || !isShareable(generation) || members.signal.aborted) return [];
  const { planner, workerId, config } = engine;
  const timeLimitMs = config.JOB_TIMEOUT_MS;
  const starter = { workerId, planner: planner.name, model: planner.model, timeLimitMs };
  try {
    const jobs = await joinSameRequest(engine.pool, founder.cacheKey, starter);
    return jobs.map((job) => {
      engine.running.add(job.id);
      const member = new Member(engine, job, false);
      members.add(member);
      return member;
    });
  } catch (error) {
    // They wait a little longer.
    if (isUnavailable(error)) return [];
    throw error;
  }
}
