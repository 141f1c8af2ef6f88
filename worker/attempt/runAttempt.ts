import type { Job } from '../../src/jobs/job.ts';
import { withOnlyLogFields } from '../../src/logContext.ts';
import { type Span, traced } from '../../src/tracing/trace.ts';
import { commitResult } from './commit/commitResult.ts';
import { completeDuplicates } from './commit/completeDuplicates.ts';
import { settleAttempt } from './commit/settleAttempt.ts';
import { layOutPlan } from './layout/layOutPlan.ts';
import { loadCanvas } from './layout/loadCanvas.ts';
import { makePlan } from './planning/makePlan.ts';
import { type Attempt, openAttempt } from './state/attempt.ts';
import { type Outcome, outcomeOfError } from './state/outcome.ts';
import type { PartialPlan } from './state/plan.ts';
import type { WorkerContext } from './state/workerContext.ts';
import { traceAttempt } from './traceAttempt.ts';

/** Runs a started attempt of a job. Records its outcome; throws nothing. */
export function runAttempt(worker: WorkerContext, job: Job): Promise<void> {
  const ids = { jobId: job.id, attempt: job.attempt, workerId: worker.workerId, userId: job.ownerId };
  return withOnlyLogFields(ids, () => traceAttempt(worker, job, (span) => run(worker, job, span)));
}

async function run(worker: WorkerContext, job: Job, span: Span): Promise<void> {
  const startedAt = performance.now();
  worker.running.add(job.id);
  const attempt = openAttempt(worker, job);
  worker.metrics.started(job);
  worker.log.info({ type: job.type, planner: job.planner }, 'attempt started');

  const outcome = await execute(attempt).catch((error: unknown) => outcomeOf(attempt, error));
  attempt.control.dispose();
  await attempt.log.close();
  await settleAttempt(attempt, outcome);

  worker.running.delete(job.id);
  reportEnd(attempt, outcome, performance.now() - startedAt);
  span.set({ 'collabcanvas.outcome': outcome.type });
  if (outcome.type === 'failed') span.fail(outcome.error.code);
  if (outcome.type === 'completed') await completeDuplicates(attempt);
}

async function execute(attempt: Attempt): Promise<Outcome> {
  const canvas = await loadCanvas(attempt);
  const plan = await makePlan(attempt, canvas);
  if (plan.source === 'interrupted') return outcomeOf(attempt, plan.reason, plan.partial);
  try {
    const result = await layOutPlan(attempt, canvas, plan);
    return await traced('commit', {}, () => commitResult(attempt, canvas, plan, result));
  } catch (error) {
    return outcomeOf(attempt, error, plan.partial);
  }
}

/** An abort explains every error that it causes. */
function outcomeOf({ worker, signal }: Attempt, error: unknown, partial?: PartialPlan | null): Outcome {
  if (signal.aborted) return outcomeOfError(signal.reason, partial);
  worker.log.warn({ err: error }, 'attempt failed');
  return outcomeOfError(error, partial);
}

function reportEnd({ worker, job }: Attempt, outcome: Outcome, ms: number): void {
  worker.metrics.ended(job, outcome, ms / 1_000);
  // Without the suggestions: they are instructions.
  const error =
    outcome.type === 'failed' ? { code: outcome.error.code, retryable: outcome.error.retryable } : undefined;
  worker.log.info({ outcome: outcome.type, error, ms: Math.round(ms) }, 'attempt ended');
}
