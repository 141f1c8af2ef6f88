import { setTimeout as delay } from 'node:timers/promises';
import type { ModelRequest } from '../support/modelServer.ts';
import { flowPlan, piecesOf } from '../support/plans.ts';
import type { Tally } from './figures.ts';
import { createRandom, type Random } from './random.ts';

/** What is asked for in a run: the instruction says how many objects, and which job it is. */
export const instructionFor = (objectCount: number, jobKey: string) => `${objectCount} objects for ${jobKey}`;

/** What an instruction of ours asks for, found in a request to the model. */
export function askedFor(request: ModelRequest): { objectCount: number; jobKey: string } {
  const [, count, jobKey] = /(\d+) objects for ([\w-]+)/.exec(JSON.stringify(request.body.input)) ?? [];
  if (jobKey === undefined) throw new Error('this request is not one of ours');
  return { objectCount: Number(count), jobKey };
}

/** How often each way to answer is taken. */
const weights = {
  well: 70,
  'rate limit': 6,
  'server error': 6,
  'no response': 3,
  'no first word': 3,
  silence: 4,
  truncated: 4,
  'hang up': 4,
};
type Behaviour = keyof typeof weights;

/** Longest pause between two pieces of an answer, in milliseconds. */
const maxPauseMs = 120;

/** Requests that are being answered, by the key of their job. */
export type OpenRequests = Map<string, Set<ModelRequest>>;

/**
 * A provider that answers well more often than not. How it answers the nth request for a job is decided by the
 * seed, the job and n alone, whenever the request comes.
 */
export function capriciousProvider(seed: number, tally: Tally, open: OpenRequests) {
  const asked = new Map<string, number>();
  return async (request: ModelRequest): Promise<void> => {
    const { objectCount, jobKey } = askedFor(request);
    const time = (asked.get(jobKey) ?? 0) + 1;
    asked.set(jobKey, time);
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
  if (behaviour === 'no first word') return request.open();
  const said = behaviour === 'well' ? pieces : pieces.slice(0, random.between(0, pieces.length - 1));
  if (!(await sayAll(request, said, () => random.between(0, maxPauseMs)))) return;
  if (behaviour === 'silence') return;
  if (behaviour === 'hang up') request.hangUp();
  else request.complete();
}

/**
 * Says the pieces one by one, for as long as somebody listens.
 * @param pauseMs Milliseconds to wait after each.
 * @returns Whether somebody still does.
 */
export async function sayAll(
  request: ModelRequest,
  pieces: string[],
  pauseMs: () => number,
): Promise<boolean> {
  let listening = true;
  void request.closed.then(() => {
    listening = false;
  });
  for (const piece of pieces) {
    if (!listening) return false;
    request.say(piece);
    await delay(pauseMs());
  }
  return listening;
}
