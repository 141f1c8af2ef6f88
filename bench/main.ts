import { measureCanvas } from './canvas.ts';
import { type BenchDatabase, withDatabase } from './database.ts';
import { measureEngine } from './engine.ts';
import { type Figure, table } from './figure.ts';
import { measureGrowth } from './growth.ts';
import { measureLayouts } from './layout.ts';
import { measureJobs, measureProduct } from './product.ts';
import { writeResults } from './results.ts';
import { measureStatistics } from './statistics.ts';
import { measureVersions } from './versions.ts';

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
 * - `versions`: the versions of a large canvas, and how long other requests take meanwhile
 * - `layout`: layouts of flows
 * - `canvas`: the page of a canvas in a browser: frames while its view moves, and opening it
 */
type Scenario = { isDurable: boolean; measure(database: BenchDatabase): Promise<Figure[]> };

const scenarios: Record<string, Scenario> = {
  product: { isDurable: true, measure: measureProduct },
  jobs: { isDurable: true, measure: measureJobs },
  engine: { isDurable: false, measure: measureEngine },
  statistics: { isDurable: false, measure: measureStatistics },
  growth: { isDurable: false, measure: measureGrowth },
  versions: { isDurable: false, measure: measureVersions },
  layout: { isDurable: false, measure: measureLayouts },
  canvas: { isDurable: false, measure: measureCanvas },
};

const name = process.argv[2] ?? 'product';
const scenario = scenarios[name];
if (scenario === undefined) {
  process.stderr.write(`There is no scenario ${name}: ${Object.keys(scenarios).join(', ')}\n`);
  process.exit(1);
}
await withDatabase(scenario.isDurable, async (database) => {
  const figures = await scenario.measure(database);
  process.stdout.write(`${table(figures)}\n`);
  process.stdout.write(`Written to ${writeResults(name, database.version, figures)}\n`);
});
