import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from '../figures/times.ts';
import type { Client, ReceivedEvent } from '../installation/jobClient.ts';
import { type Ending, type Observations, type ObservedJob, planningMsOf } from './observations.ts';

/** Every so many rounds, a user cancels a job. */
const roundsPerCancel = 10;
/** Jobs of a round that are followed to their end without being cancelled. */
const jobsPerRound = 2;

const cancelDocument = `mutation ($input: CancelJobInput!) {
  cancelJob(input: $input) { __typename ... on Error { message } }
}`;
const canvasOfJobDocument = `query ($id: ID!) { job(id: $id) { canvas { id versionNumber } } }`;
const editDocument = `mutation ($input: UpdateCanvasObjectsInput!) {
  updateCanvasObjects(input: $input) { ... on UpdateCanvasObjectsSuccess { conflicts { __typename } } ... on Error { message } }
}`;

/** How users behave. */
export type Behaviour = {
  /** Jobs a minute that all users together begin at most. */
  jobsPerMinute: number;
  /** Milliseconds that they begin rounds for. */
  durationMs: number;
  /** Milliseconds after which a job that has not ended is given up. */
  followMs: number;
};

/** Lets users create, follow, edit and cancel, until their time is over and their jobs have ended. */
export async function runUsers(
  clients: readonly Client[],
  { jobsPerMinute, durationMs, followMs }: Behaviour,
  observations: Observations,
): Promise<void> {
  const began = performance.now();
  const roundMs = (60_000 * jobsPerRound * clients.length) / jobsPerMinute;
  const work = async (client: Client, index: number) => {
    const first = began + (roundMs * index) / clients.length;
    for (let round = 0; ; round += 1) {
      const time = Math.max(first + round * roundMs, performance.now());
      if (time >= began + durationMs) return;
      await waitUntil(time);
      await runRound({ client, observations, followMs }, round % roundsPerCancel === 0);
    }
  };
  await Promise.all(clients.map(work));
}

type User = { client: Client; observations: Observations; followMs: number };

/** Creates a canvas, edits it by hand, and has it changed; or cancels a job. */
async function runRound(user: User, cancels: boolean): Promise<void> {
  const { client, observations } = user;
  if (cancels) await cancelJob(user);
  const job = await createJob(user, nextInstruction());
  if (job?.ending !== 'JobCompleted') return;
  type Data = { job: { canvas: Canvas | null } | null };
  const data = await observations.count(() => client.send<Data>(canvasOfJobDocument, { id: job.id }));
  const canvas = data?.job?.canvas;
  if (!canvas) return;
  await observations.count(() => editCanvas(client, canvas));
  await createJob(user, 'Add Check address after Check stock', canvas.id);
}

type Canvas = { id: string; versionNumber: number };

/** Creates a job, and follows it to its end. */
async function createJob(
  user: User,
  instruction: string,
  canvasId?: string,
): Promise<ObservedJob | undefined> {
  const began = performance.now();
  const job = await requestJob(user, instruction, canvasId);
  if (job) await followJob(user, job, began);
  return job;
}

async function cancelJob(user: User): Promise<void> {
  const { client, observations } = user;
  const began = performance.now();
  const job = await requestJob(user, nextInstruction());
  if (!job) return;
  const result = await observations.count(() => mutate(client, cancelDocument, { jobId: job.id }));
  // A job that had ended before is no failure, but is not cancelled either.
  job.isCancelled = result?.__typename !== 'JobStateError';
  await followJob(user, job, began);
}

async function requestJob({ client, observations }: User, instruction: string, canvasId?: string) {
  const began = performance.now();
  const id = await observations.count(() => client.create(instruction, canvasId));
  observations.creations.push(performance.now() - began);
  if (id === undefined) return undefined;
  const job: ObservedJob = { id, client, isCancelled: false };
  observations.jobs.push(job);
  return job;
}

async function followJob(user: User, job: ObservedJob, began: number): Promise<void> {
  const { client, observations, followMs } = user;
  const events: ReceivedEvent[] = [];
  const follow = async () => {
    for await (const event of client.events(job.id)) events.push(event);
  };
  const ended = await observations.count(async () => {
    await withTimeout(follow(), followMs);
    const last = events.at(-1)?.__typename;
    if (!isEnding(last)) throw new Error(`the events of a job ended with ${last}`);
    return last;
  });
  if (ended === undefined) return;
  job.ending = ended;
  job.totalMs = performance.now() - began;
  job.planningMs = planningMsOf(events);
}

const isEnding = (type: string | undefined): type is Ending =>
  type === 'JobCompleted' || type === 'JobFailed' || type === 'JobCancelled';

async function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  const over = new AbortController();
  const timeout = delay(ms, undefined, { signal: over.signal }).then(() => {
    throw new Error(`a job had not ended after ${ms} ms`);
  });
  await Promise.race([work, timeout]).finally(() => over.abort());
}

type MutationResult = { __typename?: string; message?: string };

/**
 * @returns The result, also a refusal because of the job's state
 * @throws Error with the message of any other refusal
 */
async function mutate(client: Client, document: string, input: object): Promise<MutationResult | undefined> {
  const data = await client.send<Record<string, MutationResult>>(document, { input });
  const [result] = Object.values(data);
  if (result?.message !== undefined && result.__typename !== 'JobStateError') throw new Error(result.message);
  return result;
}

/** Adds a shape above what is there. */
function editCanvas(client: Client, { id, versionNumber }: Canvas) {
  const shape = { id: randomUUID(), x: 0, y: -300, width: 160, height: 80, text: 'Note' };
  return mutate(client, editDocument, { canvasId: id, baseVersionNumber: versionNumber, add: [{ shape }] });
}

let lastNumber = 0;

/** A flow that no other job of this run draws. */
function nextInstruction(): string {
  lastNumber += 1;
  return `Load ${lastNumber}: Order received -> Check stock -> Pack parcel -> Ship parcel -> Send invoice -> Close order`;
}
