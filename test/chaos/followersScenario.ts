import { setTimeout as delay } from 'node:timers/promises';
import { decodeId } from '../../src/api/graphql/ids.ts';
import { gridPlan, piecesOf } from '../support/plans.ts';
import { faultOf, followRestlessly, type Transport } from '../support/restlessFollower.ts';
import { describeDurations, percentile } from './figures.ts';
import type { Installation } from './installation.ts';
import { instructionFor } from './provider.ts';
import { createRandom } from './random.ts';
import { verify } from './verify.ts';

const subscribers = 50;
const jobCount = 5;
const objectCount = 199;
/** Milliseconds between two pieces of the model's answer: a job outlasts the disconnects of its subscribers. */
const pieceMs = 300;
/** Milliseconds, at most, that a subscriber stays, and that it then stays away. */
const longest = { stayMs: 2_000, awayMs: 1_000 };
const listenerCutMs = 4_000;
const maxCatchUpP95Ms = 300;

export const followersEnvironment = {
  MAX_CONCURRENT_JOBS: '8',
  MAX_CONNECTIONS_PER_USER: '10000',
  MAX_SUBSCRIPTIONS_PER_USER: '10000',
};

const transports: Transport[] = ['ws', 'sse'];

/**
 * Subscribers on both transports, who are cut off at random all the time; meanwhile the listener's connection is
 * cut again and again, and the API is restarted once.
 * @param disconnects Of all subscribers together.
 */
export async function followersScenario(installation: Installation, disconnects: number): Promise<string[]> {
  const { seed, database, model, api, apiProcess, apiUrl, say } = installation;
  const random = createRandom(seed, 'followers');
  const pieces = piecesOf(gridPlan(objectCount));
  model.answerAll(async (request) => {
    for (const piece of pieces) {
      request.say(piece);
      await delay(pieceMs);
    }
    request.complete();
  });
  const lengthOf = async (jobId: string) => {
    const [row] = await database.query<{ length: number }>(
      'SELECT last_seq AS length FROM canvas_job WHERE id = $1',
      [decodeId('CanvasJob', jobId)],
    );
    return row?.length ?? 0;
  };
  const jobIds: string[] = [];
  for (let index = 0; index < jobCount; index += 1)
    jobIds.push(await api.create(`watched-${index}`, instructionFor(objectCount, `watched-${index}`)));

  let cuts = 0;
  const half = Promise.withResolvers<void>();
  const onCut = () => {
    cuts += 1;
    if (cuts === Math.floor(disconnects / 2)) half.resolve();
  };
  const jobOf = (index: number) => jobIds[index % jobCount] ?? '';
  const following = Array.from({ length: subscribers }, (_, index) =>
    followRestlessly({
      url: apiUrl,
      jobId: jobOf(index),
      transport: transports[index % transports.length] ?? 'ws',
      cutsAfterMs: Array.from({ length: Math.ceil(disconnects / subscribers) }, () =>
        random.between(0, longest.stayMs),
      ),
      awayMs: () => random.between(0, longest.awayMs),
      lastSequence: () => lengthOf(jobOf(index)),
      onCut,
    }),
  );
  const over = new AbortController();
  const listenersCut = cutListeners(installation, over.signal);
  const restarted = half.promise.then(async () => {
    say(`${cuts} disconnects; the API is restarted`);
    apiProcess.signal('SIGTERM');
  });

  const seen = await Promise.all(following);
  over.abort();
  await restarted;
  const lengths = await Promise.all(jobIds.map(lengthOf));
  const catchUps = seen.flatMap((each) => each.catchUps);
  say(`${cuts} disconnects of ${subscribers} subscribers; logs of ${lengths.join(', ')} events`);
  say(`listeners cut ${await listenersCut} times; the API ended ${apiProcess.exits.size} times`);
  say(`${describeDurations('catching up', catchUps)}, p95 ${Math.round(percentile(catchUps, 0.95))} ms`);

  const faults = seen.map((each, index) => faultOf(each, lengths[index % jobCount] ?? 0));
  const violations = faults.flatMap((fault, index) => (fault === null ? [] : `subscriber ${index} ${fault}`));
  if (cuts < disconnects) violations.push(`only ${cuts} disconnects: the jobs were over too early`);
  if (percentile(catchUps, 0.95) > maxCatchUpP95Ms)
    violations.push(`catching up took more than ${maxCatchUpP95Ms} ms (p95)`);
  return [...violations, ...(await verify(database, jobCount))];
}

/** Cuts the listeners' connections now and then. @returns How many were cut, when that is over. */
async function cutListeners({ database }: Installation, over: AbortSignal): Promise<number> {
  let cut = 0;
  while (!over.aborted) {
    cut += await database.terminate("application_name = 'collabcanvas-hub'");
    await delay(listenerCutMs, undefined, { signal: over }).catch(() => undefined);
  }
  return cut;
}
