import type pg from 'pg';
import { Counter, Gauge, type Registry } from 'prom-client';
import { readCacheSize } from '../../cache/sql/readCacheSize.ts';
import type { Reads } from '../../database/replica/reads.ts';
import type { EventHub } from '../../events/listener/hub.ts';
import { budgetLimits, countUsersNearBudget, warningShare } from '../../jobs/budgets/budgets.ts';
import { readUsageOfAll } from '../../jobs/budgets/sql/readMonthlyUsage.ts';
import { readQueueStall } from '../../jobs/queue/queueStall.ts';
import { type OrderParameters, orderParameters } from '../../jobs/queue/sql/queueOrder.ts';
import { readQueueControl } from '../../jobs/queue/sql/readQueueControl.ts';
import { type QueueDepth, readQueueDepth } from '../../jobs/queue/sql/readQueueDepth.ts';
import { countLiveWorkers } from '../../jobs/workers/sql/countLiveWorkers.ts';
import { createServiceMetrics, type ServiceMetrics } from '../../service/serviceMetrics.ts';
import type { Services } from '../graphql/context.ts';
import { createRequestMetrics, type RequestMetrics } from './requestMetrics.ts';

type Measured = Pick<Services, 'config' | 'database' | 'reads'> & { hub: EventHub };

export type ApiMetrics = ServiceMetrics & { requests: RequestMetrics };

/** Prometheus metrics of the API process, read when scraped. */
export function createMetrics({ config, database, reads, hub }: Measured): ApiMetrics {
  const { registry, recovery } = createServiceMetrics({ ...database, dataDir: config.DATA_DIR });
  const registers = [registry];
  new Gauge({
    name: 'collabcanvas_subscriptions',
    help: 'Open subscriptions of this process.',
    registers,
    collect() {
      this.set(hub.subscriberCount);
    },
  });
  new Gauge({
    name: 'collabcanvas_listening',
    help: '1 while notifications of the database arrive.',
    registers,
    collect() {
      this.set(hub.isListening ? 1 : 0);
    },
  });
  new Gauge({
    name: 'collabcanvas_listener_not_receiving',
    help: '1 while a connection pooler drops the notifications of the database, so that changes are polled for.',
    registers,
    collect() {
      this.set(hub.status === 'not_receiving' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'collabcanvas_unfinished_jobs',
    help: 'Unfinished jobs, by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const counts = await database.prisma.canvasJob.groupBy({
        by: ['status'],
        where: { finishedAt: null },
        _count: true,
      });
      for (const status of ['QUEUED', 'PROCESSING', 'CANCELLING'] as const) {
        this.set({ status }, counts.find((row) => row.status === status)?._count ?? 0);
      }
    },
  });
  new Gauge({
    name: 'collabcanvas_queue_stalled_seconds',
    help: 'How long a waiting job has not been started although workers have capacity or none is alive; 0 otherwise.',
    registers,
    async collect() {
      const stall = await readQueueStall(database.pool);
      this.set((stall?.waitedMs ?? 0) / 1_000);
    },
  });
  addQueueMetrics(registry, database.pool, orderParameters(config));
  addReplicaMetrics(registry, reads);
  addCacheMetrics(registry, database.pool);
  addBudgetMetrics(registry, database.pool, config);
  return { registry, recovery, requests: createRequestMetrics(registry) };
}

