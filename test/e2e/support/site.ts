import { type Api, startApi } from '../../../src/api/startApi.ts';
import { readConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/log.ts';
import type { RunningService } from '../../../src/service/runService.ts';
import { claimPort } from '../../../tools/launch/ports.ts';
import { startWorker } from '../../../worker/startWorker.ts';

/** An installation that people visit: an API that serves the web app, and workers. */
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
    WORKER_PORT: '0',
    SHUTDOWN_GRACE_MS: '0',
    ...undrained,
    ...env,
  });
  const workers: RunningService[] = [];
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
      workers.push(await startWorker(config, databaseUrl, createLogger('worker', 'silent')));
    },
    async stop() {
      await Promise.all([
        ...workers.map((worker) => worker.stop({ hurry: new AbortController().signal })),
        site.stopApi(),
      ]);
    },
  };
  return site;
}
