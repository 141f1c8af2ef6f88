import { expect } from 'vitest';
import type { Answer, Client } from './system.ts';

/** Operations on jobs through the API, for tests. */

const createDocument = `mutation Create($input: CreateCanvasJobInput!) {
  createCanvasJob(input: $input) {
    __typename
    ... on CreateCanvasJobSuccess { replayed job { id status canvas { id } } }
    ... on InputValidationError { fields { path message code } }
    ... on Error { message }
  }
}`;

type CreateInput = { instruction: string } & Record<string, unknown>;

/** Runs createCanvasJob. @returns Any of its results. */
export async function tryCreate(client: Client, input: CreateInput) {
  const { data, errors } = await client.send(createDocument, { input });
  expect(errors).toBeUndefined();
  return data.createCanvasJob;
}

/** Creates a job. @returns Its id and that of its canvas. */
export async function create(client: Client, input: CreateInput): Promise<{ id: string; canvasId: string }> {
  const result = await tryCreate(client, input);
  expect(result.__typename).toBe('CreateCanvasJobSuccess');
  return { id: result.job.id, canvasId: result.job.canvas.id };
}

export const progressDocument = `subscription Progress($jobId: ID!, $after: Int) {
  jobProgress(jobId: $jobId, after: $after) {
    __typename
    sequence
    attempt
    ... on JobProgressed { phase progress }
    ... on ObjectsGenerated {
      objectCount progress objects { __typename id ... on Shape { text x y } }
      updatedObjects { __typename id ... on Shape { text color } } deletedIds
    }
    ... on JobRetryScheduled { nextAttemptAt requested error { code message retryable } }
    ... on JobFailed { error { code message retryable } }
    ... on JobCompleted { canvasVersion { number } objectCount }
    ... on JobCancelled { keptPartial }
  }
}`;

/** The events of a job over a WebSocket, until the terminal one. */
export async function* watch(client: Client, jobId: string, after = 0) {
  yield* eventsOf(client.follow(progressDocument, { jobId, after }));
}

/** The same over server-sent events. */
export async function* watchSse(client: Client, jobId: string, after = 0) {
  yield* eventsOf(client.followSse(progressDocument, { jobId, after }));
}

async function* eventsOf(answers: AsyncIterable<Answer>) {
  for await (const { data, errors } of answers) {
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    yield data.jobProgress;
  }
}

/** All events until the terminal one. */
export async function history(client: Client, jobId: string, after = 0) {
  return Array.fromAsync(watch(client, jobId, after));
}

/** Waits for the first event of a type. */
export async function until(client: Client, jobId: string, type: string) {
  for await (const event of watch(client, jobId)) if (event.__typename === type) return event;
  throw new Error(`the log ended without ${type}`);
}

/** Reads a job. */
export async function readJob(client: Client, id: string) {
  const { data } = await client.send(
    `query Job($id: ID!) { job(id: $id) {
      id status phase progress attempt maxAttempts objectCount cacheHit planner queuePosition nextAttemptAt warnings runTimeMs
      error { code message retryable } usage { inputTokens outputTokens estimated }
      attempts { number outcome retryDelayMs error { code } startedAt finishedAt }
      canvas { id title versionNumber objectCount objects { __typename id ... on Shape { text } } }
    } }`,
    { id },
  );
  return data.job;
}

/** Each planner and model that the API names for a job: in the job, its attempts and its events. */
export async function plannersOf(client: Client, id: string): Promise<(string | null)[]> {
  const { data } = await client.send(
    `query ($id: ID!) { job(id: $id) {
      planner model attempts { planner model } events { nodes { ... on JobStarted { planner model } } }
    } }`,
    { id },
  );
  const { attempts, events, ...job } = data.job;
  return [job, ...attempts, ...events.nodes].flatMap((named): (string | null)[] => Object.values(named));
}

export function sequencesOf(events: { sequence: number }[]) {
  return events.map(({ sequence }) => sequence);
}
export function typesOf(events: { __typename: string }[]) {
  return events.map(({ __typename }) => __typename);
}

/** 1, 2, 3, … up to `last`. */
export function upTo(last: number, from = 1) {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}
