import type { BenchDatabase } from './database.ts';
import { authorizationOf, type Client, connect } from './jobClient.ts';
import { type Service, startService } from './service.ts';

/** Services in processes of their own, and users that are connected to them. */
export type Installation = {
  database: BenchDatabase;
  api: Service;
  worker: Service;
  clients: Client[];
  /** Header of the first user. */
  authorization: string;
};

const secret = 'signs the tokens of this benchmark';
/** Jobs that a worker runs at a time. */
export const concurrency = 10;
const users = 10;

/**
 * Starts the services, without limits of a user, and stops them afterwards.
 * @param variables More variables of their environments.
 */
export async function withInstallation<T>(
  database: BenchDatabase,
  use: (installation: Installation) => Promise<T>,
  variables: Record<string, string> = {},
): Promise<T> {
  const unlimited = '1000000';
  const env = {
    ...{ DATABASE_URL: database.url, JWT_SECRET: secret, NODE_ENV: 'production' },
    ...{ PORT: '0', WORKER_PORT: '0' },
    ...{ MAX_CONCURRENT_JOBS: String(concurrency), MAX_ACTIVE_JOBS_PER_USER: '100000' },
    ...{ MAX_MUTATIONS_PER_MINUTE: unlimited, MAX_QUERIES_PER_MINUTE: unlimited },
    ...{ MAX_SUBSCRIPTIONS_PER_USER: unlimited, MAX_CONNECTIONS_PER_USER: unlimited },
    ...variables,
  };
  const api = await startService('src/api/main.ts', 'the API is listening', env);
  const worker = await startService('worker/main.ts', 'the worker is ready', env);
  const headers = await Promise.all(
    Array.from({ length: users }, (_, index) => authorizationOf(secret, `user ${index}`)),
  );
  const clients = await Promise.all(headers.map((authorization) => connect(api.url, authorization)));
  try {
    return await use({ database, api, worker, clients, authorization: headers[0] ?? '' });
  } finally {
    for (const client of clients) await client.close();
    await worker.stop();
    await api.stop();
  }
}

/** The client of a call that is one of several at a time. */
export function clientOf({ clients }: Pick<Installation, 'clients'>, lane: number): Client {
  const client = clients[lane % clients.length];
  if (client === undefined) throw new Error('nobody is connected');
  return client;
}

let lastNumber = 0;

/** A flow of six steps, which no other job has drawn. */
export function nextInstruction(): string {
  lastNumber += 1;
  return `Flow ${lastNumber}: Order received -> Check stock -> Pack parcel -> Ship parcel -> Send invoice -> Close order`;
}