/** Of the whole installation: each API process reports the same. */
function addQueueMetrics(registry: Registry, pool: pg.Pool, order: OrderParameters): void {
  const registers = [registry];
  // One query for both: they are collected at the same time.
  let reading: Promise<QueueDepth[]> | undefined;
  const readDepth = () => {
    reading ??= readQueueDepth(pool, order).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  new Gauge({
    name: 'collabcanvas_queue_depth',
    help: 'Waiting jobs, by priority, and by what they wait for: a worker, their leader, the time of a retry, or other jobs of their owner (user_limit).',
    labelNames: ['priority', 'waits_for'],
    registers,
    async collect() {
      for (const { priority, ...depth } of await readDepth()) {
        this.set({ priority, waits_for: 'worker' }, depth.waiting);
        this.set({ priority, waits_for: 'leader' }, depth.waitingDuplicates);
        this.set({ priority, waits_for: 'retry' }, depth.waitingForRetry);
        this.set({ priority, waits_for: 'user_limit' }, depth.waitingForOwnJobs);
      }
    },
  });
  new Gauge({
    name: 'collabcanvas_queue_oldest_wait_seconds',
    help: 'How long the oldest job that could start has been waiting, by priority.',
    labelNames: ['priority'],
    registers,
    async collect() {
      for (const { priority, oldestWaitMs } of await readDepth())
        this.set({ priority }, (oldestWaitMs ?? 0) / 1_000);
    },
  });
  new Gauge({
    name: 'collabcanvas_queue_paused',
    help: '1 while the queue is paused: no job is started.',
    registers,
    async collect() {
      this.set((await readQueueControl(pool)).pausedAt === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'collabcanvas_live_workers',
    help: 'Workers that are registered and alive.',
    registers,
    async collect() {
      this.set(await countLiveWorkers(pool));
    },
  });
}

/** Of the whole installation: each API process reports the same. */
function addCacheMetrics(registry: Registry, pool: pg.Pool): void {
  const registers = [registry];
  const bytes = new Gauge({
    name: 'collabcanvas_cache_bytes',
    help: 'Size of all results in the cache.',
    registers,
  });
  new Gauge({
    name: 'collabcanvas_cache_entries',
    help: 'Results in the cache.',
    registers,
    async collect() {
      const size = await readCacheSize(pool);
      this.set(size.entries);
      bytes.set(size.bytes);
    },
  });
}

/** Of the whole installation: each API process reports the same. */
function addBudgetMetrics(registry: Registry, pool: pg.Pool, config: Services['config']): void {
  const registers = [registry];
  const limits = budgetLimits(config);
  new Gauge({
    name: 'collabcanvas_month_usage',
    help: 'What attempts have used that have ended in this calendar month (UTC), by unit: tokens, or US dollars.',
    labelNames: ['unit'],
    registers,
    async collect() {
      const { inputTokens, outputTokens, costUsd } = await readUsageOfAll(pool);
      this.set({ unit: 'tokens' }, inputTokens + outputTokens);
      this.set({ unit: 'usd' }, costUsd);
    },
  });
  const budget = new Gauge({
    name: 'collabcanvas_month_budget',
    help: 'Budget of the installation for a calendar month, by unit; absent without one.',
    labelNames: ['unit'],
    registers,
  });
  for (const { scope, unit, limit } of limits)
    if (scope === 'INSTALLATION') budget.set({ unit: unit.toLowerCase() }, limit);
  new Gauge({
    name: 'collabcanvas_month_budget_users',
    help: 'Users who have used at least that share of a budget of theirs in this month.',
    labelNames: ['share'],
    registers,
    async collect() {
      for (const share of [warningShare, 1])
        this.set({ share }, (await countUsersNearBudget(pool, limits, share)) ?? 0);
    },
  });
}

/** All 0 without a replica. */
function addReplicaMetrics(registry: Registry, reads: Reads): void {
  const registers = [registry];
  new Gauge({
    name: 'collabcanvas_replica_unused',
    help: '1 while there is a replica, but everything is read from the primary: it is away, or more than 10 s behind.',
    registers,
    collect() {
      this.set((reads.replica()?.whyUnused ?? null) === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'collabcanvas_replica_lag_seconds',
    help: 'How long ago everything was committed that the replica has; measured every second.',
    registers,
    collect() {
      this.set((reads.replica()?.lagMs ?? 0) / 1_000);
    },
  });
  new Counter({
    name: 'collabcanvas_replica_reads_total',
    help: 'Reads that the replica is for, by where they went.',
    labelNames: ['server'],
    registers,
    collect() {
      this.reset();
      for (const server of ['replica', 'primary'] as const) this.inc({ server }, reads.served[server]);
    },
  });
}
