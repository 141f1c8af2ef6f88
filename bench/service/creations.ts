import type { Figure } from '../figures/figure.ts';
import { durationMs, percentile, repeatFor, waitUntil } from '../figures/times.ts';
import { clientOf, type Installation, nextInstruction } from '../installation/installation.ts';

const seconds = 5;
/** Creations a second of all users. */
const rate = 100;
/** Creations of one user at a time. */
const parallel = 10;
/** Part of a rate that counts as reached. */
const reachedPart = 0.95;

/** Measures creations while no worker runs. */
export async function measureCreations(installation: Installation): Promise<Figure[]> {
  const { times, reached } = await createAtRate(installation);
  const began = performance.now();
  const client = clientOf(installation, 0);
  const ofOne = await repeatFor(seconds, parallel, () => client.create(nextInstruction()));
  const perSecond = ofOne.length / ((performance.now() - began) / 1_000);
  return [
    {
      name: `createCanvasJob over HTTP, ${reached.toFixed(0)} of ${rate} a second, no worker, p99`,
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: { bound: '≤', value: 25, missed: missedRate(reached, rate) },
    },
    {
      name: `creations of one user, ${parallel} at a time, no worker`,
      value: perSecond,
      unit: '/s',
      goal: { bound: '≥', value: 300 },
    },
  ];
}

/** Why the goal of a figure at a rate is missed; undefined when the rate was reached. */
export function missedRate(reached: number, wanted: number): string | undefined {
  return reached < wanted * reachedPart ? 'no, rate not reached' : undefined;
}

/** Sends requests at their times, whether or not earlier ones are answered. */
async function createAtRate(installation: Installation): Promise<{ times: number[]; reached: number }> {
  const began = performance.now();
  const count = rate * seconds;
  const sent: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    await waitUntil(began + (index * 1_000) / rate);
    const client = clientOf(installation, index);
    sent.push(durationMs(() => client.create(nextInstruction())));
  }
  const times = await Promise.all(sent);
  return { times, reached: count / ((performance.now() - began) / 1_000) };
}
