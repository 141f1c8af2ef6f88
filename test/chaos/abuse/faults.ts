import { setTimeout as delay } from 'node:timers/promises';
import type { Tally } from '../installation/figures.ts';
import type { Random } from '../installation/random.ts';
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

/** Services of the faults that concern one; the others choose at random. */
const targets: Partial<Record<keyof typeof weights, ServiceName>> = {
  'API killed': 'api',
  'worker killed': 'worker',
};

/** Process ids that the scenario has killed, by service. */
export type Kills = Record<ServiceName, Set<number>>;

/**
 * Kills and pauses processes of the product until the signal is aborted. A service that is down is left alone, so
 * that a fault never shortens an outage that it did not cause.
 * @param faults Counts the faults.
 * @returns The processes of the services that were killed.
 */
export async function killAtRandom(
  product: Product,
  availability: Record<ServiceName, Availability>,
  random: Random,
  faults: Tally,
  stop: AbortSignal,
): Promise<Kills> {
  const kills: Kills = { api: new Set(), worker: new Set() };
  const signalService = (name: ServiceName, signal: NodeJS.Signals) => {
    const pid = product.pidOf(name);
    if (!sendSignal(pid, signal)) return;
    availability[name].noteFault();
    if (signal === 'SIGKILL') kills[name].add(pid);
  };
  const inflict = async (fault: keyof typeof weights, name: ServiceName) => {
    if (fault === 'paused') {
      signalService(name, 'SIGSTOP');
      await delay(random.between(500, 18_000));
      signalService(name, 'SIGCONT');
    } else if (fault === 'killed while starting') {
      for (let times = random.between(2, 6); times > 0; times -= 1) {
        signalService(name, 'SIGKILL');
        await delay(random.between(0, 3_000));
      }
    } else if (fault === 'PostgreSQL killed') {
      sendSignal(product.pidOf('postgres'), 'SIGKILL');
    } else {
      signalService(name, 'SIGKILL');
    }
  };
  while (!stop.aborted) {
    const pauseMs = random.between(intervalMs.least, intervalMs.most);
    await delay(pauseMs, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) break;
    const fault = random.weighted(weights);
    const name = targets[fault] ?? random.pick(['api', 'worker'] as const);
    const isLeftAlone = fault !== 'PostgreSQL killed' && !availability[name].isUp;
    faults.add(isLeftAlone ? `none: the ${name} was down` : fault);
    if (!isLeftAlone) await inflict(fault, name);
  }
  return kills;
}

/** @returns Whether there was such a process. */
function sendSignal(pid: number | undefined, signal: NodeJS.Signals): pid is number {
  try {
    return pid !== undefined && process.kill(pid, signal);
  } catch {
    return false; // ended already
  }
}
