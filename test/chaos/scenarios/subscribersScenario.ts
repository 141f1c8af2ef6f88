import { setTimeout as delay } from 'node:timers/promises';
import { decodeId } from '../../../src/api/graphql/ids.ts';
import { gridPlan, piecesOf } from '../../support/model/plans.ts';
import { findGap, subscribeWithCuts, type Transport } from '../../support/requests/reconnectingSubscriber.ts';
import { describeDurations, percentile } from '../installation/figures.ts';
import type { Installation } from '../installation/installation.ts';
import { instructionFor } from '../installation/provider.ts';
import { createRandom } from '../installation/random.ts';
import { verify } from '../installation/verify.ts';

const subscribers = 50;
const jobCount = 5;
const objectCount = 199;
/** Milliseconds between two pieces of the model's answer, so that a job lasts longer than all disconnects. */
const pieceMs = 300;
/** Longest time that a subscriber is connected, and disconnected. */
const longest = { connectedMs: 2_000, disconnectedMs: 1_000 };
const listenerCutMs = 4_000;
const maxCatchUpP95Ms = 300;

export const subscribersEnvironment = {
  MAX_CONCURRENT_JOBS: '8',
  MAX_CONNECTIONS_PER_USER: '10000',
  MAX_SUBSCRIPTIONS_PER_USER: '10000',
};

const transports: Transport[] = ['ws', 'sse'];

/**
 * Subscribers on both transports whose connections are cut at random; meanwhile the listener's connection is cut
 * every few seconds, and the API is restarted once.
 * @param disconnects Number of cuts, over all subscribers.
 * @returns Violations.
 */
export async function subscribersScenario(
  installation: Installation,
  disconnects: number,
): Promise<string[]> {
  const { seed, database, model, api, apiProcess, apiUrl, report } = installation;
  const random = createRandom(seed, 'subscribers');
  const pieces = piecesOf(gridPlan(objectCount));
  model.respondToAll(async (request) => {
    for (const piece of pieces) {
      request.sendText(piece);
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
  const subscriptions = Array.from({ length: subscribers }, (_, index) =>
    subscribeWithCuts({
      url: apiUrl,
      jobId: jobOf(index),
      transport: transports[index % transports.length] ?? 'ws',
      cutsAfterMs: Array.from({ length: Math.ceil(disconnects / subscribers) }, () =>
        random.between(0, longest.connectedMs),
      ),
      awayMs: () => random.between(0, longest.disconnectedMs),
      lastSequence: () => lengthOf(jobOf(index)),
      onCut,
    }),
  );
  const over = new AbortController();
  const listenersCut = cutListeners(installation, over.signal);
  const restarted = half.promise.then(async () => {
    report(`${cuts} disconnects; the API is restarted`);
    apiProcess.signal('SIGTERM');
  });

  const received = await Promise.all(subscriptions);
  over.abort();
  await restarted;
  const lengths = await Promise.all(jobIds.map(lengthOf));
  const catchUps = received.flatMap((each) => each.catchUps);
  report(`${cuts} disconnects of ${subscribers} subscribers; logs of ${lengths.join(', ')} events`);
  report(`listeners cut ${await listenersCut} times; the API ended ${apiProcess.exits.size} times`);
  report(`${describeDurations('catching up', catchUps)}, p95 ${Math.round(percentile(catchUps, 0.95))} ms`);

  const gaps = received.map((each, index) => findGap(each, lengths[index % jobCount] ?? 0));
  const violations = gaps.flatMap((gap, index) => (gap === null ? [] : `subscriber ${index} ${gap}`));
  if (cuts < disconnects) violations.push(`only ${cuts} disconnects: the jobs ended too early`);
  if (percentile(catchUps, 0.95) > maxCatchUpP95Ms)
    violations.push(`catching up took more than ${maxCatchUpP95Ms} ms (p95)`);
  return [...violations, ...(await verify(database, jobCount))];
}

/** Cuts the listeners' connections until the signal is aborted. @returns How many were cut. */
async function cutListeners({ database }: Installation, over: AbortSignal): Promise<number> {
  let cut = 0;
  while (!over.aborted) {
    cut += await database.terminate("application_name = 'collabcanvas-hub'");
    await delay(listenerCutMs, undefined, { signal: over }).catch(() => undefined);
  }
  return cut;
}
