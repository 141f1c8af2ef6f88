import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { createCanvasReader, type InTurn } from '../../canvas/versions/canvasReader.ts';
import { createWorkerLoader } from '../../jobs/workers/workerLoader.ts';
import type { Logger } from '../../log.ts';
import { currentRequestId } from '../../service/http/requestId.ts';
import type { Authenticate, Authenticated } from '../auth/authenticate.ts';
import { useAllowedInputs } from '../graphql/allowedInputs.ts';
import { AnswerSize } from '../graphql/answerSize.ts';
import type { Context, Services } from '../graphql/context.ts';
import { createMaskError } from '../graphql/maskError.ts';
import { type OperationMetrics, useOperationObservation } from '../graphql/observeOperations.ts';
import { createMutationAllowance } from '../limits/allowance/mutationAllowance.ts';
import { QueryAllowance } from '../limits/allowance/queryAllowance.ts';
import { useRateLimitHeaders } from '../limits/allowance/rateLimitHeaders.ts';
import { useConcurrencyLimits } from '../limits/concurrencyLimits.ts';
import { useDocumentLimits } from '../limits/documentLimits.ts';
import { EventTurns } from '../limits/eventTurns.ts';
import { useOperationLimits } from '../limits/operationLimits.ts';
import { Slots } from '../limits/slots.ts';
import { useSubscriptionLimits } from '../limits/subscriptionLimits.ts';
import { Turns } from '../limits/turns.ts';
import type { GraphiQLPage } from './graphiql.ts';
import { useRequestParsing } from './requestParsing.ts';
import { type DocumentPolicy, useDocumentPolicy } from './trustedDocuments.ts';

/** The origin of an operation: an HTTP request, or a WebSocket with its viewer. */
type Incoming = { req: IncomingMessage; res: ServerResponse } | { authenticated: Authenticated | null };

export type Yoga = YogaServerInstance<Incoming, Context>;

/** Limits of a user's waiting operations: a page that opens sends many at once. */
const waitLimits = { maxWaiting: 100, maxWaitMs: 10_000 };

type EndpointOptions = {
  schema: GraphQLSchema;
  services: Services;
  authenticate: Authenticate;
  policy: DocumentPolicy;
  graphiql: () => GraphiQLPage;
  metrics: OperationMetrics;
  log: Logger;
};

/** The GraphQL endpoint: HTTP and server-sent events itself, WebSocket through `serveWebSocket`. */
export function createGraphQLEndpoint({
  schema,
  services,
  authenticate,
  policy,
  graphiql,
  metrics,
  log,
}: EndpointOptions): Yoga {
  const { config, database } = services;
  const limit = config.MAX_CONCURRENT_OPERATIONS_PER_USER;
  const running = new Turns({ limit, ...waitLimits });
  const reading = new Turns({ limit });
  const allowances = {
    queries: new QueryAllowance(config.MAX_QUERIES_PER_MINUTE),
    mutations: createMutationAllowance(database.pool, config.MAX_MUTATIONS_PER_MINUTE),
  };
  const identify = oncePerRequest((request) => authenticate(request.headers.get('authorization')));
  const viewerOf = async (request: Request) => (await identify(request))?.viewer ?? null;
  return createYoga<Incoming, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // The web app has the same origin; other origins are refused.
    cors: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: config.MAX_BODY_BYTES,
    logging: yogaLogger(log),
    maskedErrors: { maskError: createMaskError(log) },
    renderGraphiQL: () => graphiql().html,
    graphiql: config.GRAPHIQL,
    plugins: [
      useRequestParsing(),
      useAllowedInputs(schema),
      useRateLimitHeaders(allowances.queries, viewerOf),
      useDocumentPolicy(policy, viewerOf),
      useDocumentLimits(config),
      useOperationLimits(config, allowances),
      useConcurrencyLimits(running),
      useOperationObservation(metrics, log),
      useSubscriptionLimits(new Slots(config.MAX_SUBSCRIPTIONS_PER_USER)),
    ],
    context: async (initial) => {
      const authenticated =
        'authenticated' in initial ? initial.authenticated : await identify(initial.request);
      const viewer = authenticated?.viewer ?? null;
      const answer = new AnswerSize(config.MAX_ANSWER_VALUES);
      const inTurn: InTurn = (read) =>
        reading.run(viewer?.id ?? 'nobody', async () => {
          answer.check();
          return read(database.pool);
        });
      const ofReplica: InTurn = (read) => inTurn(() => services.reads.current(({ pool }) => read(pool)));
      return {
        ...services,
        objects: createCanvasReader(inTurn),
        exported: createCanvasReader(ofReplica),
        workers: createWorkerLoader(database.pool),
        answer,
        eventTurns: new EventTurns(running, viewer?.id ?? 'nobody'),
        viewer,
        signedInUntil: authenticated?.expiresAt ?? null,
        requestId: currentRequestId(),
      };
    },
  });
}

/** Caches the outcome for a request: it is needed before and after the document is parsed. */
function oncePerRequest<T>(work: (request: Request) => Promise<T>): (request: Request) => Promise<T> {
  const outcomes = new WeakMap<Request, Promise<T>>();
  return (request) => {
    const known = outcomes.get(request);
    if (known !== undefined) return known;
    const outcome = work(request);
    outcomes.set(request, outcome);
    return outcome;
  };
}

/** Yoga's own log. Errors of requests are logged in `createMaskError`, with the request id. */
function yogaLogger(log: Logger) {
  const at =
    (level: 'debug' | 'info' | 'warn') =>
    (...details: unknown[]) =>
      log[level]({ details: details.map(String) }, 'GraphQL server');
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('debug') };
}
