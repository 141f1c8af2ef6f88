import fc from 'fast-check';
import type pg from 'pg';
import { JobStateError, QuotaExceededError } from '../../../src/errors.ts';
import type { Job as DomainJob } from '../../../src/jobs/job.ts';
import { allows, type TransitionName } from '../../../src/jobs/transitions.ts';
import * as lifecycle from './lifecycle.ts';

/** A job as far as it decides what can be done to it. */
export type Job = Pick<DomainJob, 'id' | 'status' | 'attempt'> & {
  owner_id: string;
  last_seq: number;
  idempotency_key: string | null;
  /** Whether it need not wait for the time of a retry. */
  due: boolean;
  /** Whether it is queued after a failed attempt. */
  waits_for_retry: boolean;
  versions: number;
  /** Who runs it. */
  worker_id: string | null;
};

/** What a command should do to each job that it touches; all others stay as they are. */
export type Effects = Map<string, TransitionName | 'append'>;
/** What a command should do, and what it does when it is run. */
type Step = { effects: Effects; accepts: boolean; run: (pool: pg.Pool) => Promise<unknown> };

const index = fc.nat(7);
/** Mostly the current attempt, else an older one, or one that has not been. */
const attemptOffset = fc.constantFrom(0, 0, 0, -1, -2, 1);
const ending = fc.constantFrom<lifecycle.Ending>(
  'complete',
  'scheduleRetry',
  'fail',
  'release',
  'finishCancel',
);

const kinds = {
  create: fc.record({ owner: fc.nat(1), key: fc.option(fc.constantFrom('a', 'b')) }),
  start: fc.record({ worker: fc.nat(1) }),
  append: fc.record({ job: index, attemptOffset, seqOffset: fc.constantFrom(0, 0, -1, -3, 1) }),
  end: fc.record({
    job: index,
    attemptOffset,
    ending,
    delayMs: fc.constantFrom(0, 0, 60_000),
    keep: fc.boolean(),
  }),
  cancel: fc.record({ job: index, keep: fc.boolean() }),
  retry: fc.record({ job: index }),
  lose: fc.record({ worker: fc.nat(1) }),
};
type Kind = keyof typeof kinds;
type Given = { [K in Kind]: (typeof kinds)[K] extends fc.Arbitrary<infer Input> ? Input : never };
export type Command = { [K in Kind]: { type: K } & Given[K] }[Kind];

const weights: Record<Kind, number> = {
  create: 3,
  start: 6,
  append: 3,
  end: 7,
  cancel: 4,
  retry: 3,
  lose: 1,
};

/** Anything that can be done to jobs, by owners, workers, and workers that are late. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  ...(Object.keys(kinds) as Kind[]).map((type) => ({
    weight: weights[type],
    // Each record is put together with the name that it was made for.
    arbitrary: (kinds[type] as fc.Arbitrary<object>).map((input) => ({ type, ...input }) as Command),
  })),
);

const isActive = ({ status }: Job) => ['QUEUED', 'PROCESSING', 'CANCELLING'].includes(status);
const hasRoom = (jobs: Job[], ownerId: string) =>
  jobs.filter((job) => job.owner_id === ownerId && isActive(job)).length < lifecycle.limits.maxActivePerUser;
const nothing: Step = { effects: new Map(), accepts: true, run: async () => undefined };

/** What a command means for the jobs as they are. */
export function stepOf(jobs: Job[], owners: string[], it: Command): Step {
  if (it.type === 'create') return createStep(jobs, owners[it.owner] ?? '', it.key);
  if (it.type === 'start') return startStep(jobs, lifecycle.workerIds[it.worker] ?? '');
  if (it.type === 'lose') return loseStep(jobs, lifecycle.workerIds[it.worker] ?? '');
  const job = jobs[it.job % Math.max(1, jobs.length)];
  if (job === undefined) return nothing;
  if (it.type === 'cancel') return cancelStep(job, it.keep);
  if (it.type === 'retry') return retryStep(jobs, job);
  const id = { jobId: job.id, number: job.attempt + it.attemptOffset };
  const current = id.number === job.attempt;
  if (it.type === 'end') {
    const accepts = current && allows(job.status, it.ending);
    const effects: Effects = new Map(accepts ? [[job.id, it.ending]] : []);
    return { effects, accepts, run: (pool) => lifecycle.endAttempt(pool, it.ending, id, it) };
  }
  const running = current && job.status === 'PROCESSING';
  // One event short of the end: it looks like the last batch, sent again.
  const accepts = running && (it.seqOffset === 0 || it.seqOffset === -1);
  const effects: Effects = new Map(running && it.seqOffset === 0 ? [[job.id, 'append']] : []);
  return { effects, accepts, run: (pool) => lifecycle.append(pool, id, job.last_seq + it.seqOffset) };
}

function createStep(jobs: Job[], ownerId: string, key: string | null): Step {
  const known = jobs.some((job) => job.owner_id === ownerId && key !== null && job.idempotency_key === key);
  const accepts = known || hasRoom(jobs, ownerId);
  return { effects: new Map(), accepts, run: (pool) => lifecycle.create(pool, ownerId, key) };
}

/** Which one is next is for other tests to say: here any that may be started will do. */
function startStep(jobs: Job[], workerId: string): Step {
  const effects: Effects = new Map();
  const accepts = jobs.some(({ status, due }) => status === 'QUEUED' && due);
  const run = async (pool: pg.Pool) => {
    const job = await lifecycle.start(pool, workerId);
    if (job !== null) effects.set(job.id, 'start');
    return job !== null;
  };
  return { effects, accepts, run };
}

function loseStep(jobs: Job[], workerId: string): Step {
  const lost = jobs.filter((job) => job.worker_id === workerId);
  const effects: Effects = new Map(
    lost.map(({ id, status }) => [id, status === 'CANCELLING' ? 'finishCancel' : 'release']),
  );
  return { effects, accepts: true, run: (pool) => lifecycle.lose(pool, workerId) };
}

function cancelStep(job: Job, keep: boolean): Step {
  const effects: Effects = new Map();
  if (job.status === 'QUEUED') effects.set(job.id, 'cancelWaiting');
  if (job.status === 'PROCESSING') effects.set(job.id, 'requestCancel');
  const accepts = job.status !== 'COMPLETED' && job.status !== 'FAILED';
  return { effects, accepts, run: (pool) => lifecycle.cancel(pool, job.owner_id, job.id, keep) };
}

function retryStep(jobs: Job[], job: Job): Step {
  const run: Step['run'] = (pool) => lifecycle.retry(pool, job.owner_id, job.id);
  if (job.waits_for_retry) {
    // Its next attempt may start at once; the log says so, unless its time has come by itself.
    return { effects: new Map(job.due ? [] : [[job.id, 'append']]), accepts: true, run };
  }
  const accepts = allows(job.status, 'retry') && job.versions === 0 && hasRoom(jobs, job.owner_id);
  const effects: Effects = new Map(accepts ? [[job.id, 'retry']] : []);
  return { effects, accepts, run };
}

/** False for a refusal that is part of the contract; anything else, such as a broken constraint, is thrown. */
export async function isAccepted(result: Promise<unknown>): Promise<boolean> {
  try {
    return (await result) !== false;
  } catch (error) {
    if (error instanceof JobStateError || error instanceof QuotaExceededError) return false;
    throw error;
  }
}
