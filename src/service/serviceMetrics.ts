import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { cacheLookups } from '../cache/lookups.ts';
import type { RecoveryMetrics } from '../jobs/recovery/startRecovery.ts';
import { readDiskSpace } from './diskSpace.ts';

export type ServiceMetrics = { registry: Registry; recovery: RecoveryMetrics };

/** What these metrics are read from. */
export type MeasuredService = {
  pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  slowQueries: () => number;
  shortage: () => string | undefined;
  /** Folder of the embedded database. */
  dataDir: string;
};

/** Prometheus metrics that both services have. */
export function createServiceMetrics({
  pool,
  slowQueries,
  shortage,
  dataDir,
}: MeasuredService): ServiceMetrics {
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
  new Gauge({
    name: 'collabcanvas_database_short',
    help: '1 while the database cannot write, for instance since its disk is full.',
    registers,
    collect() {
      this.set(shortage() === undefined ? 0 : 1);
    },
  });
  new Counter({
    name: 'collabcanvas_slow_queries_total',
    help: 'Statements that took longer than SLOW_QUERY_MS.',
    registers,
    collect() {
      this.reset();
      this.inc(slowQueries());
    },
  });
  registry.registerMetric(cacheLookups);
  addDiskMetrics(registry, dataDir);
  const lost = new Counter({
    name: 'collabcanvas_workers_lost_total',
    help: 'Dead workers that this process has found, and whose jobs it has queued again.',
    registers,
  });
  const recoveries = new Histogram({
    name: 'collabcanvas_recovery_seconds',
    help: 'From the last heartbeat of a lost worker until an attempt of it was ended and its job queued again.',
    ...{ buckets: [0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 60], registers },
  });
  const recovery: RecoveryMetrics = {
    workerLost: () => lost.inc(),
    attemptLost: (seconds) => recoveries.observe(seconds),
  };
  return { registry, recovery };
}

/** Of the disk with the data folder; of its nearest parent, as long as there is none. */
function addDiskMetrics(registry: Registry, dataDir: string): void {
  const disk = new Gauge({
    name: 'collabcanvas_disk_bytes',
    help: 'Disk of DATA_DIR, which the embedded database and the logs of npm start are on: its size, and what is free.',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const { size, free } = await readDiskSpace(dataDir);
      disk.set({ kind: 'size' }, size);
      disk.set({ kind: 'free' }, free);
    },
  });
}
