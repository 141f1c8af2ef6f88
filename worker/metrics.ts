import { Gauge, type Registry } from 'prom-client';
import { batchSizes } from '../src/events/log/batchSizes.ts';
import {
  createServiceMetrics,
  type MeasuredService,
  type ServiceMetrics,
} from '../src/service/serviceMetrics.ts';
import { type AttemptMetrics, createAttemptMetrics } from './attempt/state/attemptMetrics.ts';
import { layoutLoad, layoutTimes } from './layout/thread/layOut.ts';
import { type CleanUpMetrics, createCleanUpMetrics } from './tasks/cleanUpMetrics.ts';

export type WorkerMetrics = ServiceMetrics & { attempts: AttemptMetrics; cleanUps: CleanUpMetrics };

/** What is read when the metrics are. `stalledMs`: see `FetchWatch`; 0 when all is well. */
type WorkerFigures = MeasuredService & {
  running: () => number;
  places: number;
  stalledMs: () => Promise<number>;
};

/** Prometheus metrics of a worker process. */
export function createWorkerMetrics(figures: WorkerFigures): WorkerMetrics {
  const { running, places, stalledMs } = figures;
  const { registry, recovery } = createServiceMetrics(figures);
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
  registry.registerMetric(batchSizes);
  addLayoutMetrics(registry);
  return {
    registry,
    attempts: createAttemptMetrics(registry),
    cleanUps: createCleanUpMetrics(registry),
    recovery,
  };
}

function addLayoutMetrics(registry: Registry): void {
  const registers = [registry];
  registry.registerMetric(layoutTimes);
  new Gauge({
    name: 'collabcanvas_layout_threads',
    help: 'Layout threads of this worker, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      const { threads, busy } = layoutLoad();
      this.set({ state: 'busy' }, busy);
      this.set({ state: 'idle' }, Math.max(threads - busy, 0));
    },
  });
  new Gauge({
    name: 'collabcanvas_layouts_waiting',
    help: 'Layouts that wait for a thread.',
    registers,
    collect() {
      this.set(layoutLoad().waiting);
    },
  });
}
