import pg from 'pg';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { NewerDatabaseError, UnmigratedDatabaseError } from '../database/migrations/migrationState.ts';
import { type DatabaseAddress, databaseFailure, sentenceOf } from '../database/outages/failure.ts';
import { isUnavailable } from '../database/outages/isUnavailable.ts';
import { createLogger, type Logger } from '../log.ts';
import { startTracing } from '../tracing/startTracing.ts';
import { watchShutdownRequests } from './shutdownRequests.ts';
import { receiveSupervisorReports, type ServiceProcess } from './supervisor.ts';

/** A service that runs until it is stopped. */
export type RunningService = {
  stop(options: { hurry: AbortSignal }): Promise<void>;
  /** Rejects when the service cannot go on. */
  ended?: Promise<never>;
  /** Milliseconds that `stop` takes at most, as configured, before it begins to close what is open. */
  graceMs?: number;
};

/**
 * Starts a service. It may wait for a database that is away, until the process is asked to stop. When it fails, it
 * has closed what it opened.
 */
export type StartService = (
  config: Config,
  databaseUrl: string,
  log: Logger,
  process: ServiceProcess,
) => Promise<RunningService>;

/** Milliseconds for closing resources; only a bug takes longer. */
const closeLimitMs = 15_000;
/** Milliseconds that a process may go on after its service has stopped. */
const exitLimitMs = 3_000;

/**
 * Runs a service's process: the first SIGTERM or SIGINT stops it cleanly; a second one, or the end of its supervisor,
 * skips the waits. A failed start is one line on stderr and exit code 1. The process always ends, also when a start or a
 * stop hangs.
 * @param preferred The variable whose address the service uses, if that is set; else `DATABASE_URL`.
 */
export async function runService(
  name: string,
  start: StartService,
  preferred: DatabaseAddress['variable'] = 'DATABASE_URL',
): Promise<void> {
  const requests = watchShutdownRequests();
  let address: DatabaseAddress | undefined;
  try {
    const config = readConfig();
    const variable = config[preferred] === undefined ? 'DATABASE_URL' : preferred;
    const url = config[variable];
    if (url === undefined) {
      throw new ConfigError(
        'DATABASE_URL is not set. Set it, or use `npm start`, which brings a database of its own.',
      );
    }
    address = { url, variable };
    const log = createLogger(name, config.LOG_LEVEL);
    const stopTracing = await startTracing(name, config, log);
    // Nothing has begun that an exit could damage.
    const starting = limitAfter(requests.stopping, closeLimitMs, () => log.error('the start does not end'));
    const context = { stopping: requests.stopping, supervised: receiveSupervisorReports() };
    const service = await start(config, url, log, context).finally(starting.cancel);
    process.exitCode = (await runUntilStopped(service, requests, log, address)) ? 0 : 1;
    await stopTracing();
  } catch (error) {
    if (!requests.stopping.aborted) {
      process.stderr.write(`${explain(error, address)}\n`);
      process.exitCode = 1;
    }
  }
  // A resource that was not closed would keep the process alive.
  setTimeout(() => process.exit(), exitLimitMs).unref();
}

/** @returns Whether the service ran until it was asked to stop. */
async function runUntilStopped(
  service: RunningService,
  { requested, stopping, hurry }: ReturnType<typeof watchShutdownRequests>,
  log: Logger,
  address: DatabaseAddress,
): Promise<boolean> {
  let failed = false;
  try {
    const reason = await Promise.race([requested, ...(service.ended ? [service.ended] : [])]);
    log.info({ reason }, 'stopping');
  } catch (error) {
    failed = true;
    log.fatal({ err: error }, 'the service cannot go on');
    process.stderr.write(`${explain(error, address)}\n`);
  }
  const hurried = failed ? AbortSignal.abort() : hurry;
  const limits = [
    limitAfter(failed ? hurried : stopping, (service.graceMs ?? 0) + closeLimitMs, onLimit),
    limitAfter(hurried, closeLimitMs, onLimit),
  ];
  function onLimit() {
    log.error(
      { open: process.getActiveResourcesInfo() },
      'the service did not stop in time; ending the process',
    );
  }
  try {
    await service.stop({ hurry: hurried });
    log.info('stopped');
  } catch (error) {
    failed = true;
    log.error({ err: error }, 'the service did not stop cleanly');
  }
  for (const limit of limits) limit.cancel();
  return !failed;
}

/** Ends the process that many milliseconds after the signal is aborted, unless that is cancelled. */
function limitAfter(signal: AbortSignal, limitMs: number, onLimit: () => void): { cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => {
      onLimit();
      process.exit(1);
    }, limitMs);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return {
    cancel() {
      clearTimeout(timer);
      signal.removeEventListener('abort', begin);
    },
  };
}

function explain(error: unknown, address: DatabaseAddress | undefined): string {
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') return explainPort(error);
  if (address === undefined || !isOfDatabase(error)) return sentenceOf(error);
  return databaseFailure(address, error);
}

/** Whether the error is about the database as a whole, which the message then names. */
function isOfDatabase(error: unknown): boolean {
  const kinds = [pg.DatabaseError, NewerDatabaseError, UnmigratedDatabaseError];
  return kinds.some((kind) => error instanceof kind) || isUnavailable(error);
}

function explainPort(error: Error & { code?: unknown; port?: unknown; address?: unknown }): string {
  const place = `${String(error.address)}:${String(error.port)}`;
  if (error.code === 'EADDRINUSE')
    return `${place} is in use. Stop what uses it, or set PORT, WORKER_PORT, METRICS_PORT or WORKER_METRICS_PORT to another.`;
  return `Cannot listen on ${place}: ${sentenceOf(error)}`;
}
