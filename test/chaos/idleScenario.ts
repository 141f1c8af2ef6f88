import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gridPlan, piecesOf } from '../support/plans.ts';
import { type Subscription, subscribe, type Transport } from '../support/reconnectingSubscriber.ts';
import { eventually } from './database.ts';
import { type Inspector, inspectable, inspectProcess } from './inspector.ts';
import type { Installation } from './installation.ts';
import { instructionFor } from './provider.ts';
import { verify } from './verify.ts';

const jobCount = 20;
const objectCount = 199;
const openedAtOnce = 50;
const sampleMs = 30_000;
/** Growth of the memory in use, as a part of all of it, that is no growth. */
const maxGrowth = 0.05;

export const idleEnvironment = {
  MAX_CONCURRENT_JOBS: String(jobCount / 2),
  MAX_CONNECTIONS_PER_USER: '10000',
  MAX_SUBSCRIPTIONS_PER_USER: '10000',
};
export const idleApiEnvironment = inspectable;

/** A subscription that is read, and what it has seen. */
type Watched = Subscription & { jobId: string; seen: number; faults: string[] };

/** Many subscriptions on one process, most of the time idle, and what they cost. */
export async function idleScenario(
  installation: Installation,
  { subscriptions, minutes }: { subscriptions: number; minutes: number },
): Promise<string[]> {
  const { database, report, logDir } = installation;
  const inspector = await inspectProcess(join(logDir, 'api.log'));
  const finish = playSlowly(installation, minutes);
  const jobIds: string[] = [];
  for (let index = 0; index < jobCount; index += 1) {
    const jobKey = `idle-${index}`;
    jobIds.push(await installation.api.create(jobKey, instructionFor(objectCount, jobKey)));
  }
  // What is loaded, compiled or pooled at the first use is no cost of those that follow.
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
  const followers = await followersOf(installation);
  const growth = await watchMemory(installation, inspector, minutes);
  const events = watched.reduce((sum, { seen }) => sum + seen, 0);
  report(`${events} events were delivered`);
  const left = await close(installation, watched);
  report(`in use afterwards: ${kilobytes(await inspector.memoryInUse())}`);
  inspector.close();
  await finish();
  await eventually('all jobs are over', 120_000, async () => {
    const rows = await database.query('SELECT 1 FROM canvas_job WHERE finished_at IS NULL');
    return rows.length === 0 ? true : undefined;
  });
  return [
    ...watched.flatMap(({ faults }) => faults),
    ...(followers === subscriptions ? [] : [`${followers} live subscriptions instead of ${subscriptions}`]),
    ...(growth <= maxGrowth ? [] : [`the memory in use grew by ${(growth * 100).toFixed(1)} %`]),
    ...(left === 0 ? [] : [`${left} subscriptions stayed when all had left`]),
    ...(await verify(database, jobCount)),
  ];
}

const kilobytes = (bytes: number) => `${(bytes / 1_024).toFixed(1)} KB`;

/** The model writes for longer than the run lasts. @returns Lets it write the rest at once. */
function playSlowly({ model }: Installation, minutes: number): () => Promise<void> {
  const pieces = piecesOf(gridPlan(objectCount));
  const hurry = new AbortController();
  model.answerAll(async (request) => {
    for (const piece of pieces) {
      request.say(piece);
      const pauseMs = ((minutes + 2) * 60_000) / pieces.length;
      await delay(pauseMs, undefined, { signal: hurry.signal }).catch(() => undefined);
    }
    request.complete();
  });
  return async () => hurry.abort();
}

/** Opens subscriptions, evenly over the jobs; resolves when all have seen something. */
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

/** Reads on for as long as the subscription lasts; resolves at the first event. */
function watch(watched: Watched): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = async () => {
      for await (const sequence of watched.sequences) {
        watched.seen += 1;
        if (sequence !== watched.seen) watched.faults.push(`saw ${sequence} in place of ${watched.seen}`);
        resolve();
      }
    };
    // It breaks when it is closed.
    read().catch(reject);
  });
}

/** Closes all of them, one half without a word. @returns How many the API still counts a second later. */
async function close(installation: Installation, watched: Watched[]): Promise<number> {
  await Promise.all(watched.map(({ cut, close: leave }, index) => (index % 2 === 0 ? cut() : leave())));
  const none = async () => ((await followersOf(installation)) === 0 ? true : undefined);
  await eventually('nobody is followed', 1_000, none).catch(() => undefined);
  return followersOf(installation);
}

const followersOf = (installation: Installation) => metricOf(installation, 'collabcanvas_subscriptions');

async function metricOf({ apiUrl }: Installation, name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', apiUrl))).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}

/** Takes samples of the memory in use. @returns How much it has grown, as a part of what it was at first. */
async function watchMemory(
  installation: Installation,
  inspector: Inspector,
  minutes: number,
): Promise<number> {
  const { report } = installation;
  // The first deliveries fill what then stays.
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
