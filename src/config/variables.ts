import path from 'node:path';
import { z } from 'zod';
import { isLoopbackName } from './isLoopbackName.ts';
import {
  count,
  databaseUrl,
  flag,
  hostNames,
  milliseconds,
  oneOf,
  port,
  price,
  priorityLevels,
  share,
  text,
  time,
} from './variableTypes.ts';

/** Highest value of the limits of what one user may do: in effect none. */
export const mostPerUser = 1_000_000;

/** The variables, one by one. Names and defaults: docs/deployment.md. */
export const variables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  // The same database without a connection pooler: for what needs a session of its own.
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  // A replica of the same database, for statistics, lists of operators, and exports.
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: count(2, 200).default(10),
  DATA_DIR: text.default('.data').transform((directory) => path.resolve(directory)),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(4000),
  WORKER_HOST: text.default('127.0.0.1'),
  WORKER_PORT: port.default(4001),
  // Without them, PORT and WORKER_PORT serve the metrics, too.
  METRICS_PORT: port.optional(),
  WORKER_METRICS_PORT: port.optional(),
  ALLOWED_HOSTS: hostNames.default([]),
  NODE_ENV: text.default('development'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  // Milliseconds; 0: none is slow.
  SLOW_QUERY_MS: milliseconds(0).default(500),

  // Traces; without an endpoint there are none. OTEL_EXPORTER_OTLP_HEADERS and OTEL_RESOURCE_ATTRIBUTES: the library.
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be a URL like http://localhost:4318' })
    .optional(),
  OTEL_SERVICE_NAME: text.optional(),
  OTEL_TRACES_SAMPLER_ARG: share.default(1),

  OPENAI_API_KEY: text.optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like https://api.openai.com/v1' })
    .optional(),
  OPENAI_MODEL: text.default('gpt-5-mini'),
  OPENAI_API: oneOf(['responses', 'chat']).default('responses'),
  OPENAI_PRICE_INPUT: price.optional(),
  OPENAI_PRICE_OUTPUT: price.optional(),
  OPENAI_CONNECT_TIMEOUT_MS: milliseconds(1).default(30_000),
  // Models that think before they speak may take minutes.
  OPENAI_FIRST_TOKEN_TIMEOUT_MS: milliseconds(1).default(300_000),
  OPENAI_SILENCE_TIMEOUT_MS: milliseconds(1).default(60_000),

  JWT_SECRET: z.string().optional(),
  JWT_JWKS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an https URL', abort: true })
    // A man in the middle could replace the keys and sign tokens.
    .refine((url) => /^https:/i.test(url) || isLoopbackName(new URL(url).hostname), {
      error: 'must be an https URL; plain http is for loopback addresses only',
    })
    .optional(),
  JWT_ISSUER: text.optional(),
  JWT_AUDIENCE: text.optional(),

  PRIORITY_LEVELS: priorityLevels.default({ LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 }),
  MAX_CONCURRENT_JOBS: count(1, 100).default(3),
  // Whether jobs are created and retried.
  ACCEPT_JOBS: flag.default(true),
  ACCEPT_JOBS_REASON: text.optional(),
  ACCEPT_JOBS_AGAIN_AT: time.optional(),
  MAX_ACTIVE_JOBS_PER_USER: count(1, 100_000).default(20),
  // In the whole installation; null: any number.
  MAX_CONCURRENT_JOBS_PER_USER: count(1, 100_000).nullable().default(null),
  // Of a calendar month in UTC; 0: no limit.
  MONTHLY_BUDGET_TOKENS: count(0, 1_000_000_000_000_000).default(0),
  MONTHLY_BUDGET_USD: price.default(0),
  MONTHLY_BUDGET_TOKENS_PER_USER: count(0, 1_000_000_000_000_000).default(0),
  MONTHLY_BUDGET_USD_PER_USER: price.default(0),
  MAX_JOB_RETRIES: count(0, 100).default(3),
  RETRY_FIRST_DELAY_MS: milliseconds(0).default(2_000),
  RETRY_BACKOFF_BASE_MS: milliseconds(0).default(120_000),
  RETRY_BACKOFF_MAX_MS: milliseconds(0).default(480_000),
  JOB_TIMEOUT_MS: milliseconds(1).default(1_800_000),
  SHUTDOWN_GRACE_MS: milliseconds(0).default(20_000),
  DRAIN_NOTICE_MS: milliseconds(0).default(5_000),
  DRAIN_TIMEOUT_MS: milliseconds(0).default(10_000),
  JOB_CLEANUP_DAYS: count(1, 36_500).default(7),
  FAILED_JOB_CLEANUP_DAYS: count(1, 36_500).default(30),
  CANVAS_TRASH_DAYS: count(1, 36_500).default(30),
  VERSION_JOIN_MINUTES: count(1, 52_560_000).default(30),
  VERSION_THIN_HOURS: count(1, 876_000).default(24),
  CACHE_TTL_HOURS: count(0, 876_000).default(168),
  CACHE_MAX_ENTRIES: count(0, 10_000_000).default(10_000),
  // Shared results show users that another user has asked for the same.
  CACHE_SCOPE: oneOf(['owner', 'shared']).default('owner'),

  GRAPHIQL: flag.default(true),

  TRUSTED_DOCUMENTS_ONLY: flag.default(false),
  TRUSTED_DOCUMENTS_FILE: text
    .default('web/dist/.trusted-documents.json')
    .transform((file) => path.resolve(import.meta.dirname, '../..', file)),
  MAX_DOCUMENT_LENGTH: count(1_000, 10_000_000).default(20_000),
  MAX_DOCUMENT_TOKENS: count(100, 1_000_000).default(2_000),
  MAX_OPERATION_DEPTH: count(1, 1_000).default(12),
  MAX_OPERATION_ALIASES: count(0, 10_000).default(30),
  MAX_OPERATION_COST: count(1, 1_000_000_000).default(50_000),
  MAX_ANSWER_VALUES: count(1_000, 1_000_000_000).default(200_000),
  MAX_BODY_BYTES: count(1_000, 1_000_000_000).default(1_000_000),
  MAX_MESSAGE_BYTES: count(1_000, 1_000_000_000).default(100_000),
  MAX_CONCURRENT_OPERATIONS_PER_USER: count(1, 199).optional(),
  MAX_QUERIES_PER_MINUTE: count(1, mostPerUser).optional(),
  MAX_MUTATIONS_PER_MINUTE: count(1, mostPerUser).optional(),
  MAX_CONNECTIONS_PER_USER: count(1, mostPerUser).optional(),
  MAX_SUBSCRIPTIONS_PER_USER: count(1, mostPerUser).optional(),
  HEADERS_TIMEOUT_MS: milliseconds(100).default(10_000),
  REQUEST_TIMEOUT_MS: milliseconds(100).default(30_000),
  // Longer than proxies keep a connection without traffic, or they meet one that is just being closed.
  IDLE_TIMEOUT_MS: milliseconds(100).default(75_000),
});
