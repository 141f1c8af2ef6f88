import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export type ServiceMetrics = {
  registry: Registry;
  /** Counts a dead worker that this process has found. */
  workerLost(): void;
};

/** Prometheus metrics that both services have. */
export function createServiceMetrics(
  pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>,
): ServiceMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'collabcanvas_database_connections',
    help: 'Connections of this process to the database, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({
    name: 'collabcanvas_database_waiting',
    help: 'Statements and transactions that wait for a connection, since all are in use.',
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
  const lost = new Counter({
    name: 'collabcanvas_workers_lost_total',
    help: 'Dead workers that this process has found, and whose jobs it has queued again.',
    registers,
  });
  return { registry, workerLost: () => lost.inc() };
}
