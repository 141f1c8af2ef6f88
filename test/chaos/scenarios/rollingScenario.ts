import { setTimeout as delay } from 'node:timers/promises';
import type { ModelRequest } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { describeCounts, describeDurations } from '../installation/figures.ts';
import type { Installation } from '../installation/installation.ts';
import { instructionFor, parseRequest, sendPieces } from '../installation/provider.ts';
import { createRandom } from '../installation/random.ts';
import { countOutcomes, verify } from '../installation/verify.ts';

/** Short, so that some jobs finish within it and others are released. */
export const rollingEnvironment = { SHUTDOWN_GRACE_MS: '400', MAX_CONCURRENT_JOBS: '4' };

/** Jobs that are waiting or running at any time. */
const load = 8;

/** Stops workers one after the other under load, as deployments do. */
export async function rollingScenario(installation: Installation, tries: number): Promise<string[]> {
  const { database, model, workers, seed, report } = installation;
  const random = createRandom(seed, 'rolling');
  model.respondToAll(steadyProvider(seed));
  const stopping = new AbortController();
  const working = keepBusy(installation, stopping.signal);
  const [stops, violations]: [number[], string[]] = [[], []];
  for (let index = 0; index < tries; index += 1) {
    const worker = workers[index % workers.length];
    if (worker === undefined) throw new Error('there are no workers');
    await Promise.all(workers.map((each) => each.ready()));
    await delay(random.between(0, 500));
    const began = performance.now();
    const ended = worker.ended();
    worker.signal('SIGTERM');
    await ended;
    stops.push(performance.now() - began);
    violations.push(...(await findLocksOfStopped(installation)));
    if ((index + 1) % 20 === 0) report(`${index + 1} workers stopped`);
  }
  stopping.abort();
  const jobCount = await working;
  report(describeDurations('SIGTERM to the end of the process', stops));
  const outcomes = await countOutcomes(database);
  report(`jobs and attempts: ${describeCounts(outcomes)}`);
  for (const [name, count] of outcomes) {
    if (!/^COMPLETED$|^attempt (SUCCEEDED|HANDED_BACK)$/.test(name)) violations.push(`${count} × ${name}`);
  }
  for (const { name, exits } of workers) {
    for (const [how, count] of exits)
      if (how !== 'code 0') violations.push(`${name} ended ${count} × with ${how}`);
  }
  return [...violations, ...(await findCountedReleases(installation)), ...(await verify(database, jobCount))];
}

/** Answers every request completely, within two seconds. */
function steadyProvider(seed: number) {
  const random = createRandom(seed, 'steady provider');
  return async (request: ModelRequest): Promise<void> => {
    const pieces = piecesOf(flowPlan(parseRequest(request).objectCount));
    if (await sendPieces(request, pieces, () => random.between(20, 120))) request.complete();
  };
}

/** Keeps jobs waiting and running until the signal is aborted. @returns Number of jobs. */
async function keepBusy({ api }: Installation, stop: AbortSignal): Promise<number> {
  let count = 0;
  const oneAfterAnother = async () => {
    while (!stop.aborted) {
      count += 1;
      const jobKey = `rolling-${count}`;
      const id = await api.create(jobKey, instructionFor(15, jobKey));
      for await (const _ of api.subscribe(id, 0));
    }
  };
  await Promise.all(Array.from({ length: load }, oneAfterAnother));
  return count;
}

async function findLocksOfStopped({ database }: Installation): Promise<string[]> {
  const rows = await database.query<{ locked_by: string }>(
    `SELECT locked_by FROM graphile_worker.jobs JOIN worker ON worker.pool_id = locked_by
     WHERE worker.stopped_at IS NOT NULL`,
  );
  return rows.map((row) => `a Graphile job is locked by ${row.locked_by}, which has stopped`);
}

/** Jobs whose attempts were counted although they had only been released. */
async function findCountedReleases({ database }: Installation): Promise<string[]> {
  const rows = await database.query<{ idempotency_key: string }>(
    `SELECT job.idempotency_key FROM canvas_job job WHERE max_attempts - 4 <>
       (SELECT count(*) FROM job_attempt WHERE job_id = job.id AND outcome = 'HANDED_BACK')`,
  );
  return rows.map((row) => `an attempt of ${row.idempotency_key} was counted`);
}
