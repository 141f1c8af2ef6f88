import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { describeDurations, percentile } from '../installation/figures.ts';
import type { Installation } from '../installation/installation.ts';
import { instructionFor } from '../installation/provider.ts';
import { verify } from '../installation/verify.ts';

const maxP99Ms = 250;
const maxWithoutListenerMs = 2_000;
const objectCount = 9;
const pieces = piecesOf(flowPlan(objectCount));

/** Cancels jobs in mid-stream, and measures the time until the provider's connection is closed. */
export async function cancelScenario(installation: Installation, tries: number): Promise<string[]> {
  const { database, report } = installation;
  const times: number[] = [];
  for (let index = 0; index < tries; index += 1)
    times.push(await cancelOnce(installation, `cancel-${index}`));
  report(describeDurations("cancelJob to the provider's socket closed", times));

  const timesWithoutListener: number[] = [];
  const triesWithoutListener = Math.ceil(tries / 4);
  for (let index = 0; index < triesWithoutListener; index += 1) {
    const cut = async () => {
      await database.terminate("application_name = 'collabcanvas-hub'");
    };
    timesWithoutListener.push(await cancelOnce(installation, `cancel-without-listener-${index}`, cut));
  }
  report(describeDurations('the same with all listeners cut just before', timesWithoutListener));

  const violations = await verify(database, tries + triesWithoutListener);
  if (percentile(times, 0.99) > maxP99Ms) violations.push(`cancelling took more than ${maxP99Ms} ms (p99)`);
  if (percentile(timesWithoutListener, 1) > maxWithoutListenerMs)
    violations.push(`cancelling without a listener took more than ${maxWithoutListenerMs} ms`);
  return violations;
}

async function cancelOnce(
  { api, model }: Installation,
  jobKey: string,
  before: () => Promise<void> = async () => undefined,
): Promise<number> {
  const jobId = await api.create(jobKey, instructionFor(objectCount, jobKey));
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 4).join(''));
  for await (const sequence of api.subscribe(jobId, 0)) if (sequence >= 5) break;
  await before();
  const sentAt = performance.now();
  await api.cancel(jobId, false);
  const tookMs = (await request.closed) - sentAt;
  for await (const _ of api.subscribe(jobId, 0));
  return tookMs;
}
