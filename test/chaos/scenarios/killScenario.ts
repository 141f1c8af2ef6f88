import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { eventually } from '../installation/database.ts';
import { describeDurations } from '../installation/figures.ts';
import { type Installation, workerOf } from '../installation/installation.ts';
import { instructionFor } from '../installation/provider.ts';
import { verify } from '../installation/verify.ts';

const maxMs = 3_000;
const objectCount = 9;
const pieces = piecesOf(flowPlan(objectCount));

/** Kills workers in mid-stream, and measures the time until another one sends a request to the provider. */
export async function killScenario(installation: Installation, tries: number): Promise<string[]> {
  const { database, report } = installation;
  const times: number[] = [];
  for (let index = 0; index < tries; index += 1) {
    times.push(await killOnce(installation, `kill-${index}`));
    if ((index + 1) % 10 === 0) report(describeDurations('so far', times));
  }
  report(describeDurations('kill -9 to running again', times));
  const late = times.filter((ms) => ms > maxMs).map((ms) => `running again only after ${Math.round(ms)} ms`);
  return [...late, ...(await verify(database, tries))];
}

async function killOnce(installation: Installation, jobKey: string): Promise<number> {
  const { model, api, workers } = installation;
  await Promise.all(workers.map((worker) => worker.ready()));
  const jobId = await api.create(jobKey, instructionFor(objectCount, jobKey));
  const first = await model.nextRequest();
  first.sendText(pieces.slice(0, 4).join(''));
  // The first objects have sequence 5.
  for await (const sequence of api.subscribe(jobId, 0)) if (sequence >= 5) break;
  const worker = await eventually('a worker runs the job', 5_000, () => workerOf(installation, jobKey));
  worker.signal('SIGKILL');
  const killed = performance.now();
  const second = await model.nextRequest();
  const tookMs = performance.now() - killed;
  second.sendText(pieces.join(''));
  second.complete();
  for await (const _ of api.subscribe(jobId, 0));
  return tookMs;
}
