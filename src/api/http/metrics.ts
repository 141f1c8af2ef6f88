import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { readQueueStall } from '../../jobs/queue/queueStall.ts';
import type { Services } from '../graphql/context.ts';

/** Prometheus metrics of the API process, read when scraped. */
export function createMetrics({ database, events }: Services): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'collabcanvas_subscriptions',
    help: 'Open subscriptions of this process.',
    registers,
    collect() {
      this.set(events.hub.subscriberCount);
    },
  });
  new Gauge({
    name: 'collabcanvas_listening',
    help: '1 while notifications of the database arrive.',
    registers,
    collect() {
      this.set(events.hub.isListening ? 1 : 0);
    },
  });
  new Gauge({
    name: 'collabcanvas_listener_not_receiving',
    help: '1 while a connection pooler drops the notifications of the database, so that changes are polled for.',
    registers,
    collect() {
      this.set(events.hub.status === 'not_receiving' ? 1 : 0);
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
  return registry;
}
