import type { Figure } from '../figures/figure.ts';
import { durationMs, percentile } from '../figures/times.ts';
import { clientOf, type Installation } from '../installation/installation.ts';
import { createSender } from '../installation/sender.ts';
import { startService } from '../installation/service.ts';

const rounds = 500;

/** Measures the smallest request, in turn with one to a bare Yoga server. */
export async function measureRequests(installation: Installation): Promise<Figure[]> {
  const yoga = await startService('bench/service/bareYoga.main.ts', 'listening', {});
  const bare = createSender(yoga.url);
  const client = clientOf(installation, 0);
  const times: { product: number[]; bare: number[] } = { product: [], bare: [] };
  for (let index = 0; index < rounds * 2; index += 1) {
    const product = await durationMs(() => client.send('{ __typename }'));
    const beside = await durationMs(() => bare.send('{ __typename }'));
    if (index < rounds) continue; // warming up
    times.product.push(product);
    times.bare.push(beside);
  }
  bare.close();
  await yoga.stop();
  return [
    {
      name: '{ __typename } over HTTP kept alive, p50',
      value: percentile(times.product, 0.5),
      unit: 'ms',
      baseline: { name: 'bare Yoga server', value: percentile(times.bare, 0.5) },
      goal: { bound: '≤', ratio: 1.5 },
    },
  ];
}
