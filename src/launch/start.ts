import { join, relative } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { sentenceOf } from '../database/failure.ts';
import { type LaunchedDatabase, openDatabase } from './database.ts';
import { claimPort, originOf } from './ports.ts';
import { untilReady } from './ready.ts';
import { Service } from './service.ts';
import { openServiceLog } from './service-log.ts';
import { type StopRequest, stopRequest } from './stop-request.ts';
import { buildWeb, restartOnChange } from './web.ts';

/**
 * `npm start`: the database, the API with the web app, and the worker, in one command. With `--dev`, the
 * services start again when their code changes, and the web app is served with hot reload.
 */
const root = join(import.meta.dirname, '../..');
const began = performance.now();
const dev = process.argv.includes('--dev');

/** Ports that are free and asked for. */
interface Ports {
  readonly api: number;
  readonly worker: number;
  /** Of the development server; absent otherwise. */
  readonly web?: number;
}

async function main(): Promise<void> {
  const config = readConfig();
  const stop = stopRequest();
  const ports = await claimPorts(config);
  const database = await openDatabase(config, say);
  let services: Service[] = [];
  try {
    if (!dev) await buildWeb(root);
    if (!stop.signal.aborted) {
      services = startServices(config, ports, database, stop.signal);
      await run(config, ports, [...services, database], stop);
    }
  } finally {
    stop.onHurry(() => services.forEach((service) => void service.stop({ hurry: true })));
    await Promise.all(services.map((service) => service.stop()));
    await database.close({ hurry: stop.hurried() });
    stop.dispose();
  }
}

async function claimPorts({ HOST, PORT, WORKER_HOST, WORKER_PORT }: Config): Promise<Ports> {
  const api = await claimPort({ host: HOST, port: PORT, hostVariable: 'HOST', portVariable: 'PORT' });
  const workerVariables = { hostVariable: 'WORKER_HOST', portVariable: 'WORKER_PORT' };
  const worker = await claimPort({ host: WORKER_HOST, port: WORKER_PORT, ...workerVariables });
  if (!dev) return { api, worker };
  return { api, worker, web: await claimPort({ host: '127.0.0.1', port: 0, ...workerVariables }) };
}

function startServices(
  config: Config,
  ports: Ports,
  database: LaunchedDatabase,
  signal: AbortSignal,
): Service[] {
  const start = (name: string, file: string, env: Record<string, string>): Service => {
    const log = openServiceLog(join(config.DATA_DIR, 'logs', `${name}.log`), (line) =>
      say(`${name}: ${line}`),
    );
    const grace = config.SHUTDOWN_GRACE_MS + 2_000;
    return new Service({ name, args: [join(root, file)], env, log, say, grace });
  };
  const env = {
    DATABASE_URL: database.url,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    // There is no other API that a load balancer could turn to.
    DRAIN_NOTICE_MS: '0',
    DRAIN_TIMEOUT_MS: '1000',
  };
  const services = [start('api', 'src/main.ts', env), start('worker', 'worker/main.ts', env)];
  database.onMoved((url) => services.forEach((service) => void service.restart({ DATABASE_URL: url })));
  if (ports.web === undefined) return services;
  restartOnChange(root, services, signal);
  const webEnv = { WEB_PORT: String(ports.web), VITE_API_TARGET: originOf(config.HOST, ports.api) };
  return [...services, start('web', 'src/launch/dev-web.mjs', webEnv)];
}

/** Says when all is ready; returns when the user wants to stop; throws when a part can't be kept running. */
async function run(
  config: Config,
  ports: Ports,
  parts: { ended: Promise<void> }[],
  stop: StopRequest,
): Promise<void> {
  const failed = Promise.all(parts.map(({ ended }) => ended)).then(() => undefined);
  const page = originOf(config.HOST, ports.api);
  const logs = shortest(join(config.DATA_DIR, 'logs'));
  const waits = [page, originOf(config.WORKER_HOST, ports.worker)].map((origin) =>
    untilReady(origin, {
      signal: stop.signal,
      onSlow: (answer) => say(`Still waiting for ${origin}/ready (${answer}); logs: ${logs}`),
    }),
  );
  const ready = Promise.all(waits).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  await Promise.race([ready, failed, stop.requested]);
  if (stop.signal.aborted) return;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const hot = ports.web === undefined ? '' : `, with hot reload at http://127.0.0.1:${ports.web}`;
  say(`CollabCanvas is ready at ${page}${hot} (started in ${seconds} s; logs in ${logs}; Ctrl-C stops it)`);
  await Promise.race([failed, stop.requested]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}

/** A path as a person would write it: from here when it lies below, else in full. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere || '.';
}
