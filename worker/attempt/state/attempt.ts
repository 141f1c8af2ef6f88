import type { AttemptId, Job } from '../../../src/jobs/job.ts';
import { type AttemptControl, controlAttempt } from './attemptControl.ts';
import { AttemptLog } from './attemptLog.ts';
import type { WorkerContext } from './workerContext.ts';

/** A running attempt of a job: what its steps share. It is immutable; each step returns its result. */
export type Attempt = {
  readonly worker: WorkerContext;
  /** The job's row as it was when the attempt started. */
  readonly job: Job;
  readonly id: AttemptId;
  readonly control: AttemptControl;
  /** Aborted, with an AttemptAborted as its reason, when the attempt has to end. */
  readonly signal: AbortSignal;
  readonly log: AttemptLog;
};

/** Starts to watch an attempt; `attempt.control.dispose()` ends that. */
export function openAttempt(worker: WorkerContext, job: Job): Attempt {
  const { pool, hub, config, releaseSignal } = worker;
  const id = { jobId: job.id, number: job.attempt };
  const timeoutMs = config.JOB_TIMEOUT_MS;
  const control = controlAttempt({ pool, hub, attempt: id, timeoutMs, releaseSignal });
  return { worker, job, id, control, signal: control.signal, log: new AttemptLog(pool, job, control) };
}
