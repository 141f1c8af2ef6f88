import { setTimeout as delay } from 'node:timers/promises';
import type { ModelRequest } from '../../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import type { Tally } from './figures.ts';
import { createRandom, type Random } from './random.ts';

/** The instruction of a job: it names the number of objects and the job's key. */
export function instructionFor(objectCount: number, jobKey: string) {
  return `${objectCount} objects for ${jobKey}`;
}

/** Reads the number of objects and the job's key from a request to the model. */
export function parseRequest(request: ModelRequest): { objectCount: number; jobKey: string } {
  const [, count, jobKey] = /(\d+) objects for ([\w-]+)/.exec(JSON.stringify(request.body.input)) ?? [];
  if (jobKey === undefined) throw new Error('this request is not one of ours');
  return { objectCount: Number(count), jobKey };
}

/** Relative frequency of each behaviour. */
const weights = {
  complete: 70,
  'rate limit': 6,
  'server error': 6,
  'no response': 3,
  'no first token': 3,
  silence: 4,
  truncated: 4,
  disconnect: 4,
};
type Behaviour = keyof typeof weights;

/** Longest pause between two pieces of an answer, in milliseconds. */
const maxPauseMs = 120;

/** Requests that are being answered, by the key of their job. */
export type OpenRequests = Map<string, Set<ModelRequest>>;

/**
 * Creates a provider that fails some requests. Its behaviour at the nth request for a job depends on the seed, the job
 * and n alone, not on the time of the request.
 */
export function createUnreliableProvider(seed: number, tally: Tally, open: OpenRequests) {
  const requestCounts = new Map<string, number>();
  return async (request: ModelRequest): Promise<void> => {
    const { objectCount, jobKey } = parseRequest(request);
    const time = (requestCounts.get(jobKey) ?? 0) + 1;
    requestCounts.set(jobKey, time);
    const random = createRandom(seed, `provider ${jobKey} ${time}`);
    const behaviour: Behaviour = random.weighted(weights);
    tally.add(behaviour);
    const requests = open.get(jobKey) ?? new Set();
    open.set(jobKey, requests.add(request));
    void request.closed.then(() => requests.delete(request));
    await answer(request, behaviour, piecesOf(flowPlan(objectCount)), random);
  };
}

async function answer(request: ModelRequest, behaviour: Behaviour, pieces: string[], random: Random) {
  if (behaviour === 'rate limit')
    return request.refuse(429, { 'retry-after-ms': String(random.between(0, 800)) });
  if (behaviour === 'server error') return request.refuse(500);
  if (behaviour === 'no response') return;
  if (behaviour === 'no first token') return request.open();
  const sent = behaviour === 'complete' ? pieces : pieces.slice(0, random.between(0, pieces.length - 1));
  if (!(await sendPieces(request, sent, () => random.between(0, maxPauseMs)))) return;
  if (behaviour === 'silence') return;
  if (behaviour === 'disconnect') request.disconnect();
  else request.complete();
}

/**
 * Sends the pieces one by one until the client closes the connection.
 * @param pauseMs Milliseconds to wait after each.
 * @returns Whether the connection is still open.
 */
export async function sendPieces(
  request: ModelRequest,
  pieces: string[],
  pauseMs: () => number,
): Promise<boolean> {
  let isOpen = true;
  void request.closed.then(() => {
    isOpen = false;
  });
  for (const piece of pieces) {
    if (!isOpen) return false;
    request.sendText(piece);
    await delay(pauseMs());
  }
  return isOpen;
}
