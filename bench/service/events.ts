import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { listenTo } from '../../src/database/connection.ts';
import { notify } from '../../src/events/listener/sql/notify.ts';
import type { Figure } from '../figures/figure.ts';
import { percentile } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { clientOf, type Installation, nextInstruction } from '../installation/installation.ts';
import type { Client } from '../installation/jobClient.ts';
import { missedRate } from './creations.ts';

const jobs = 100;
/** Events a second of all jobs. */
const rate = 2_000;
const seconds = 6;
const eventsPerJob = (rate * seconds) / jobs;
/** First events of each job, which are not measured. */
const warmUp = eventsPerJob / seconds;
const notifications = 500;

/** Measures how long an event takes from its row to a subscriber, while another process writes many. No worker runs. */
export async function measureEvents(installation: Installation): Promise<Figure[]> {
  const beside = await measureNotifications(installation.database);
  const receiving = await Promise.all(
    Array.from({ length: jobs }, async (_, index) => {
      const client = clientOf(installation, index);
      return { times: receive(client, await client.create(nextInstruction())) };
    }),
  );
  const reached = await writeEvents(installation.database.url);
  const times = (await Promise.all(receiving.map((each) => each.times))).flat();
  const name = `event written → WebSocket client, ${reached.toFixed(0)} of ${rate} a second`;
  const figure = (part: number): Figure => ({
    name: `${name}, p${part * 100}`,
    value: percentile(times, part),
    unit: 'ms',
    baseline: { name: 'NOTIFY → listener, one at a time', value: percentile(beside, part) },
  });
  return [
    figure(0.5),
    { ...figure(0.99), goal: { bound: '≤', value: 20, missed: missedRate(reached, rate) } },
  ];
}

/** Receives all events of a job. @returns Milliseconds of each from the time in its row, both in whole ones. */
async function receive(client: Client, jobId: string): Promise<number[]> {
  const times: number[] = [];
  for await (const { __typename, at } of client.events(jobId)) {
    if (__typename !== 'JobProgressed') continue;
    times.push(Date.now() - Date.parse(at));
    // The first is written by the start of the attempt.
    if (times.length === 1 + eventsPerJob) break;
  }
  return times.slice(1 + warmUp);
}

/** @returns Events a second. */
async function writeEvents(url: string): Promise<number> {
  const path = fileURLToPath(new URL('eventWriter.main.ts', import.meta.url));
  const values = [url, jobs, rate, eventsPerJob].map(String);
  return Number((await promisify(execFile)(process.execPath, [path, ...values])).stdout);
}

async function measureNotifications({ url, pool }: BenchDatabase): Promise<number[]> {
  const channel = 'bench';
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  await listenTo(listener, channel);
  const times: number[] = [];
  for (let index = 0; index < notifications; index += 1) {
    const received = new Promise((resolve) => listener.once('notification', resolve));
    const began = performance.now();
    await Promise.all([received, notify(pool, { channel, payload: '' })]);
    times.push(performance.now() - began);
  }
  await listener.end();
  return times;
}
