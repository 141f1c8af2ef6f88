import { readEventsWithin } from '../../src/events/log/readEvents.ts';
import type { Job } from '../../src/jobs/job.ts';
import { isTracing, recordSpan, type Span, traced } from '../../src/tracing/trace.ts';
import type { WorkerContext } from './state/workerContext.ts';

/** Events of an attempt's start, at whose end `lastSeq` stands, and the one before: that the job waits. */
const eventsOfStart = 3;

/** Runs a started attempt as a span in the trace of its job, after one for its wait in the queue. */
export async function traceAttempt(
  worker: WorkerContext,
  job: Job,
  run: (span: Span) => Promise<void>,
): Promise<void> {
  const attributes = {
    'collabcanvas.job.id': job.id,
    'collabcanvas.job.type': job.type,
    'collabcanvas.attempt': job.attempt,
    'collabcanvas.worker.id': worker.workerId,
    'user.id': job.ownerId,
  };
  const options = { kind: 'consumer', parent: job.traceParent, attributes } as const;
  if (isTracing()) await recordWait(worker, job, options).catch(() => undefined);
  return traced('attempt', options, run);
}

async function recordWait(
  { pool }: WorkerContext,
  job: Job,
  options: Parameters<typeof traced>[1],
): Promise<void> {
  const range = { above: job.lastSeq - eventsOfStart, below: job.lastSeq };
  const [queued, started] = await readEventsWithin(pool, job.id, range, { isBackwards: false, limit: 2 });
  if (queued === undefined || started === undefined) return;
  recordSpan('wait in queue', { ...options, start: queued.at, end: started.at });
}
