import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { randomRequest } from '../../support/requests/randomRequests.ts';
import type { Api } from '../installation/api.ts';
import type { Tally } from '../installation/figures.ts';
import type { Random } from '../installation/random.ts';

/** Instructions as people and attackers write them. */
const instructions = [
  'Onboarding flow with six steps and an error path',
  'kanban: todo, doing, done',
  'Open mail, sort mail, reply all',
  'SWOT of a bakery',
  `a,${'\n'.repeat(3_900)}x`,
  '('.repeat(4_000),
  '"'.repeat(3_999),
  'a -> '.repeat(780),
  `${', '.repeat(1_990)}end`,
  `delete ${'a, '.repeat(1_200)}a`,
  '👨‍👩‍👧‍👦'.repeat(150),
  'if a then '.repeat(390),
  '-'.repeat(4_000),
  `${' '.repeat(1_900)}x${'\t'.repeat(1_900)}y`,
];

/** Creates jobs until the signal is aborted, each until it is accepted. */
export async function createJobs(api: Api, random: Random, stop: AbortSignal): Promise<void> {
  for (let index = 0; !stop.aborted; index += 1) {
    await api.create(`abuse-${index}`, random.pick(instructions));
    await delay(random.between(0, 2_000));
  }
}

/**
 * Sends operations as nobody would write them until the signal is aborted.
 * @param ids Of objects that exist; may grow.
 * @param answers Counts what came back: codes of errors, or how the request broke.
 */
export async function sendHostileOperations(
  url: string,
  random: Random,
  ids: readonly string[],
  answers: Tally,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const seed = random.between(0, 2 ** 31 - 1);
    const operations = fc.gen().map((g) => randomRequest(g, { ids: [...ids.slice(-50), 'x'] }));
    const [request] = fc.sample(operations, { seed, numRuns: 1 });
    if (request !== undefined) answers.add(await send(url, request.body, request.asStream));
    await delay(random.between(0, 100));
  }
}

const streamMs = 500;
const answerMs = 30_000;

async function send(url: string, body: string, asStream: boolean): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: asStream ? 'text/event-stream' : 'application/json',
      },
      body,
      signal: AbortSignal.timeout(asStream ? streamMs : answerMs),
    });
    const text = await response.text();
    return /"code":"(\w+)"/.exec(text)?.[1] ?? `status ${response.status}`;
  } catch (error) {
    if (error instanceof DOMException && asStream) return 'stream left';
    return error instanceof DOMException ? `no answer within ${answerMs} ms` : 'connection broken';
  }
}
