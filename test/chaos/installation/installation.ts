import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModelServer, startModelServer } from '../../support/model/modelServer.ts';
import { type Api, createApi } from './api.ts';
import { type ChaosDatabase, lowPort, startDatabase } from './database.ts';
import { createRandom } from './random.ts';
import { type Supervised, supervise } from './supervised.ts';

/** A whole installation in processes of its own: database, one API, two workers, and a model that is played here. */
export type Installation = {
  seed: number;
  database: ChaosDatabase;
  model: ModelServer;
  api: Api;
  /** Where the API serves GraphQL. */
  apiUrl: string;
  apiProcess: Supervised;
  workers: Supervised[];
  /** Folder of the services' logs; kept when something went wrong. */
  logDir: string;
  /** Tells whoever runs this how it goes. */
  report: (line: string) => void;
  stop(options: { keepLogs: boolean }): Promise<void>;
};

const pathOf = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/**
 * Starts everything, and waits until it is ready.
 * @param env Added to the environment of all services.
 * @param apiEnv Added to the environment of the API.
 */
export async function startInstallation(
  seed: number,
  report: (line: string) => void,
  env: Record<string, string>,
  apiEnv: Record<string, string> = {},
): Promise<Installation> {
  const random = createRandom(seed, 'ports');
  const logDir = await mkdtemp(join(tmpdir(), 'collabcanvas-chaos-log-'));
  const database = await startDatabase(random);
  const model = await startModelServer();
  const port = await lowPort(random);
  const all = {
    DATABASE_URL: database.url,
    OPENAI_BASE_URL: model.baseUrl,
    PORT: String(port),
    WORKER_PORT: '0',
    LOG_LEVEL: 'info',
    DRAIN_NOTICE_MS: '0',
    DRAIN_TIMEOUT_MS: '500',
    MAX_ACTIVE_JOBS_PER_USER: '100000',
    // One user asks for everything here.
    MAX_MUTATIONS_PER_MINUTE: '1000000',
    MAX_CONNECTIONS_PER_USER: '100000',
    MAX_SUBSCRIPTIONS_PER_USER: '100000',
    ...env,
  };
  const service = (name: string, entry: string, readyText: string, own: Record<string, string> = {}) => {
    const logFile = join(logDir, `${name}.log`);
    return supervise({ name, entry: pathOf(entry), readyText, env: { ...all, ...own }, logFile });
  };
  const apiProcess = service('api', 'src/api/main.ts', 'the API is listening', apiEnv);
  const workers = ['worker-1', 'worker-2'].map((name) =>
    service(name, 'worker/main.ts', 'the worker is ready'),
  );
  await Promise.all([apiProcess, ...workers].map((process) => process.ready()));
  const apiUrl = `http://127.0.0.1:${port}/graphql`;
  const api = createApi(apiUrl);
  return {
    ...{ seed, database, model, api, apiUrl, apiProcess, workers, logDir, report },
    async stop({ keepLogs }) {
      await Promise.all([apiProcess, ...workers].map((process) => process.stop()));
      await model.stop();
      await database.stop();
      if (keepLogs) report(`logs: ${logDir}`);
      else await rm(logDir, { recursive: true, force: true });
    },
  };
}

/** The worker that runs an attempt, if it is one of ours and alive. */
export async function workerOf(
  { database, workers }: Installation,
  jobKey: string,
): Promise<Supervised | undefined> {
  const rows = await database.query<{ pid: number }>(
    `SELECT worker.pid FROM canvas_job job
     JOIN job_attempt attempt ON attempt.job_id = job.id AND attempt.number = job.attempt AND attempt.outcome IS NULL
     JOIN worker ON worker.id = attempt.worker_id
     WHERE job.idempotency_key = $1`,
    [jobKey],
  );
  return workers.find(({ pid }) => pid !== undefined && pid === rows[0]?.pid);
}
