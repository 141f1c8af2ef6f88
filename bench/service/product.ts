import type { Figure } from '../figures/figure.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { concurrency, withInstallation } from '../installation/installation.ts';
import { measureCreations } from './creations.ts';
import { measureEvents } from './events.ts';
import { measureGraphile } from './graphile.ts';
import { measureRequests } from './requests.ts';
import { measureWholeJobs } from './wholeJobs.ts';

/** Measures whole jobs beside bare Graphile Worker, which runs before: both would start for each other's jobs. */
export async function measureJobs(database: BenchDatabase): Promise<Figure[]> {
  const graphile = await measureGraphile(database.url, concurrency);
  return withInstallation(database, (installation) => measureWholeJobs(installation, graphile));
}

/** Measures whole jobs; then, without a worker, events, requests and creations. */
export async function measureProduct(database: BenchDatabase): Promise<Figure[]> {
  const graphile = await measureGraphile(database.url, concurrency);
  return withInstallation(database, async (installation) => {
    const figures = await measureWholeJobs(installation, graphile);
    await installation.worker.stop();
    for (const measure of [measureEvents, measureRequests, measureCreations])
      figures.push(...(await measure(installation)));
    return figures;
  });
}
