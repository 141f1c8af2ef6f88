import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { measureCanvas } from './canvas/measureCanvas.ts';
import { measureEngine } from './database/engine.ts';
import { measureGrowth } from './database/growth.ts';
import { measureStatistics } from './database/statistics.ts';
import { measureVersions } from './database/versions.ts';
import { type Figure, table } from './figures/figure.ts';
import { writeResults } from './figures/results.ts';
import { type BenchDatabase, withDatabase } from './installation/database.ts';
import { measureLayouts } from './layout.ts';
import { measureMemory } from './service/memory.ts';
import { measurePooler } from './service/pooler.ts';
import { measureJobs, measureProduct } from './service/product.ts';

/**
 * `npm run bench [-- <scenario>]`: prints a table of what was measured, with baselines of the same run, because absolute
 * times depend on the machine and its load; writes it to `bench-results.json`, too.
 *
 * Without a scenario, the whole product in less than three minutes: services in processes of their own, on a database
 * that waits for the disk, used over HTTP and WebSocket.
 * - `jobs`: the part of it that runs whole jobs
 * - `engine`: statements of jobs, events and the queue
 * - `statistics`: operators' queries with a million jobs (some minutes, 3 GB of disk)
 * - `growth`: what has to stay fast with a million jobs and ten million events (10 minutes, 10 GB of disk)
 * - `memory`: whether memory stays the same over 20,000 jobs, and what 5,000 subscriptions take (10 minutes)
 * - `versions`: the versions of a large canvas, and how long other requests take meanwhile
 * - `pooler`: whole jobs through PgBouncer in transaction mode, beside a direct connection
 * - `layout`: layouts of flows
 * - `full`: the whole product, `growth`, `memory`, and half an hour of jobs while processes, connections and the provider
 *   fail at random (an hour)
 * - `canvas`: the page of a canvas in a browser: frames while its view moves, and opening it
 */
type Scenario = { isDurable: boolean; measure(database: BenchDatabase): Promise<Figure[]> };

const scenarios: Record<string, Scenario> = {
  product: { isDurable: true, measure: measureProduct },
  jobs: { isDurable: true, measure: measureJobs },
  engine: { isDurable: false, measure: measureEngine },
  statistics: { isDurable: false, measure: measureStatistics },
  growth: { isDurable: false, measure: measureGrowth },
  memory: { isDurable: true, measure: measureMemory },
  versions: { isDurable: false, measure: measureVersions },
  pooler: { isDurable: true, measure: measurePooler },
  layout: { isDurable: false, measure: measureLayouts },
  canvas: { isDurable: false, measure: measureCanvas },
};

const full = ['product', 'growth', 'memory'];
/** Created within half an hour; see `npm run chaos`. */
const soakJobs = 18_000;

/** Runs scenarios one after the other, and writes the figures of all of them. */
async function run(name: string, parts: readonly string[]): Promise<void> {
  const figures: Figure[] = [];
  for (const part of parts) {
    const scenario = scenarios[part];
    if (scenario === undefined) {
      const names = [...Object.keys(scenarios), 'full'];
      throw new Error(`There is no scenario ${part}: ${names.join(', ')}`);
    }
    await withDatabase(scenario.isDurable, async (database) => {
      const measured = await scenario.measure(database);
      figures.push(...measured);
      process.stdout.write(`${table(measured)}\n`);
      process.stdout.write(`Written to ${writeResults(name, database.version, figures)}\n`);
    });
  }
}

/** @throws Error when there was a violation. */
async function soak(): Promise<void> {
  const chaos = fileURLToPath(new URL('../test/chaos/main.ts', import.meta.url));
  const options = ['--jobs', String(soakJobs), '--minutes', '60'];
  const child = spawn(process.execPath, [chaos, ...options], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('there were violations');
}

const name = process.argv[2] ?? 'product';
try {
  await run(name, name === 'full' ? full : [name]);
  if (name === 'full') await soak();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
