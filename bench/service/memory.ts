import { readFileSync } from 'node:fs';
import { type Inspector, inspectable, inspectProcess } from '../../test/chaos/installation/inspector.ts';
import type { Figure } from '../figures/figure.ts';
import type { BenchDatabase } from '../installation/database.ts';
import {
  clientOf,
  type Installation,
  nextInstruction,
  withInstallation,
} from '../installation/installation.ts';
import type { Service } from '../installation/service.ts';
import { measureSubscriptions } from './subscriptions.ts';

/** Jobs after which everything has been loaded, compiled and pooled. */
const few = 1_000;
const many = 20_000;
const parallel = 20;
const mebibyte = 2 ** 20;

/** Measures whether memory stays the same over many jobs, then what many subscriptions take. */
export async function measureMemory(database: BenchDatabase): Promise<Figure[]> {
  return withInstallation(database, measureServices, inspectable);
}

async function measureServices(installation: Installation): Promise<Figure[]> {
  const api = await inspect(installation.api);
  const worker = await inspect(installation.worker);
  try {
    const read = async () => ({ api: await api.read(), worker: await worker.read() });
    await runJobs(installation, few);
    const before = await read();
    await runJobs(installation, many - few);
    const after = await read();
    // A process does not end while its inspector is connected.
    worker.close();
    await installation.worker.stop();
    return [
      ...growth('API', before.api, after.api),
      ...growth('worker', before.worker, after.worker),
      ...(await measureSubscriptions(installation, api)),
    ];
  } finally {
    api.close();
    worker.close();
  }
}

/** Bytes of a process: what is in use after all garbage is collected, and what is in RAM. */
type Memory = { inUse: number; resident: number };

async function inspect({ pid, errors }: Service): Promise<Inspector & { read(): Promise<Memory> }> {
  const inspector = await inspectProcess(errors);
  return {
    ...inspector,
    read: async () => ({ inUse: await inspector.memoryInUse(), resident: residentBytes(pid) }),
  };
}

function growth(name: string, before: Memory, after: Memory): Figure[] {
  const figure = (what: string, part: keyof Memory): Figure => ({
    name: `${name}: ${what} after ${many.toLocaleString('en')} jobs`,
    value: after[part] / mebibyte,
    unit: 'MB',
    baseline: { name: `after ${few.toLocaleString('en')} jobs`, value: before[part] / mebibyte },
    goal: { bound: '≤', ratio: 1.1 },
  });
  return [figure('memory in use', 'inUse'), figure('memory in RAM', 'resident')];
}

async function runJobs(installation: Installation, count: number): Promise<void> {
  let left = count;
  const work = async (_: unknown, lane: number) => {
    const client = clientOf(installation, lane);
    while (left > 0) {
      left -= 1;
      const id = await client.create(nextInstruction());
      let last = '';
      for await (const { __typename } of client.events(id)) last = __typename;
      if (last !== 'JobCompleted') throw new Error(`the job ended with ${last}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}

/** Bytes of a process that are in RAM; not a number outside of Linux. */
function residentBytes(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1_024;
}
