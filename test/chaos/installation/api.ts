import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A client that sends every operation again until it is answered. */
export type Api = {
  /** Creates a job. @param key Idempotency key: sent twice, it is still one job. */
  create(key: string, instruction: string): Promise<string>;
  cancel(jobId: string, keepPartial: boolean): Promise<void>;
  /** Sequences of a job's events as they come; ends after the terminal one, breaks when the connection does. */
  subscribe(jobId: string, after: number): AsyncIterableIterator<number>;
};

const createDocument = `mutation ($input: CreateCanvasJobInput!) {
  createCanvasJob(input: $input) { ... on CreateCanvasJobSuccess { job { id } } ... on Error { message } }
}`;
const cancelDocument = `mutation ($input: CancelJobInput!) { cancelJob(input: $input) { __typename } }`;
const subscribeDocument = `subscription ($jobId: ID!, $after: Int) {
  jobProgress(jobId: $jobId, after: $after) { sequence }
}`;

const answerTimeoutMs = 120_000;
const retryMs = 100;

export function createApi(url: string): Api {
  const send = (query: string, variables: object) => sendUntilAnswered(url, { query, variables });
  return {
    async create(key, instruction) {
      const input = { instruction, idempotencyKey: key, useCache: false };
      const { job, message } = (await send(createDocument, { input })).createCanvasJob;
      if (job === undefined) throw new Error(`the job was not accepted: ${message}`);
      return job.id;
    },
    async cancel(jobId, keepPartial) {
      await send(cancelDocument, { input: { jobId, keepPartial } });
    },
    async *subscribe(jobId, after) {
      const client = createClient({
        url: url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      try {
        for await (const { data, errors } of client.iterate<{ jobProgress: { sequence: number } }>({
          query: subscribeDocument,
          variables: { jobId, after },
        })) {
          if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
          if (data) yield data.jobProgress.sequence;
        }
      } finally {
        await client.dispose();
      }
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the document asked for
async function sendUntilAnswered(url: string, body: object): Promise<any> {
  const deadline = performance.now() + answerTimeoutMs;
  for (;;) {
    const answer = await sendOnce(url, body).catch((error: unknown) => ({ data: null, error }));
    // A mutation that failed for lack of a database has the answer null.
    if (answer.data && !answer.errors) return answer.data;
    if (performance.now() > deadline) {
      throw new Error(`the API gave no answer: ${JSON.stringify(answer)}`);
    }
    await delay(retryMs);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the document asked for
async function sendOnce(url: string, body: object): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  return response.json();
}
