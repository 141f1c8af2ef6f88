import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Registry } from 'prom-client';
import { type Database, ping } from '../../database/connection.ts';
import { readMigrationState } from '../../database/migrations/migrationState.ts';
import { outageReason } from '../../database/outages/outageReason.ts';
import type { Reads } from '../../database/replica/reads.ts';
import type { Sql } from '../../database/statement.ts';
import type { EventHub } from '../../events/listener/hub.ts';
import { describeStall, oldestEntryWaitMs, readQueueStall } from '../../jobs/queue/queueStall.ts';
import { readQueueControl } from '../../jobs/queue/sql/readQueueControl.ts';
import { countLiveWorkers } from '../../jobs/workers/sql/countLiveWorkers.ts';
import { type DiskSpace, readDiskSpace } from '../diskSpace.ts';
import type { SupervisorReport } from '../supervisor.ts';

/** Checks one condition of readiness: true, what is wrong, or what is degraded. */
export type ReadinessCheck = () => Promise<true | string | { degraded: string }>;

/** Whether the database answers, and can write as far as is known. */
export function databaseCheck({ pool, shortage }: Pick<Database, 'pool' | 'shortage'>): ReadinessCheck {
  return async () => {
    await ping(pool);
    return shortage() ?? true;
  };
}

/** Whether this version's migrations are applied. Newer ones come with a release, and stay when it is rolled back. */
export function migrationsCheck(pool: Sql): ReadinessCheck {
  return async () => {
    const { missing, unknown } = await readMigrationState(pool);
    if (missing.length > 0) {
      return `the database is not migrated (it lacks ${missing.join(', ')}); run \`npm run migrate\``;
    }
    return (
      unknown.length === 0 || { degraded: `a newer version has migrated the database: ${unknown.join(', ')}` }
    );
  };
}

/** Seconds that jobs may wait, and share of a disk that has to be free. The alerts have the same limits. */
const maxWaitSeconds = 300;
const minFreeShare = 0.1;

/** Whether waiting jobs are started, and soon. If not, the API itself is still ready. */
export function queueCheck(pool: Sql): ReadinessCheck {
  return async () => {
    const { pausedAt } = await readQueueControl(pool);
    if (pausedAt !== null) return { degraded: `paused since ${pausedAt.toISOString()}: no job is started` };
    const stall = await readQueueStall(pool);
    if (stall !== null) return { degraded: describeStall(stall) };
    const seconds = Math.round(((await oldestEntryWaitMs(pool)) ?? 0) / 1_000);
    return seconds <= maxWaitSeconds || { degraded: `jobs wait for a worker, the oldest for ${seconds} s` };
  };
}

/** Whether a worker is alive. Without one, the API still accepts jobs. */
export function workersCheck(pool: Sql): ReadinessCheck {
  return async () =>
    (await countLiveWorkers(pool)) > 0 || {
      degraded: 'none is alive: jobs are accepted, and wait',
    };
}

/** Says that new jobs are refused. Everything else goes on, so the API is ready. */
export function acceptanceCheck(reason: string | undefined): ReadinessCheck {
  const degraded = `new jobs are refused (ACCEPT_JOBS=false)${reason === undefined ? '' : `: ${reason}`}`;
  return async () => ({ degraded });
}

/** Whether the disk with the embedded database and the logs of `npm start` has space, where there are such. */
export function diskCheck(
  dataDir: string,
  read: (folder: string) => Promise<DiskSpace> = readDiskSpace,
): ReadinessCheck {
  return async () => {
    if (!['postgres.json', 'logs'].some((name) => existsSync(join(dataDir, name)))) return true;
    const { size, free } = await read(dataDir);
    const percent = Math.floor((100 * free) / size);
    return free >= size * minFreeShare || { degraded: `${percent} % of the disk of DATA_DIR is free` };
  };
}

/** Whether the replica is used. Without it, the API is slower at most. */
export function replicaCheck({ replica }: Pick<Reads, 'replica'>): ReadinessCheck {
  return async () => {
    const whyUnused = replica()?.whyUnused ?? null;
    return (
      whyUnused === null || { degraded: `everything is read from the primary: the replica ${whyUnused}` }
    );
  };
}

/** Whether notifications arrive. A process that has to poll is slower, but ready. */
export function eventsCheck(hub: Pick<EventHub, 'status'>): ReadinessCheck {
  return async () => {
    if (hub.status === 'not_receiving')
      return { degraded: 'polling: a connection pooler drops notifications; set DATABASE_DIRECT_URL' };
    return hub.status === 'listening' || 'notifications do not arrive; reconnecting';
  };
}

/**
 * Answers 200 when every check passes, else 503 with what is wrong. `warnings` names the checks that found something
 * which does not decide.
 * @param services States of the services under the same supervisor. They are shown, and don't decide: an API without
 * workers is useful.
 */
export async function answerReadiness(
  response: ServerResponse,
  checks: Record<string, ReadinessCheck>,
  services?: SupervisorReport,
): Promise<void> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const outcome = await check().catch((error: unknown) => outageReason(error) ?? 'cannot be used');
      return [name, outcome] as const;
    }),
  );
  const ready = results.every(([, outcome]) => typeof outcome !== 'string');
  const told = results.map(([name, outcome]) => {
    if (outcome === true) return [name, 'ok'];
    return [name, typeof outcome === 'string' ? outcome : outcome.degraded];
  });
  const warnings = results.flatMap(([name, outcome]) => (typeof outcome === 'object' ? [name] : []));
  answerJson(response, ready ? 200 : 503, { ready, checks: Object.fromEntries(told), warnings, services });
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** Answers with a registry's metrics in Prometheus' text format. */
export async function answerMetrics(response: ServerResponse, metrics: Registry): Promise<void> {
  try {
    const body = await metrics.metrics();
    response.writeHead(200, { 'content-type': metrics.contentType });
    response.end(body);
  } catch {
    answerJson(response, 503, { error: 'The figures cannot be read at the moment.' });
  }
}
