import { setTimeout as delay } from 'node:timers/promises';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { injectFaults, recoveryTimes } from '../installation/faults.ts';
import { describeCounts, describeDurations, Tally } from '../installation/figures.ts';
import type { Installation } from '../installation/installation.ts';
import { createUnreliableProvider, instructionFor, type OpenRequests } from '../installation/provider.ts';
import { createRandom } from '../installation/random.ts';
import { createSubscribers, type Subscribers } from '../installation/subscribers.ts';
import { countOutcomes, verify } from '../installation/verify.ts';

/**
 * Short delays and limits, so that failed attempts are retried within the time of a test.
 * @param perUser The most jobs of one user at once; null for no limit.
 */
export function stormEnvironment(perUser: number | null): Record<string, string> {
  return {
    MAX_CONCURRENT_JOBS: '8',
    MAX_JOB_RETRIES: '12',
    RETRY_FIRST_DELAY_MS: '100',
    RETRY_BACKOFF_BASE_MS: '200',
    RETRY_BACKOFF_MAX_MS: '1000',
    SHUTDOWN_GRACE_MS: '500',
    OPENAI_CONNECT_TIMEOUT_MS: '1500',
    OPENAI_FIRST_TOKEN_TIMEOUT_MS: '1500',
    OPENAI_SILENCE_TIMEOUT_MS: '1500',
    JOB_TIMEOUT_MS: '60000',
    ...(perUser !== null && { MAX_CONCURRENT_JOBS_PER_USER: String(perUser) }),
  };
}

/** Milliseconds after the last fault within which every job has to end. */
const settleMs = 90_000;

/** Milliseconds that a retry may wait for a worker: both can be down, and a paused one is detected only after 15 s. */
const maxExtraWaitMs = 30_000;

/** Runs many jobs while processes, connections and the provider fail at random. @returns Violations. */
export async function storm(
  installation: Installation,
  options: { jobs: number; minutes: number; perUser: number | null },
): Promise<string[]> {
  const { seed, database, model, api, workers, apiProcess, report } = installation;
  const [answers, faults] = [new Tally(), new Tally()];
  const open: OpenRequests = new Map();
  const subscribers = createSubscribers(api);
  model.respondToAll(createUnreliableProvider(seed, answers, open));

  const [cancels, kills] = await underFaults(installation, faults, async () => {
    const closings = await createJobs(installation, options.jobs, open, subscribers);
    await untilEnded(installation, options.minutes * 60_000);
    return closings;
  });
  report('no more faults; waiting until every job has ended');
  const settling = performance.now();
  await untilEnded(installation, settleMs);
  report(`everything had ended ${Math.round(performance.now() - settling)} ms after the last fault`);
  const missed = await subscribers.finish(30_000);

  report(`faults: ${describeCounts(faults.counts)}`);
  report(`answers of the provider: ${describeCounts(answers.counts)}`);
  report(`jobs and attempts: ${describeCounts(await countOutcomes(database))}`);
  for (const process of [apiProcess, ...workers])
    report(`${process.name} ended: ${describeCounts(process.exits)}`);
  report(`subscribers: ${subscribers.received.size}, ${subscribers.reconnects} reconnects`);
  report(describeDurations('kill -9 to running again', await recoveryTimes(installation, kills)));
  report(describeDurations("cancelJob to the provider's socket closed", cancels));
  const { perUser } = options;
  return [
    ...missed,
    // With a limit, a retry also waits for other jobs.
    ...(await (perUser === null ? findLateRetries(installation) : findExcess(installation, perUser))),
    ...(await findUnreadLogs(installation, subscribers)),
    ...(await verify(database, options.jobs)),
  ];
}

/**
 * Injects faults until the work has ended, also when it fails: nothing is started any more while everything is stopped.
 * @returns What the work returned, and the kills.
 */
async function underFaults<T>(installation: Installation, faults: Tally, work: () => Promise<T>) {
  const over = new AbortController();
  const injecting = injectFaults(installation, faults, over.signal);
  try {
    const result = await work();
    over.abort();
    return [result, await injecting] as const;
  } finally {
    over.abort();
    await injecting;
  }
}

