import { flowPlan, piecesOf } from '../support/plans.ts';
import { describeDurations, percentile } from './figures.ts';
import type { Installation } from './installation.ts';
import { instructionFor } from './provider.ts';
import { verify } from './verify.ts';

const maxP99Ms = 250;
const maxDeafMs = 2_000;
const objectCount = 9;
const pieces = piecesOf(flowPlan(objectCount));

/** Cancels jobs in mid-stream, and takes the time until the provider sees its connection closed. */
export async function cancelScenario(installation: Installation, tries: number): Promise<string[]> {
  const { database, say } = installation;
  const heard: number[] = [];
  for (let index = 0; index < tries; index += 1)
    heard.push(await cancelOnce(installation, `cancel-${index}`));
  say(describeDurations("cancelJob to the provider's socket closed", heard));

  const deaf: number[] = [];
  const deafTries = Math.ceil(tries / 4);
  for (let index = 0; index < deafTries; index += 1) {
    const cut = async () => {
      await database.terminate("application_name = 'collabcanvas-hub'");
    };
    deaf.push(await cancelOnce(installation, `deaf-${index}`, cut));
  }
  say(describeDurations('the same with all listeners cut just before', deaf));

  const violations = await verify(database, tries + deafTries);
  if (percentile(heard, 0.99) > maxP99Ms) violations.push(`cancelling took more than ${maxP99Ms} ms (p99)`);
  if (percentile(deaf, 1) > maxDeafMs)
    violations.push(`cancelling without a listener took more than ${maxDeafMs} ms`);
  return violations;
}

async function cancelOnce(
  { api, model }: Installation,
  jobKey: string,
  before: () => Promise<void> = async () => undefined,
): Promise<number> {
  const jobId = await api.create(jobKey, instructionFor(objectCount, jobKey));
  const request = await model.nextRequest();
  request.say(pieces.slice(0, 4).join(''));
  for await (const sequence of api.follow(jobId, 0)) if (sequence >= 5) break;
  await before();
  const asked = performance.now();
  await api.cancel(jobId, false);
  const tookMs = (await request.closed) - asked;
  for await (const _ of api.follow(jobId, 0));
  return tookMs;
}
