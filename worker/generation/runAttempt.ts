import { readObjects } from '../../src/canvas/objectRows.ts';
import { patiently } from '../../src/database/patiently.ts';
import type { JobRow } from '../../src/jobs/job.ts';
import { AttemptAborted } from './abort.ts';
import type { Attempt } from './attempt.ts';
import { controlAttempt } from './attemptControl.ts';
import { AttemptLog } from './attemptLog.ts';
import { changesOf, commit } from './commit.ts';
import type { Engine } from './engine.ts';
import { generate } from './generate.ts';
import { type Outcome, outcomeOfError } from './outcome.ts';
import { PlanDraft } from './planDraft.ts';
import { recordOutcome } from './recordOutcome.ts';

const layingOutProgress = 0.9;
const savingProgress = 0.95;

/**
 * Runs one attempt at a job that has been started: plan and generate, validate, lay out, commit. However it
 * ends is recorded; nothing is thrown for it.
 */
export async function runAttempt(engine: Engine, job: JobRow): Promise<Outcome['type']> {
  const log = engine.log.child({ jobId: job.id, attempt: job.attempt });
  const began = performance.now();
  const control = controlAttempt({
    pool: engine.pool,
    hub: engine.hub,
    attempt: { jobId: job.id, number: job.attempt },
    timeoutMs: engine.config.JOB_TIMEOUT_MS,
    handBack: engine.handBack,
  });
  const attempt: Attempt = {
    engine,
    job,
    control,
    log: new AttemptLog(engine.pool, job, control.signal),
    existing: [],
    draft: new PlanDraft(),
    usage: null,
  };
  log.info({ type: job.type, planner: engine.planner.name }, 'attempt started');
  try {
    const outcome = await pipeline(attempt).catch((error: unknown) => {
      // What was thrown after the attempt was told to end is a consequence of that.
      const ended = outcomeOfError(control.signal.aborted ? control.signal.reason : error);
      if (ended.type === 'failed') log.warn({ err: error }, 'attempt failed');
      return ended;
    });
    await recordOutcome(attempt, outcome);
    const error = outcome.type === 'failed' ? outcome.error : undefined;
    log.info({ outcome: outcome.type, error, ms: Math.round(performance.now() - began) }, 'attempt ended');
    return outcome.type;
  } finally {
    control.dispose();
  }
}

async function pipeline(attempt: Attempt): Promise<Outcome> {
  const { engine, job, control, log } = attempt;
  attempt.existing = await patiently(control.signal, async () =>
    (await readObjects(engine.pool, job.canvas_id)).map(({ object }) => object),
  );
  const warnings = await generate(attempt);
  await log.enter('LAYING_OUT', layingOutProgress);
  const changes = await changesOf(attempt);
  await log.enter('SAVING', savingProgress);
  control.signal.throwIfAborted();
  if (await commit(attempt, changes, warnings)) return { type: 'completed' };
  // Refused: the row says whether the job was cancelled in this very moment, or taken over by others.
  await control.check();
  control.signal.throwIfAborted();
  throw new AttemptAborted('superseded');
}
