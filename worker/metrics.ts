import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from './attempt/outcome.ts';

export type WorkerMetrics = {
  registry: Registry;
  /** Counts an attempt that has ended. */
  attemptEnded(outcome: Outcome['type'], seconds: number): void;
};

/** What is read when the metrics are. `stalledMs`: see `FetchWatch`; 0 when all is well. */
type WorkerFigures = { running: () => number; stalledMs: () => Promise<number> };

/** Prometheus metrics of a worker process. */
export function createWorkerMetrics({ running, stalledMs }: WorkerFigures): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'collabcanvas_running_attempts',
    help: 'Attempts that this worker runs right now.',
    registers,
    collect() {
      this.set(running());
    },
  });
  new Gauge({
    name: 'collabcanvas_queue_stalled_seconds',
    help: 'How long an entry of the queue has been waiting although this worker has a free place; 0 while all is well.',
    registers,
    async collect() {
      this.set((await stalledMs()) / 1_000);
    },
  });
  const attempts = new Counter({
    name: 'collabcanvas_attempts_total',
    help: 'Attempts that have ended, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'collabcanvas_attempt_seconds',
    help: 'Length of attempts, by outcome.',
    labelNames: ['outcome'],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800],
    registers,
  });
  return {
    registry,
    attemptEnded(outcome, seconds) {
      attempts.inc({ outcome });
      durations.observe({ outcome }, seconds);
    },
  };
}
