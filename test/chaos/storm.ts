import { setTimeout as delay } from 'node:timers/promises';
import { decodeId } from '../../src/api/graphql/ids.ts';
import { causeFaults, type Kill } from './faults.ts';
import { describeCounts, describeDurations, Tally } from './figures.ts';
import { createFollowers, type Followers } from './followers.ts';
import type { Installation } from './installation.ts';
import { capriciousProvider, instructionFor, type OpenRequests } from './provider.ts';
import { createRandom } from './random.ts';
import { countOutcomes, verify } from './verify.ts';

/** Limits that make trouble pass quickly enough for a test. */
export const stormEnvironment = {
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
};

/** Milliseconds from the last fault in which everything has to have ended. */
const settleMs = 90_000;

/** Milliseconds that a retry may wait for a worker: both can be down, and one at a time be given up only slowly. */
const maxExtraWaitMs = 30_000;

/** Many jobs, while whatever can go wrong does. @returns What was wrong at the end. */
export async function storm(
  installation: Installation,
  options: { jobs: number; minutes: number },
): Promise<string[]> {
  const { seed, database, model, api, workers, apiProcess, say } = installation;
  const [answers, faults] = [new Tally(), new Tally()];
  const open: OpenRequests = new Map();
  const followers = createFollowers(api);
  const calm = new AbortController();
  model.answerAll(capriciousProvider(seed, answers, open));

  const causing = causeFaults(installation, faults, calm.signal);
  const cancels = await createJobs(installation, options.jobs, open, followers);
  await untilEnded(installation, options.minutes * 60_000);
  calm.abort();
  const kills = await causing;
  say('no more faults; waiting for the rest');
  const settling = performance.now();
  await untilEnded(installation, settleMs);
  say(`everything had ended ${Math.round(performance.now() - settling)} ms after the last fault`);
  const missed = await followers.finish(30_000);

  say(`faults: ${describeCounts(faults.counts)}`);
  say(`answers of the provider: ${describeCounts(answers.counts)}`);
  say(`jobs and attempts: ${describeCounts(await countOutcomes(database))}`);
  for (const process of [apiProcess, ...workers])
    say(`${process.name} ended: ${describeCounts(process.exits)}`);
  say(`followers: ${followers.seen.size}, who came back ${followers.resumed} times`);
  say(describeDurations('kill -9 to running again', await recoveryTimes(installation, kills)));
  say(describeDurations("cancelJob to the provider's socket closed", cancels));
  const waits = await waitsBeyondBackoff(installation);
  say(describeDurations('end of the backoff to the start of the retry', waits));
  return [
    ...missed,
    ...waits.filter((ms) => ms > maxExtraWaitMs).map((ms) => `a retry started ${ms} ms after its backoff`),
    ...(await followersSawAll(installation, followers)),
    ...(await verify(database, options.jobs)),
  ];
}

/** Creates the jobs, some at a time; follows some, cancels some. @returns Times from cancelling to closed sockets. */
async function createJobs(
  { seed, api, say }: Installation,
  count: number,
  open: OpenRequests,
  followers: Followers,
) {
  const random = createRandom(seed, 'jobs');
  const closings: number[] = [];
  const pending = new Set<Promise<void>>();
  for (let index = 0; index < count; index += 1) {
    const jobKey = `job-${index}`;
    const id = await api.create(jobKey, instructionFor(random.between(2, 25), jobKey));
    if (random.chance(0.25)) followers.follow(id);
    const [cancelled, afterMs, keep] = [random.chance(0.1), random.between(0, 5_000), random.chance(0.5)];
    if (cancelled) {
      const cancelling = delay(afterMs).then(() =>
        cancel(jobKey, () => api.cancel(id, keep), open, closings),
      );
      pending.add(cancelling);
    }
    if ((index + 1) % 50 === 0) say(`${index + 1} jobs accepted`);
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

/** Milliseconds from each kill to the start of the attempt that followed each one that was lost by it. */
async function recoveryTimes({ database }: Installation, kills: Kill[]): Promise<number[]> {
  const times = kills.map(async ({ workerId, at }) => {
    const rows = await database.query<{ started_at: Date }>(
      `SELECT next.started_at FROM job_attempt lost
       JOIN job_attempt next ON next.job_id = lost.job_id AND next.number = lost.number + 1
       WHERE lost.worker_id = $1 AND lost.outcome = 'LOST'`,
      [workerId],
    );
    return rows.map((row) => row.started_at.getTime() - at.getTime());
  });
  return (await Promise.all(times)).flat();
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

/** Followers know jobs by other ids than the database does, so the lengths of logs are compared as a whole. */
async function followersSawAll({ database }: Installation, { seen }: Followers): Promise<string[]> {
  const rows = await database.query<{ id: string; last_seq: number }>('SELECT id, last_seq FROM canvas_job');
  const lengths = new Map(rows.map(({ id, last_seq }) => [id, last_seq]));
  return [...seen].flatMap(([globalId, last]) => {
    const length = lengths.get(decodeId('CanvasJob', globalId) ?? '');
    return length === last ? [] : [`a follower of ${globalId} saw ${last} of ${length} events`];
  });
}
