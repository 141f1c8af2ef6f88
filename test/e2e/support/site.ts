import { type Api, startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import { claimPort } from '../../../tools/launch/ports.ts';
import { startWorkerProcess, type WorkerProcess } from '../../support/workerProcess.ts';

/** An installation that people visit: an API that serves the web app, and workers as processes of their own. */
export type Site = {
  /** Address of the start page, without a slash at the end. It stays when the API is started again. */
  readonly origin: string;
  startApi(): Promise<void>;
  stopApi(): Promise<void>;
  startWorker(): Promise<void>;
  /** Stops all of it. */
  stop(): Promise<void>;
};

/** Prepares a site on a migrated database; nothing runs yet. `env` adds to the environment of all parts. */
export async function prepareSite(databaseUrl: string, env: Record<string, string>): Promise<Site> {
  const place = { host: '127.0.0.1', port: 0, hostVariable: 'HOST', portVariable: 'PORT' };
  const port = await claimPort(place);
  // Not `development`: files are served as to people, from memory and with their tags.
  const undrained = { DRAIN_NOTICE_MS: '0', DRAIN_TIMEOUT_MS: '0' };
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ...undrained,
    ...env,
  });
  const workers: WorkerProcess[] = [];
  let api: Api | undefined;

  const site: Site = {
    origin: `http://${place.host}:${port}`,
    async startApi() {
      api = await startApi(config, databaseUrl, createLogger('api', 'silent'));
    },
    async stopApi() {
      await api?.stop();
      api = undefined;
    },
    async startWorker() {
      workers.push(await startWorkerProcess({ DATABASE_URL: databaseUrl, SHUTDOWN_GRACE_MS: '0', ...env }));
    },
    async stop() {
      for (const worker of workers) worker.signal('SIGTERM');
      await Promise.all([...workers.map(({ exited }) => exited), site.stopApi()]);
    },
  };
  return site;
}
