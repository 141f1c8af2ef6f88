import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { plannerIdentity } from '../cache/plannerIdentity.ts';
import type { Config } from '../config.ts';
import { connect } from '../database/connection.ts';
import { findRefusal } from '../database/migrations/refuseUnusable.ts';
import { createReads } from '../database/replica/reads.ts';
import { startEventHub } from '../events/listener/hub.ts';
import { createSharedReader } from '../events/subscriptions/sharedReads.ts';
import { createBudgetWarning } from '../jobs/budgets/warnOfBudgets.ts';
import { createJobIdentities } from '../jobs/jobIdentities.ts';
import { createQueueReader } from '../jobs/queue/queueReader.ts';
import { orderParameters } from '../jobs/queue/sql/queueOrder.ts';
import { startRecovery } from '../jobs/recovery/startRecovery.ts';
import { startQueueSampling } from '../jobs/statistics/queueSampling.ts';
import type { Logger } from '../log.ts';
import { createDrain } from '../service/http/drain.ts';
import { urlOf } from '../service/http/httpServer.ts';
import { serveMetrics } from '../service/http/metricsServer.ts';
import { type ServiceProcess, unsupervised } from '../service/supervisor.ts';
import { type Authenticate, AuthenticationError, createAuthenticate } from './auth/authenticate.ts';
import type { Services } from './graphql/context.ts';
import { createApiServer } from './http/apiServer.ts';
import { createGraphiQLPage } from './http/graphiql.ts';
import { createMetrics } from './http/metrics.ts';
import type { RequestMetrics } from './http/requestMetrics.ts';
import { createDocumentPolicy, readTrustedDocuments } from './http/trustedDocuments.ts';
import { serveWebSocket } from './http/webSocket/webSocket.ts';
import { createGraphQLEndpoint } from './http/yoga.ts';
import { schema } from './schema.ts';

/** A running API service. */
export type Api = {
  url: string;
  services: Services;
  /** Drains (`DRAIN_NOTICE_MS`, `DRAIN_TIMEOUT_MS`) and stops; skips these waits once `hurry` is aborted. */
  stop(options?: { hurry: AbortSignal }): Promise<void>;
  /** Rejects when a database that was unreachable at start turns out to be unusable. */
  ended: Promise<never>;
  /** Milliseconds of these waits. */
  graceMs: number;
};

/** Milliseconds that a start waits for the database; afterwards it continues without. */
const databaseWaitMs = 2_000;
const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * Starts the API service.
 * @param databaseUrl A migrated database.
 * @throws NodeJS.ErrnoException EADDRINUSE, EACCES: the port can't be bound.
 * @throws NewerDatabaseError A newer version has migrated the database.
 */
export async function startApi(
  config: Config,
  databaseUrl: string,
  log: Logger,
  { supervised }: Pick<ServiceProcess, 'supervised'> = unsupervised,
): Promise<Api> {
  const database = connect(databaseUrl, config.DATABASE_POOL_SIZE, log, config.SLOW_QUERY_MS);
  const stopping = new AbortController();
  const refusal = findRefusal(
    database.pool,
    { url: databaseUrl, variable: 'DATABASE_URL' },
    log,
    stopping.signal,
  );
  const refused = await Promise.race([refusal, delay(databaseWaitMs, null, { ref: false })]);
  if (refused !== null) {
    await database.close();
    throw refused;
  }
  const directUrl = config.DATABASE_DIRECT_URL ?? databaseUrl;
  const hub = startEventHub({ url: directUrl, pool: database.pool, log });
  if (directUrl !== databaseUrl) database.useDirectAddress(directUrl, () => hub.isListening);
  const reads = createReads(database, {
    url: config.DATABASE_REPLICA_URL,
    size: config.DATABASE_POOL_SIZE,
    slowMs: config.SLOW_QUERY_MS,
    log,
  });
  const metrics = createMetrics({ config, database, reads, hub });
  const { delivered } = metrics.requests;
  const events = { pool: database.pool, hub, read: createSharedReader(database.urgent), delivered };
  const order = orderParameters(config);
  const queue = createQueueReader(database.pool, order, plannerIdentity(config));
  const jobIdentities = createJobIdentities(database.pool);
  const watchBudgets = createBudgetWarning(log);
  const services: Services = {
    ...{ config, database, reads, events, queue, jobIdentities, watchBudgets, supervised, log },
  };
  const stopRecovery = startRecovery(database.pool, log, order, metrics.recovery);
  const stopSampling = startQueueSampling(database.pool, log, order);
  warnAboutForeignTokens(config, log);
  const authenticate = countFailures(createAuthenticate(config.auth, database.pool), metrics.requests);
  const documents = readTrustedDocuments(config.TRUSTED_DOCUMENTS_FILE);
  const policy = createDocumentPolicy(documents, config.TRUSTED_DOCUMENTS_ONLY);
  const graphiql = createGraphiQLPage();
  const yoga = createGraphQLEndpoint({
    schema,
    services,
    authenticate,
    policy,
    graphiql,
    metrics: metrics.requests,
    log,
  });
  const drain = createDrain(config);
  const server = createApiServer({
    services,
    yoga,
    graphiql,
    webRoot,
    drain,
    metrics,
    log,
  });
  const sockets = serveWebSocket(server, yoga, {
    ...{ config, authenticate, policy, drain, log },
    metrics: metrics.requests,
  });

  let closeMetrics: () => void = () => undefined;
  const close = async () => {
    stopping.abort();
    closeMetrics();
    await Promise.all([stopRecovery(), stopSampling()]);
    await hub.close();
    await reads.close();
    await database.close();
  };
  const stop: Api['stop'] = async ({ hurry } = { hurry: new AbortController().signal }) => {
    stopping.abort();
    await drain.stop(server, sockets, hurry);
    await close();
  };
  try {
    const ownPort = { host: config.HOST, port: config.METRICS_PORT };
    closeMetrics = await serveMetrics(ownPort, { config, log, registry: metrics.registry });
    server.listen(config.PORT, config.HOST);
    await once(server, 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  const url = urlOf(server);
  log.info(
    { url, auth: config.auth.mode, planner: config.openai === null ? 'sketcher' : 'openai' },
    'the API is listening',
  );
  const ended = refusal.then((error) =>
    error === null ? new Promise<never>(() => undefined) : Promise.reject(error),
  );
  ended.catch(() => undefined); // reported to whoever awaits it
  return { url, services, stop, ended, graceMs: config.DRAIN_NOTICE_MS + config.DRAIN_TIMEOUT_MS };
}

function countFailures(
  authenticate: Authenticate,
  metrics: Pick<RequestMetrics, 'authenticationFailed'>,
): Authenticate {
  return (authorization) =>
    authenticate(authorization).catch((error: unknown) => {
      if (error instanceof AuthenticationError) metrics.authenticationFailed();
      throw error;
    });
}

/** Without issuer and audience, tokens of the same signer for other services are accepted. */
function warnAboutForeignTokens({ NODE_ENV, auth }: Config, log: Logger): void {
  if (NODE_ENV !== 'production' || auth.mode === 'demo') return;
  const unset = [
    ...(auth.issuer === undefined ? ['JWT_ISSUER'] : []),
    ...(auth.audience === undefined ? ['JWT_AUDIENCE'] : []),
  ];
  if (unset.length === 0) return;
  log.warn({ unset }, `${unset.join(' and ')} not set: tokens made for other services are accepted`);
}
