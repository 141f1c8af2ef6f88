import { type Config, ConfigError, readConfig } from './config.ts';
import { databaseFailure, sentenceOf } from './database/failure.ts';
import { whenSupervisorIsGone } from './launch/parent.ts';
import { createLogger, type Logger } from './log.ts';

/** A service that runs until it is stopped. `ended` rejects when it can't go on. */
export type RunningService = { stop(options: { hurry: AbortSignal }): Promise<void>; ended?: Promise<never> };

/**
 * Life of a service's process: the first SIGTERM or SIGINT, or the end of its supervisor, stops it cleanly, a
 * second one hurries it; a failure to start is one line that says what to do, and exit code 1.
 */
export async function runService(
  name: string,
  start: (config: Config, databaseUrl: string, log: Logger) => Promise<RunningService>,
): Promise<void> {
  let databaseUrl: string | undefined;
  try {
    const config = readConfig();
    databaseUrl = config.DATABASE_URL;
    if (databaseUrl === undefined) {
      throw new ConfigError(
        'DATABASE_URL is not set. Set it, or use `npm start`, which brings a database of its own.',
      );
    }
    const log = createLogger(name, config.LOG_LEVEL);
    const service = await start(config, databaseUrl, log);
    await untilStopped(service, log);
  } catch (error) {
    process.stderr.write(`${explain(error, databaseUrl)}\n`);
    process.exitCode = 1;
  }
}

async function untilStopped(service: RunningService, log: Logger): Promise<void> {
  const hurry = new AbortController();
  const asked = Promise.withResolvers<string>();
  const onSignal = (reason: string) => {
    if (stopping) hurry.abort();
    stopping = true;
    asked.resolve(reason);
  };
  let stopping = false;
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  whenSupervisorIsGone(() => onSignal('the supervisor has ended'));
  try {
    const reason = await Promise.race([asked.promise, ...(service.ended ? [service.ended] : [])]);
    log.info({ reason }, 'stopping');
  } catch (error) {
    log.fatal({ err: error }, 'the service cannot go on');
    process.exitCode = 1;
    hurry.abort();
  }
  await service.stop({ hurry: hurry.signal });
  log.info('stopped');
}

function explain(error: unknown, databaseUrl: string | undefined): string {
  if (error instanceof ConfigError || databaseUrl === undefined) return sentenceOf(error);
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') return explainPort(error);
  return databaseFailure(databaseUrl, error);
}

function explainPort(error: Error & { code?: unknown; port?: unknown; address?: unknown }): string {
  const place = `${String(error.address)}:${String(error.port)}`;
  if (error.code === 'EADDRINUSE')
    return `${place} is in use. Stop what uses it, or set PORT (WORKER_PORT) to another.`;
  return `Cannot listen on ${place}: ${sentenceOf(error)}`;
}
