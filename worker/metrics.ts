import { Gauge } from 'prom-client';
import { createServiceMetrics, type ServiceMetrics } from '../src/service/serviceMetrics.ts';
import { type AttemptMetrics, createAttemptMetrics } from './attempt/attemptMetrics.ts';

export type WorkerMetrics = ServiceMetrics & { attempts: AttemptMetrics };

/** What is read when the metrics are. `stalledMs`: see `FetchWatch`; 0 when all is well. */
type WorkerFigures = {
  running: () => number;
  places: number;
  stalledMs: () => Promise<number>;
  pool: Parameters<typeof createServiceMetrics>[0];
};

/** Prometheus metrics of a worker process. */
export function createWorkerMetrics({ running, places, stalledMs, pool }: WorkerFigures): WorkerMetrics {
  const { registry, workerLost } = createServiceMetrics(pool);
  const registers = [registry];
  new Gauge({
    name: 'collabcanvas_running_attempts',
    help: 'Attempts that this worker runs right now.',
    registers,
    collect() {
      this.set(running());
    },
  });
  new Gauge({
    name: 'collabcanvas_max_concurrent_jobs',
    help: 'Attempts that this worker runs at most: MAX_CONCURRENT_JOBS.',
    registers,
  }).set(places);
  new Gauge({
    name: 'collabcanvas_queue_stalled_seconds',
    help: 'How long an entry of the queue has been waiting although this worker has a free place; 0 while all is well.',
    registers,
    async collect() {
      this.set((await stalledMs()) / 1_000);
    },
  });
  return { registry, attempts: createAttemptMetrics(registry), workerLost };
}
