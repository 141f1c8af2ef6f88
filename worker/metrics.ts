import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from './generation/outcome.ts';

export type WorkerMetrics = {
  registry: Registry;
  /** Counts an attempt that has ended. */
  attemptEnded(outcome: Outcome['type'], seconds: number): void;
};

/** Prometheus metrics of a worker process. */
export function createWorkerMetrics(running: () => number): WorkerMetrics {
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
