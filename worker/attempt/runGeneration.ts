import { readCanvasState } from '../../src/canvas/versions/objectRows.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import { recordableWarnings } from '../../src/jobs/attempts/recordable.ts';
import type { Job } from '../../src/jobs/job.ts';
import { wakeSameRequests } from '../../src/jobs/queue/queue.ts';
import { PlanDraft } from '../plan/planDraft.ts';
import { commitAll, usageOf } from './commit.ts';
import type { Engine } from './engine.ts';
import { generate } from './generate.ts';
import type { Generation } from './generation.ts';
import { Member } from './member.ts';
import { Members } from './members.ts';
import { type Outcome, outcomeOfError } from './outcome.ts';
import { recordOutcome } from './recordOutcome.ts';
import { cachedResult, changesOf, currentCacheKey, type Result, sizeOf } from './result.ts';

const layingOutProgress = 0.9;
const savingProgress = 0.95;

/**
 * Runs the attempt at a job that has been started, and at those that ask for the very same meanwhile: cache, or
 * plan and generate, validate, lay out; then commit. However it ends is recorded; nothing is thrown for it.
 */
export async function runGeneration(engine: Engine, founder: Job): Promise<void> {
  const began = performance.now();
  const log = engine.log.child({ jobId: founder.id, attempt: founder.attempt });
  const ended = (member: Member, outcome: Outcome) => {
    engine.running.delete(member.job.id);
    engine.attemptEnded(outcome.type, (performance.now() - began) / 1_000);
    const error = outcome.type === 'failed' ? outcome.error : undefined;
    log.info(
      { ...member.id, outcome: outcome.type, error, ms: Math.round(performance.now() - began) },
      'attempt ended',
    );
  };
  const members = new Members(async (member, reason, last) => {
    const outcome = outcomeOfError(reason);
    // The cost goes with the last one who leaves; as long as others stay, they will carry it.
    await recordOutcome(generation, member, outcome, last ? usageOf(generation) : null);
    ended(member, outcome);
  });
  const generation: Generation = {
    engine,
    founder,
    members,
    existing: [],
    version: 0,
    cacheKey: null,
    draft: new PlanDraft(),
    usage: null,
  };
  log.info({ type: founder.type, planner: engine.planner.name }, 'attempt started');
  engine.running.add(founder.id);
  members.add(new Member(engine, founder, true));
  try {
    await pipeline(generation, (member) => ended(member, { type: 'completed' }));
  } catch (error) {
    const outcome = outcomeOfError(error);
    if (!members.signal.aborted) log.warn({ err: error }, 'attempt failed');
    for (const [index, member] of members.present.entries()) {
      members.release(member);
      await recordOutcome(generation, member, outcome, index === 0 ? usageOf(generation) : null);
      ended(member, outcome);
    }
  }
  await members.settled();
  await wakeFollowers(generation);
}

async function pipeline(generation: Generation, onCompleted: (member: Member) => void): Promise<void> {
  const { engine, founder, members } = generation;
  const canvas = await retryWhileUnavailable(members.signal, () =>
    readCanvasState(engine.pool, founder.canvasId),
  );
  generation.existing = canvas.objects;
  generation.version = canvas.version;
  generation.cacheKey = currentCacheKey(generation);
  const result = (await fromCache(generation)) ?? (await fromPlanner(generation));
  await enter(generation, 'SAVING', savingProgress);
  await commitAll(generation, result, onCompleted);
}

async function fromCache(generation: Generation): Promise<Result | null> {
  const result = await cachedResult(generation);
  if (result === null) return null;
  const { added } = result.changes;
  const objectCount = sizeOf(result.changes);
  const payload = { objects: added, objectCount, progress: layingOutProgress };
  const progress = { phase: 'LAYING_OUT', progress: layingOutProgress, objectCount } as const;
  await generation.members.publish([{ type: 'ObjectsGenerated', payload }], progress);
  return result;
}

async function fromPlanner(generation: Generation): Promise<Result> {
  const warnings = recordableWarnings(await generate(generation));
  await enter(generation, 'LAYING_OUT', layingOutProgress);
  const planned = await changesOf(generation);
  return {
    title: generation.draft.header.title,
    ...planned,
    warnings: [...warnings, ...planned.warnings],
    plannerWarnings: warnings,
    entry: null,
  };
}

async function enter(
  { members }: Generation,
  phase: 'LAYING_OUT' | 'SAVING',
  progress: number,
): Promise<void> {
  await members.publish([{ type: 'JobProgressed', payload: { phase, progress } }], { phase, progress });
}

/** Jobs that waited for this generation without having come in get their own start, or its result. */
async function wakeFollowers({ engine, founder }: Generation): Promise<void> {
  const key = founder.cacheKey;
  if (key !== null) await retryWhileUnavailable(engine.giveUp, () => wakeSameRequests(engine.pool, key));
}
