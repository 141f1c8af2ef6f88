import { setTimeout as delay } from 'node:timers/promises';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { findViolations } from '../../support/database/invariants.ts';
import { type Api, createApi } from '../installation/api.ts';
import { eventually } from '../installation/database.ts';
import { describeCounts, describeDurations, Tally } from '../installation/figures.ts';
import { createRandom, type Random } from '../installation/random.ts';
import { watchAvailability } from './availability.ts';
import { type Kills, killAtRandom } from './faults.ts';
import { createJobs, sendHostileOperations } from './operations.ts';
import { type Product, serviceNames, untilBothReady } from './product.ts';
import { sendRaw } from './rawTraffic.ts';

/** The supervisor's longest backoff, and the time that a start takes on a busy machine, in milliseconds. */
const maxOutageMs = 30_000 + 30_000;
const settleMs = 180_000;
const rawSenders = 4;

/**
 * Random abuse of the product as `npm start` runs it: malformed requests and upgrades, resets, random bytes, hostile
 * operations, instructions that are hard to parse, and processes killed or paused, also while they start.
 * @returns Violations: an outage that outlasts the supervisor's backoff, a process that ended without having been
 * killed, or a job without an outcome.
 */
export async function abuse(
  product: Product,
  options: { seed: number; minutes: number; report: (line: string) => void },
): Promise<string[]> {
  const { seed, minutes, report } = options;
  const random = (purpose: string) => createRandom(seed, purpose);
  const [raw, operations, faults] = [new Tally(), new Tally(), new Tally()];
  const over = AbortSignal.timeout(minutes * 60_000);
  const watched = new AbortController();
  const availability = {
    api: watchAvailability(product.origins.api, watched.signal),
    worker: watchAvailability(product.origins.worker, watched.signal),
  };
  const url = `${product.origins.api}/graphql`;
  const api = createApi(url);
  const ids: string[] = [];
  const remembering: Api = {
    ...api,
    async create(key, instruction) {
      const id = await api.create(key, instruction);
      ids.push(id);
      return id;
    },
  };

  let kills: Kills = { api: new Set(), worker: new Set() };
  const violations = await runAll(over, (signal) => [
    createJobs(remembering, random('jobs'), signal),
    sendHostileOperations(url, random('operations'), ids, operations, signal),
    killAtRandom(product, availability, random('faults'), faults, signal).then((made) => {
      kills = made;
    }),
    ...Array.from({ length: rawSenders }, (_, index) =>
      sendRawTraffic(product, random(`raw ${index}`), raw, signal),
    ),
  ]);
  report('no more abuse; waiting for the rest');
  try {
    violations.push(...(await settle(product, ids, report)), ...(await findCrashes(product, kills)));
  } catch (error) {
    violations.push(String(error));
  } finally {
    watched.abort();
  }

  report(`sent: ${describeCounts(raw.counts)}`);
  report(`answers to operations: ${describeCounts(operations.counts)}`);
  report(`faults: ${describeCounts(faults.counts)}`);
  report(`${ids.length} jobs accepted`);
  for (const [name, { longestOutageMs, answerMs }] of Object.entries(availability)) {
    report(
      `${name}: longest outage after a fault ${Math.round(longestOutageMs)} ms; ${describeDurations('/health', answerMs)}`,
    );
    if (longestOutageMs > maxOutageMs)
      violations.push(`the ${name} was down for ${Math.round(longestOutageMs)} ms`);
  }
  return violations;
}

/** Finds processes that ended although the scenario had not killed them: a request or a job stopped them. */
async function findCrashes(product: Product, kills: Kills): Promise<string[]> {
  const crashes = serviceNames.map(async (name) => {
    const { restarts, lastExit } = await product.countUnplannedRestarts(name);
    const killed = kills[name].size;
    return restarts > killed
      ? [`the ${name} was restarted ${restarts} times after ${killed} kills (last exit: ${lastExit})`]
      : [];
  });
  return (await Promise.all(crashes)).flat();
}

/** Runs work until the signal is aborted, or some of it fails. @returns What failed. */
async function runAll(over: AbortSignal, start: (signal: AbortSignal) => Promise<void>[]): Promise<string[]> {
  const failed = new AbortController();
  const results = await Promise.allSettled(
    start(AbortSignal.any([over, failed.signal])).map((work) =>
      work.catch((error: unknown) => {
        failed.abort();
        throw error;
      }),
    ),
  );
  return results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
}

async function sendRawTraffic(
  product: Product,
  random: Random,
  sent: Tally,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    sent.add(await sendRaw(random.pick(Object.values(product.origins)), random));
    await delay(random.between(0, 50));
  }
}

/** Waits until all is well again. @returns What does not become well. */
async function settle(
  product: Product,
  ids: readonly string[],
  report: (line: string) => void,
): Promise<string[]> {
  if (!product.isRunning()) return ['npm start has ended'];
  const began = performance.now();
  await untilBothReady(product, settleMs);
  // A random operation may have paused the queue.
  await fetch(`${product.origins.api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { resumeQueue { __typename } }' }),
  });
  const pool = product.openPool();
  try {
    await eventually('every job has ended', settleMs, async () => {
      const { rows } = await pool.query('SELECT 1 FROM canvas_job WHERE finished_at IS NULL LIMIT 1');
      return rows.length === 0 || undefined;
    });
    report(`everything had ended ${Math.round(performance.now() - began)} ms after the last fault`);
    const known = await pool.query<{ id: string }>('SELECT id FROM canvas_job');
    const kept = new Set(known.rows.map(({ id }) => id));
    const lost = ids.filter((id) => !kept.has(decodeId('CanvasJob', id) ?? ''));
    const outcomes = await pool.query<{ name: string; count: number }>(
      `SELECT status::text || COALESCE(' ' || error_code, '') AS name, count(*)::int AS count FROM canvas_job GROUP BY 1`,
    );
    report(`jobs: ${describeCounts(new Map(outcomes.rows.map(({ name, count }) => [name, count])))}`);
    return [...lost.map((id) => `accepted job ${id} is lost`), ...(await findViolations(pool))];
  } finally {
    await pool.end();
  }
}
