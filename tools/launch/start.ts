import { join, relative } from 'node:path';
import { type Config, readConfig } from '../../src/config.ts';
import { sentenceOf } from '../../src/database/failure.ts';
import { ensureDataDirectory } from '../postgres/dataDirectory.ts';
import { startedAt } from './began.ts';
import { type LaunchedDatabase, openDatabase } from './database.ts';
import { forgetInstance, recordInstance, runningInstance, untilFormerInstanceIsGone } from './instance.ts';
import { claimPort, originOf } from './ports.ts';
import { untilReady } from './ready.ts';
import { Service } from './service.ts';
import { openServiceLog } from './serviceLog.ts';
import { type StopRequest, stopRequest } from './stopRequest.ts';
import { buildWeb, restartOnChange } from './web.ts';

/**
 * `npm start`: the database, the API with the web app, and the worker, in one command. With `--dev`, the
 * services start again when their code changes, and the web app is served with hot reload.
 */
const root = join(import.meta.dirname, '../..');
const dev = process.argv.includes('--dev');

/** Milliseconds beyond its grace in which a service closes what is open. */
const STOP_MARGIN = 10_000;

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
  try {
    ensureDataDirectory(config.DATA_DIR);
    await untilFormerInstanceIsGone(config.DATA_DIR, sayWaiting, stop.signal);
    if (stop.signal.aborted) return;
    const ports = await claimPorts(config);
    await launch(config, ports, stop);
  } finally {
    stop.dispose();
  }
}

/** Starts everything, keeps it running until the user wants to stop, and stops it. */
async function launch(config: Config, ports: Ports, stop: StopRequest): Promise<void> {
  let services: readonly Service[] = [];
  const record = () => {
    const pids = services.flatMap(({ pid }) => pid ?? []);
    recordInstance(config.DATA_DIR, { stopping: stop.signal.aborted, services: pids });
  };
  record();
  stop.signal.addEventListener('abort', record, { once: true });
  const database = await openDatabase(config, say);
  try {
    if (!dev) await buildWeb(root, stop.signal);
    if (!stop.signal.aborted) {
      const onChange = () => {
        record();
        const report = Object.fromEntries(services.map((service) => [service.name, service.report]));
        for (const service of services) service.send(report);
      };
      services = startServices(config, ports, database, { signal: stop.signal, onChange });
      onChange();
      await run(config, ports, { services, database }, stop);
    }
  } finally {
    stop.onHurry(() => services.forEach((service) => void service.stop({ hurry: true })));
    await Promise.all(services.map((service) => service.stop()));
    await database.close({ hurry: stop.hurried() });
    forgetInstance(config.DATA_DIR);
  }
}

function sayWaiting(pid: number): void {
  say(`Waiting until the npm start that ran before has stopped (process ${pid}) …`);
}

async function claimPorts(config: Config): Promise<Ports> {
  const { HOST, PORT, WORKER_HOST, WORKER_PORT } = config;
  const workerVariables = { hostVariable: 'WORKER_HOST', portVariable: 'WORKER_PORT' };
  try {
    const api = await claimPort({ host: HOST, port: PORT, hostVariable: 'HOST', portVariable: 'PORT' });
    const worker = await claimPort({ host: WORKER_HOST, port: WORKER_PORT, ...workerVariables });
    if (!dev) return { api, worker };
    return { api, worker, web: await claimPort({ host: '127.0.0.1', port: 0, ...workerVariables }) };
  } catch (error) {
    const other = runningInstance(config.DATA_DIR);
    if (other === undefined) throw error;
    const hint = `Another npm start works on ${shortest(config.DATA_DIR)} (process ${other}).`;
    throw new Error(`${sentenceOf(error)} ${hint}`, { cause: error });
  }
}

function startServices(
  config: Config,
  ports: Ports,
  database: LaunchedDatabase,
  { signal, onChange }: { signal: AbortSignal; onChange: () => void },
): Service[] {
  const start = (name: string, file: string, origin: string, env: Record<string, string>): Service => {
    const log = openServiceLog(join(config.DATA_DIR, 'logs', `${name}.log`), (line) =>
      say(`${name}: ${line}`),
    );
    const onSlow = (answer: string) =>
      say(`Still waiting for the ${name} at ${origin} (${answer}); log: ${shortest(log.file)}`);
    const grace = config.SHUTDOWN_GRACE_MS + STOP_MARGIN;
    return new Service({
      ...{ name, args: [join(root, file)], env, log, say, grace, onChange },
      untilReady: (over) => untilReady(`${origin}/ready`, { signal: over, onSlow }),
    });
  };
  const env = {
    DATABASE_URL: database.url,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    // There is no other API that a load balancer could turn to.
    DRAIN_NOTICE_MS: '0',
    DRAIN_TIMEOUT_MS: '1000',
  };
  const api = originOf(config.HOST, ports.api);
  const worker = originOf(config.WORKER_HOST, ports.worker);
  const services = [
    start('api', 'src/api/main.ts', api, env),
    start('worker', 'worker/main.ts', worker, env),
  ];
  database.onMoved((url) => services.forEach((service) => void service.restart({ DATABASE_URL: url })));
  if (ports.web === undefined) return services;
  restartOnChange(root, services, signal);
  const webEnv = { WEB_PORT: String(ports.web), VITE_API_TARGET: api };
  return [...services, start('web', 'tools/launch/devWeb.mjs', originOf('127.0.0.1', ports.web), webEnv)];
}

/** Says when all is ready; returns when the user wants to stop; throws when a service is given up. */
async function run(
  config: Config,
  ports: Ports,
  { services, database }: { services: readonly Service[]; database: LaunchedDatabase },
  stop: StopRequest,
): Promise<void> {
  const failed = Promise.all([...services, database].map(({ ended }) => ended)).then(() => undefined);
  const ready = Promise.all(services.map((service) => service.ready));
  await Promise.race([ready, failed, stop.requested]);
  if (stop.signal.aborted) return;
  const page = originOf(config.HOST, ports.api);
  const logs = shortest(join(config.DATA_DIR, 'logs'));
  const seconds = ((Date.now() - startedAt(root)) / 1_000).toFixed(1);
  const hot = ports.web === undefined ? '' : `, with hot reload at http://127.0.0.1:${ports.web}`;
  say(`CollabCanvas is ready at ${page}${hot} (started in ${seconds} s; logs in ${logs}; Ctrl-C stops it)`);
  await Promise.race([failed, stop.requested]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// A terminal that is closed, or a full disk behind a redirection, must not end what runs.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

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
