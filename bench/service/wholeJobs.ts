import type { Figure } from '../figures/figure.ts';
import { percentile, repeatFor } from '../figures/times.ts';
import { clientOf, type Installation, nextInstruction } from '../installation/installation.ts';
import type { Client } from '../installation/jobClient.ts';
import { costOfJobs, readCost } from './cost.ts';
import type { GraphileTimes } from './graphile.ts';

/** Clients that each create a job, follow it to its end, and create the next. */
const parallel = 20;
/** Seconds. */
const warmUp = 8;
const loaded = 20;
const alone = 12;

/** Measures whole jobs: created over HTTP, processed by a worker, followed to their end over a WebSocket. */
export async function measureWholeJobs(
  installation: Installation,
  graphile: GraphileTimes,
): Promise<Figure[]> {
  await runJobs(installation, warmUp, parallel);
  const before = await readCost(installation);
  const began = performance.now();
  const jobs = (await runJobs(installation, loaded, parallel)).created.length;
  const perSecond = jobs / ((performance.now() - began) / 1_000);
  const after = await readCost(installation);
  return [
    {
      name: `whole jobs, ${parallel} at a time`,
      value: perSecond,
      unit: '/s',
      baseline: { name: 'bare Graphile jobs with ten notifications', value: graphile.jobsPerSecond },
      goal: { bound: '≥', value: 120, ratio: 0.25 },
    },
    ...costOfJobs(before, after, jobs),
    ...delaysOf(await runJobs(installation, alone, 1), graphile),
  ];
}

function delaysOf({ created, started, completed }: JobTimes, graphile: GraphileTimes): Figure[] {
  const add = (part: number) => ({ name: 'Graphile: addJob', value: percentile(graphile.added, part) });
  const start = { name: 'Graphile: addJob → start of its task', value: percentile(graphile.started, 0.5) };
  const ms = (name: string, times: number[], part: number) => ({
    name: `${name}, p${part * 100}`,
    value: percentile(times, part),
    unit: 'ms',
  });
  return [
    {
      ...ms('createCanvasJob over HTTP, idle', created, 0.5),
      baseline: add(0.5),
      goal: { bound: '≤', ratio: 4 },
    },
    { ...ms('createCanvasJob over HTTP, idle', created, 0.99), baseline: add(0.99) },
    {
      ...ms('create → JobStarted received, idle', started, 0.5),
      baseline: start,
      goal: { bound: '≤', ratio: 2 },
    },
    { ...ms('create → JobCompleted received, idle', completed, 0.5), goal: { bound: '≤', value: 40 } },
  ];
}

/**
 * Milliseconds from the request to its answer, and to an event; and from the time in each event's row to the client, in
 * whole ones.
 */
export type JobTimes = Record<'created' | 'started' | 'completed' | 'delivered', number[]>;

/** Runs jobs to their end for that many seconds, some at a time. */
export async function runJobs(installation: Installation, seconds: number, count: number): Promise<JobTimes> {
  const times: JobTimes = { created: [], started: [], completed: [], delivered: [] };
  await repeatFor(seconds, count, (lane) => runJob(clientOf(installation, lane), times));
  return times;
}

async function runJob(client: Client, times: JobTimes): Promise<void> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  const id = await client.create(nextInstruction());
  times.created.push(passed());
  let last = '';
  for await (const { __typename, at } of client.events(id)) {
    times.delivered.push(Date.now() - Date.parse(at));
    last = __typename;
    if (last === 'JobStarted') times.started.push(passed());
    if (last === 'JobCompleted') times.completed.push(passed());
  }
  if (last !== 'JobCompleted') throw new Error(`the job ended with ${last}`);
}
