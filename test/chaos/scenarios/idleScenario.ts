import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gridPlan, piecesOf } from '../../support/model/plans.ts';
import {
  type Subscription,
  subscribe,
  type Transport,
} from '../../support/requests/reconnectingSubscriber.ts';
import { eventually } from '../installation/database.ts';
import { type Inspector, inspectable, inspectProcess } from '../installation/inspector.ts';
import type { Installation } from '../installation/installation.ts';
import { instructionFor } from '../installation/provider.ts';
import { verify } from '../installation/verify.ts';

const jobCount = 20;
const objectCount = 199;
const openedAtOnce = 50;
const sampleMs = 30_000;
/** Growth of the memory in use that is tolerated, as a fraction. */
const maxGrowth = 0.05;

export const idleEnvironment = {
  MAX_CONCURRENT_JOBS: String(jobCount / 2),
  MAX_CONNECTIONS_PER_USER: '10000',
  MAX_SUBSCRIPTIONS_PER_USER: '10000',
};
export const idleApiEnvironment = inspectable;

/** A subscription, with the number of events received and their faults. */
type Watched = Subscription & { jobId: string; seen: number; faults: string[] };

/** Measures the memory of many subscriptions on one process, which are idle most of the time. */
export async function idleScenario(
  installation: Installation,
  { subscriptions, minutes }: { subscriptions: number; minutes: number },
): Promise<string[]> {
  const { database, report, logDir } = installation;
  const inspector = await inspectProcess(await readFile(join(logDir, 'api.log'), 'utf8'));
  const finish = playSlowly(installation, minutes);
  const jobIds: string[] = [];
  for (let index = 0; index < jobCount; index += 1) {
    const jobKey = `idle-${index}`;
    jobIds.push(await installation.api.create(jobKey, instructionFor(objectCount, jobKey)));
  }
  // Warm up: what is loaded, compiled or pooled at first use is not counted.
  await close(installation, await open(installation, 'ws', jobIds, 100));
  await close(installation, await open(installation, 'sse', jobIds, 100));

  const watched: Watched[] = [];
  for (const transport of ['ws', 'sse'] as const) {
    const before = await inspector.memoryInUse();
    const opened = await open(installation, transport, jobIds, subscriptions / 2);
    const cost = (await inspector.memoryInUse()) - before;
    report(`${opened.length} subscriptions over ${transport}: ${kilobytes(cost / opened.length)} each`);
    watched.push(...opened);
  }
  const live = await countSubscriptions(installation);
  const growth = await watchMemory(installation, inspector, minutes);
  const events = watched.reduce((sum, { seen }) => sum + seen, 0);
  report(`${events} events were delivered`);
  const left = await close(installation, watched);
  report(`in use afterwards: ${kilobytes(await inspector.memoryInUse())}`);
  inspector.close();
  await finish();
  await eventually('all jobs have ended', 120_000, async () => {
    const rows = await database.query('SELECT 1 FROM canvas_job WHERE finished_at IS NULL');
    return rows.length === 0 ? true : undefined;
  });
  return [
    ...watched.flatMap(({ faults }) => faults),
    ...(live === subscriptions ? [] : [`${live} live subscriptions instead of ${subscriptions}`]),
    ...(growth <= maxGrowth ? [] : [`the memory in use grew by ${(growth * 100).toFixed(1)} %`]),
    ...(left === 0 ? [] : [`${left} subscriptions were left after all clients had disconnected`]),
    ...(await verify(database, jobCount)),
  ];
}

const kilobytes = (bytes: number) => `${(bytes / 1_024).toFixed(1)} KB`;

/** Answers so slowly that the jobs last longer than the run. @returns Sends the rest at once. */
function playSlowly({ model }: Installation, minutes: number): () => Promise<void> {
  const pieces = piecesOf(gridPlan(objectCount));
  const finishing = new AbortController();
  model.respondToAll(async (request) => {
    for (const piece of pieces) {
      request.sendText(piece);
      const pauseMs = ((minutes + 2) * 60_000) / pieces.length;
      await delay(pauseMs, undefined, { signal: finishing.signal }).catch(() => undefined);
    }
    request.complete();
  });
  return async () => finishing.abort();
}

/** Opens subscriptions, evenly over the jobs; resolves when each has received an event. */
async function open(
  { apiUrl }: Installation,
  transport: Transport,
  jobIds: string[],
  count: number,
): Promise<Watched[]> {
  const opened: Watched[] = [];
  while (opened.length < count) {
    const batch = Array.from({ length: Math.min(openedAtOnce, count - opened.length) }, async (_, index) => {
      const jobId = jobIds[(opened.length + index) % jobIds.length] ?? '';
      const subscription = subscribe(transport, apiUrl, { jobId, after: 0 });
      const watched: Watched = { ...subscription, jobId, seen: 0, faults: [] };
      await watch(watched);
      return watched;
    });
    opened.push(...(await Promise.all(batch)));
  }
  return opened;
}

/** Reads until the subscription ends; resolves at the first event. */
function watch(watched: Watched): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = async () => {
      for await (const sequence of watched.sequences) {
        watched.seen += 1;
        if (sequence !== watched.seen) watched.faults.push(`received ${sequence} instead of ${watched.seen}`);
        resolve();
      }
    };
    // Closing it is an error here.
    read().catch(reject);
  });
}

/** Closes half of the connections and breaks the others. @returns Subscriptions that the API still has a second later. */
async function close(installation: Installation, watched: Watched[]): Promise<number> {
  await Promise.all(watched.map(({ cut, close: leave }, index) => (index % 2 === 0 ? cut() : leave())));
  const none = async () => ((await countSubscriptions(installation)) === 0 ? true : undefined);
  await eventually('no subscription is left', 1_000, none).catch(() => undefined);
  return countSubscriptions(installation);
}

const countSubscriptions = (installation: Installation) =>
  metricOf(installation, 'collabcanvas_subscriptions');

async function metricOf({ apiUrl }: Installation, name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', apiUrl))).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}

/** Samples the memory in use. @returns Its growth as a fraction of the first sample. */
async function watchMemory(
  installation: Installation,
  inspector: Inspector,
  minutes: number,
): Promise<number> {
  const { report } = installation;
  // The first deliveries fill caches and buffers that stay allocated.
  await delay(Math.min(sampleMs, minutes * 6_000));
  const first = await inspector.memoryInUse();
  let last = first;
  report(`in use: ${kilobytes(first)}`);
  const until = performance.now() + minutes * 60_000;
  while (performance.now() < until) {
    await delay(Math.min(sampleMs, Math.max(0, until - performance.now())));
    last = await inspector.memoryInUse();
    const resident = await metricOf(installation, 'process_resident_memory_bytes');
    report(`in use: ${kilobytes(last)}; resident: ${kilobytes(resident)}`);
  }
  return last / first - 1;
}
