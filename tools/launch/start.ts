import { join, relative } from 'node:path';
import { type Config, readConfig } from '../../src/config.ts';
import { sentenceOf } from '../../src/database/outages/failure.ts';
import { ensureDataDirectory } from '../postgres/dataDirectory.ts';
import { type LaunchedDatabase, openDatabase } from './database.ts';
import { claimFolder, forgetInstance, recordInstance } from './instance.ts';
import { createOutageNotice, type OutageNotice } from './outageNotice.ts';
import { claimPort, originOf } from './ports.ts';
import { Service } from './service.ts';
import { openServiceLog } from './serviceLog.ts';
import { countRunningJobs, untilReady } from './serviceStatus.ts';
import { readStartTime } from './startTime.ts';
import { type StopRequest, stopRequest } from './stopRequest.ts';
import { buildWeb, restartOnChange } from './web.ts';

/**
 * `npm start`: the database, the API with the web app, and the worker, in one command. With `--dev`, the
 * services start again when their code changes, and the web app is served with hot reload.
 */
const root = join(import.meta.dirname, '../..');
const dev = process.argv.includes('--dev');

/** Milliseconds beyond its grace in which a service closes what is open. */
const stopMarginMs = 10_000;

/** Ports that are free and asked for. */
type Ports = {
  readonly api: number;
  readonly worker: number;
  /** Of the development server; absent otherwise. */
  readonly web?: number;
};

async function main(): Promise<void> {
  // No other API could take over, so by default a stop does not wait for load balancers.
  const config = readConfig(process.env, { DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '1000' });
  const { DATA_DIR: dataDir } = config;
  const stop = stopRequest();
  try {
    ensureDataDirectory(dataDir);
    const claim = { folder: shortest(dataDir), onWait: sayWaiting, signal: stop.signal };
    if (!(await claimFolder(dataDir, claim))) return;
    try {
      await launch(config, await claimPorts(config), stop);
    } finally {
      forgetInstance(dataDir);
    }
  } finally {
    stop.dispose();
  }
}

/** Starts everything, keeps it running until a request to stop, and stops it. */
async function launch(config: Config, ports: Ports, stop: StopRequest): Promise<void> {
  let services: readonly Service[] = [];
  const record = () => {
    const pids = services.flatMap(({ pid }) => pid ?? []);
    const url = originOf(config.HOST, ports.api);
    recordInstance(config.DATA_DIR, { url, stopping: stop.signal.aborted, services: pids });
  };
  record();
  const onStop = () => {
    record();
    void reportStop(config, ports);
  };
  stop.signal.addEventListener('abort', onStop, { once: true });
  const outage = createOutageNotice(say);
  const failed = new AbortController();
  // While the database starts, it leaves most of the machine to the build.
  const built = dev ? null : buildWeb(root, AbortSignal.any([stop.signal, failed.signal]));
  built?.catch(() => undefined); // awaited below
  const database = await openDatabase(config, (line) => {
    outage.suppress();
    say(line);
  }).catch((error: unknown) => {
    failed.abort();
    throw error;
  });
  try {
    await built;
    if (!stop.signal.aborted) {
      say('Starting the services …');
      const onChange = () => {
        record();
        const report = Object.fromEntries(services.map((service) => [service.name, service.report]));
        for (const service of services) service.send(report);
      };
      services = startServices(config, ports, database, { signal: stop.signal, outage, onChange });
      onChange();
      await run(config, ports, { services, database }, stop);
    }
  } finally {
    stop.onHurry(() => services.forEach((service) => void service.stop({ hurry: true })));
    await Promise.all(services.map((service) => service.stop()));
    await database.close({ hurry: stop.hurried() });
  }
}

function sayWaiting(pid: number): void {
  say(`Waiting until the npm start that ran before has stopped (process ${pid}) …`);
}

/** Reports that the stop has begun, and how long it may take. */
async function reportStop(config: Config, ports: Ports): Promise<void> {
  const { WORKER_HOST, WORKER_METRICS_PORT, SHUTDOWN_GRACE_MS } = config;
  say('Stopping …');
  const running = await countRunningJobs(originOf(WORKER_HOST, WORKER_METRICS_PORT ?? ports.worker));
  if (running === 0 || SHUTDOWN_GRACE_MS === 0) return;
  const jobs = running === 1 ? '1 job is running and gets' : `${running} jobs are running and get`;
  say(`${jobs} up to ${SHUTDOWN_GRACE_MS / 1_000} s to finish; press Ctrl-C again to skip the wait.`);
}

async function claimPorts({ HOST, PORT, WORKER_HOST, WORKER_PORT }: Config): Promise<Ports> {
  const workerVariables = { hostVariable: 'WORKER_HOST', portVariable: 'WORKER_PORT' };
  const api = await claimPort({ host: HOST, port: PORT, hostVariable: 'HOST', portVariable: 'PORT' });
  const worker = await claimPort({ host: WORKER_HOST, port: WORKER_PORT, ...workerVariables });
  if (!dev) return { api, worker };
  return { api, worker, web: await claimPort({ host: '127.0.0.1', port: 0, ...workerVariables }) };
}

function startServices(
  config: Config,
  ports: Ports,
  database: LaunchedDatabase,
  { signal, outage, onChange }: { signal: AbortSignal; outage: OutageNotice; onChange: () => void },
): Service[] {
  const drainMs = config.DRAIN_NOTICE_MS + config.DRAIN_TIMEOUT_MS;
  const grace = Math.max(config.SHUTDOWN_GRACE_MS, drainMs) + stopMarginMs;
  const start = (name: string, file: string, origin: string, env: Record<string, string>): Service => {
    const log = openServiceLog(
      join(config.DATA_DIR, 'logs', `${name}.log`),
      (line) => say(`${name}: ${line}`),
      (line) => outage.add(`${name}: ${line}`),
    );
    const onSlow = (answer: string) =>
      say(`Still waiting for the ${name} at ${origin} (${answer}); log: ${shortest(log.file)}`);
    return new Service({
      ...{ name, args: [join(root, file)], env, log, say, grace, onChange },
      untilReady: (over) => untilReady(`${origin}/ready`, { signal: over, onSlow }),
    });
  };
  const env = {
    DATABASE_URL: database.url,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    DRAIN_NOTICE_MS: String(config.DRAIN_NOTICE_MS),
    DRAIN_TIMEOUT_MS: String(config.DRAIN_TIMEOUT_MS),
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

/** Reports when everything is ready; returns at a request to stop; throws when a service is given up. */
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
  const seconds = ((Date.now() - readStartTime(root)) / 1_000).toFixed(1);
  const hot = ports.web === undefined ? '' : `, with hot reload at http://127.0.0.1:${ports.web}`;
  say(`CollabCanvas is ready at ${page}${hot} (started in ${seconds} s; logs in ${logs}; Ctrl-C stops it)`);
  await Promise.race([failed, stop.requested]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// A closed terminal, or a full disk behind a redirection, must not end the services.
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
