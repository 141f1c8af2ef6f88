import { setTimeout as delay } from 'node:timers/promises';
import type { Tally } from '../figures.ts';
import type { Random } from '../random.ts';
import type { Availability } from './availability.ts';
import type { Product, ServiceName } from './product.ts';

const intervalMs = { least: 2_000, most: 20_000 };
const weights = {
  'API killed': 4,
  'worker killed': 4,
  'killed while starting': 4,
  paused: 2,
  'PostgreSQL killed': 1,
};

/** Kills and pauses processes of the product until the signal is aborted. */
export async function killAtRandom(
  product: Product,
  availability: Record<ServiceName, Availability>,
  random: Random,
  faults: Tally,
  stop: AbortSignal,
): Promise<void> {
  const signal = (name: ServiceName, which: NodeJS.Signals) => {
    availability[name].interrupted();
    sendSignal(product.pidOf(name), which);
  };
  while (!stop.aborted) {
    await delay(random.between(intervalMs.least, intervalMs.most), undefined, { signal: stop }).catch(
      () => undefined,
    );
    if (stop.aborted) return;
    const fault = random.weighted(weights);
    const name = random.pick(['api', 'worker'] as const);
    faults.add(fault);
    if (fault === 'API killed') signal('api', 'SIGKILL');
    else if (fault === 'worker killed') signal('worker', 'SIGKILL');
    else if (fault === 'paused') {
      signal(name, 'SIGSTOP');
      await delay(random.between(500, 18_000));
      signal(name, 'SIGCONT');
    } else if (fault === 'killed while starting') {
      for (let times = random.between(2, 6); times > 0; times -= 1) {
        signal(name, 'SIGKILL');
        await delay(random.between(0, 3_000));
      }
    } else {
      availability.api.interrupted();
      availability.worker.interrupted();
      sendSignal(product.pidOf('postgres'), 'SIGKILL');
    }
  }
}

function sendSignal(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