/** Creates the jobs; subscribes to some, cancels some. @returns Milliseconds from each cancel to the closed socket. */
async function createJobs(
  { seed, api, report }: Installation,
  count: number,
  open: OpenRequests,
  subscribers: Subscribers,
) {
  const random = createRandom(seed, 'jobs');
  const closings: number[] = [];
  const pending = new Set<Promise<void>>();
  for (let index = 0; index < count; index += 1) {
    const jobKey = `job-${index}`;
    const id = await api.create(jobKey, instructionFor(random.between(2, 25), jobKey));
    if (random.chance(0.25)) subscribers.subscribe(id);
    const [cancelled, afterMs, keep] = [random.chance(0.1), random.between(0, 5_000), random.chance(0.5)];
    if (cancelled) {
      const cancelling = delay(afterMs).then(() =>
        cancel(jobKey, () => api.cancel(id, keep), open, closings),
      );
      pending.add(cancelling);
    }
    if ((index + 1) % 50 === 0) report(`${index + 1} jobs accepted`);
    await delay(random.between(0, 200));
  }
  await Promise.all(pending);
  return closings;
}

async function cancel(jobKey: string, send: () => Promise<void>, open: OpenRequests, closings: number[]) {
  const began = performance.now();
  const requests = [...(open.get(jobKey) ?? [])];
  await send();
  for (const { closed } of requests) void closed.then((at) => closings.push(at - began));
}

async function untilEnded({ database }: Installation, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const [row] = await database.query<{ active: number }>(
      'SELECT count(*)::int AS active FROM canvas_job WHERE finished_at IS NULL',
    );
    if (row?.active === 0) return;
    await delay(250);
  }
}

/** Retries that began long after their backoff. */
async function findLateRetries(installation: Installation): Promise<string[]> {
  const waits = await waitsBeyondBackoff(installation);
  installation.report(describeDurations('end of the backoff to the start of the retry', waits));
  return waits.filter((ms) => ms > maxExtraWaitMs).map((ms) => `a retry started ${ms} ms after its backoff`);
}

/** Milliseconds between the times of a transaction and the moment at which it has the lock of the queue. */
const lockMs = 500;

/** Whether more attempts ran at the same time than one user may have. */
async function findExcess({ database, report }: Installation, perUser: number): Promise<string[]> {
  const [row] = await database.query<{ most: number }>(
    `SELECT COALESCE(max(running), 0)::int AS most FROM (
       SELECT (SELECT count(*) FROM job_attempt other
               WHERE other.started_at <= one.started_at AND other.finished_at > one.started_at + interval '${lockMs} ms') AS running
       FROM job_attempt one) attempts`,
  );
  const most = row?.most ?? 0;
  report(`most attempts at once: ${most}`);
  return most > perUser ? [`${most} attempts of one user ran at once`] : [];
}

/** Milliseconds from the end of each backoff to the start of the attempt that followed. */
async function waitsBeyondBackoff({ database }: Installation): Promise<number[]> {
  const rows = await database.query<{ ms: number }>(
    `SELECT extract(epoch FROM next.started_at - failed.finished_at)::float * 1000 - failed.retry_delay_ms AS ms
     FROM job_attempt failed
     JOIN job_attempt next ON next.job_id = failed.job_id AND next.number = failed.number + 1
     WHERE failed.outcome = 'FAILED'`,
  );
  return rows.map(({ ms }) => Math.round(ms));
}

/** Compares the last sequence that each subscriber received with the length of the log. */
async function findUnreadLogs({ database }: Installation, { received }: Subscribers): Promise<string[]> {
  const rows = await database.query<{ id: string; last_seq: number }>('SELECT id, last_seq FROM canvas_job');
  const lengths = new Map(rows.map(({ id, last_seq }) => [id, last_seq]));
  return [...received].flatMap(([globalId, last]) => {
    const length = lengths.get(decodeId('CanvasJob', globalId) ?? '');
    return length === last ? [] : [`a subscriber of ${globalId} received ${last} of ${length} events`];
  });
}
