import path from 'node:path';
import { z } from 'zod';

/**
 * The environment, read and checked once at start. This is the only module that reads `process.env`.
 * Names and defaults: docs/deployment.md.
 */

const text = z.string().trim().min(1, 'must not be blank');

function numberOf(range: string) {
  const error = `must be a number ${range}`;
  // A text first: blank ones would be coerced to 0.
  return z.string().trim().min(1, error).pipe(z.coerce.number<string>({ error }));
}

function count(minimum: number, maximum: number) {
  const range = `from ${minimum} to ${maximum}`;
  const error = `must be a number ${range}`;
  return numberOf(range).pipe(
    z.int(`must be a whole number ${range}`).min(minimum, error).max(maximum, error),
  );
}

const price = numberOf('of US dollars, 0 or more').pipe(
  z.number().min(0, 'must be a number of US dollars, 0 or more'),
);
const milliseconds = (minimum: number) => count(minimum, 2_147_483_647);
const port = count(0, 65_535);
const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

function oneOf<const Values extends readonly [string, string, ...string[]]>(values: Values) {
  return z.enum(values, `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}

const levelsError = 'must give each priority a level from 0 to 1000, like LOW=0,NORMAL=1,HIGH=2,URGENT=3';
const level = z
  .string(levelsError)
  .regex(/^\d{1,4}$/, levelsError)
  .pipe(z.coerce.number<string>().max(1_000, levelsError));

/** `LOW=0,NORMAL=1,HIGH=2,URGENT=3`: a higher level starts first, equal levels share one queue. */
const priorityLevels = z
  .string()
  .transform((value) =>
    Object.fromEntries(value.split(',').map((pair) => pair.split('=').map((part) => part.trim()))),
  )
  .pipe(z.strictObject({ LOW: level, NORMAL: level, HIGH: level, URGENT: level }, levelsError));

/** `canvas.example, canvas.internal`: names of hosts, without ports. */
const hostNames = z
  .string()
  .regex(/^\s*[\w.-]+\s*(?:,\s*[\w.-]+\s*)*$/, {
    error: 'must be names of hosts without ports, like canvas.example,canvas.internal',
  })
  .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()));

/** Highest value of the limits of what one user may do: in effect none. */
const mostPerUser = 1_000_000;

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be a URL like postgres://user:password@host:5432/name',
});

const variables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  // The same database without a connection pooler: for what needs a session of its own.
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: count(2, 200).default(10),
  DATA_DIR: text.default('.data').transform((directory) => path.resolve(directory)),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(4000),
  WORKER_HOST: text.default('127.0.0.1'),
  WORKER_PORT: port.default(4001),
  ALLOWED_HOSTS: hostNames.default([]),
  NODE_ENV: text.default('development'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

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
  MAX_ACTIVE_JOBS_PER_USER: count(1, 100_000).default(20),
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
    .transform((file) => path.resolve(import.meta.dirname, '..', file)),
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

const authentication = variables.pick({
  NODE_ENV: true,
  HOST: true,
  JWT_SECRET: true,
  JWT_JWKS_URL: true,
});

/** What the variables that decide on authentication demand of each other. */
function checkAuthentication(env: z.infer<typeof authentication>, context: z.RefinementCtx): void {
  const demo = env.JWT_SECRET === undefined && env.JWT_JWKS_URL === undefined;
  if (env.JWT_SECRET !== undefined && env.JWT_JWKS_URL !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['JWT_SECRET'],
      message: 'cannot be set together with JWT_JWKS_URL',
    });
  }
  // RFC 7518, section 3.2: a key for HS256 has at least 256 bits.
  if (
    env.NODE_ENV === 'production' &&
    env.JWT_SECRET !== undefined &&
    Buffer.byteLength(env.JWT_SECRET) < 32
  ) {
    context.addIssue({ code: 'custom', path: ['JWT_SECRET'], message: 'must have at least 32 bytes' });
  }
  if (demo && env.NODE_ENV === 'production') {
    context.addIssue({
      code: 'custom',
      path: ['JWT_SECRET'],
      message:
        'or JWT_JWKS_URL must be set when NODE_ENV=production: without one, everybody is the demo operator',
    });
  }
  if (demo && !isLoopbackName(env.HOST)) {
    context.addIssue({
      code: 'custom',
      path: ['HOST'],
      message: `must be a loopback address (127.0.0.1, ::1, localhost) in demo mode, not "${env.HOST}"; set JWT_SECRET or JWT_JWKS_URL to listen elsewhere`,
    });
  }
}

const databases = variables.pick({ DATABASE_URL: true, DATABASE_DIRECT_URL: true });

function checkDatabases(env: z.infer<typeof databases>, context: z.RefinementCtx): void {
  if (env.DATABASE_DIRECT_URL === undefined || env.DATABASE_URL !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['DATABASE_DIRECT_URL'],
    message: 'needs DATABASE_URL, the address of the same database for everything else',
  });
}

const concurrency = z.object({
  DATABASE_POOL_SIZE: z.number(),
  MAX_CONCURRENT_OPERATIONS_PER_USER: z.number().optional(),
});

/** One user must not be able to take every connection to the database. */
function checkConcurrency(env: z.infer<typeof concurrency>, context: z.RefinementCtx): void {
  const { DATABASE_POOL_SIZE: connections, MAX_CONCURRENT_OPERATIONS_PER_USER: operations = 1 } = env;
  if (operations < connections) return;
  const message = `must be below DATABASE_POOL_SIZE, which is ${connections}: one user could take every connection`;
  context.addIssue({ code: 'custom', path: ['MAX_CONCURRENT_OPERATIONS_PER_USER'], message });
}

const databaseEnvironment = databases
  .extend({ DATA_DIR: variables.shape.DATA_DIR })
  .superRefine(checkDatabases);

// Each check also runs when another variable is wrong, so that one start reports everything.
const environment = variables
  .superRefine(checkAuthentication, { when: ({ value }) => authentication.safeParse(value).success })
  .superRefine(checkDatabases, { when: ({ value }) => databases.safeParse(value).success })
  .superRefine(checkConcurrency, { when: ({ value }) => concurrency.safeParse(value).success });

export type Environment = z.infer<typeof environment>;

/** Settings of the AI provider, or null when neither key nor base URL is set and the sketcher plans. */
export type OpenAiConfig = {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
  api: 'responses' | 'chat';
  /** US dollars per million tokens, where the operator has set them. */
  prices: { input: number; output: number } | undefined;
  /** Longest waits, in milliseconds: for the headers of an answer, for its first text, between two pieces. */
  timeLimits: { connectMs: number; firstTokenMs: number; silenceMs: number };
};

export type AuthConfig =
  | { mode: 'demo' }
  | { mode: 'secret'; secret: string; issuer: string | undefined; audience: string | undefined }
  | { mode: 'jwks'; url: string; issuer: string | undefined; audience: string | undefined };

/**
 * What one user may do. The one user of demo mode is the operator of this very machine, and not held up by default,
 * but even there a page must not stop the service: operations wait for one another.
 */
type UserLimits = Record<
  | 'MAX_CONCURRENT_OPERATIONS_PER_USER'
  | 'MAX_QUERIES_PER_MINUTE'
  | 'MAX_MUTATIONS_PER_MINUTE'
  | 'MAX_CONNECTIONS_PER_USER'
  | 'MAX_SUBSCRIPTIONS_PER_USER',
  number
>;

export type Config = Environment & UserLimits & { openai: OpenAiConfig | null; auth: AuthConfig };

/** Variables of the environment are missing or wrong; the message has a line for each, with what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Whether a host is this machine: `localhost`, `127.*` or `::1`. */
export function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){1,3}$/.test(host);
}

/**
 * Reads and checks the environment. Empty variables count as not set.
 * @param defaults Values of variables that are not set, in place of the usual ones.
 * @throws ConfigError that lists every offending variable.
 */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  defaults: Readonly<Record<string, string>> = {},
): Config {
  const data = parse(environment, { ...defaults, ...withoutEmpty(env) });
  const auth = authConfig(data);
  return { ...data, ...userLimits(data, auth), openai: openAiConfig(data), auth };
}

/**
 * Reads and checks the variables that a migration needs, and no others.
 * @throws ConfigError that lists every offending variable.
 */
export function readDatabaseConfig(
  env: NodeJS.ProcessEnv = process.env,
): Pick<Config, 'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'DATA_DIR'> {
  return parse(databaseEnvironment, withoutEmpty(env));
}

type Variables = Record<string, string | undefined>;

const withoutEmpty = (env: NodeJS.ProcessEnv): Variables =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

function parse<Output>(schema: z.ZodType<Output>, variables: Variables): Output {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const problems = new Map<string, string>();
  for (const { path: names, message, code } of result.error.issues) {
    const name = String(names[0]);
    // A custom check names what is relevant itself.
    const value = code === 'custom' ? '' : shownValue(name, variables);
    if (!problems.has(name)) problems.set(name, `${name} ${message}${value}.`);
  }
  throw new ConfigError([...problems.values()].join('\n'));
}

/** The wrong value as it is shown; addresses and keys may hold a secret and are not. */
function shownValue(name: string, variables: Variables): string {
  const value = variables[name];
  if (value === undefined || /URL|KEY|SECRET/.test(name)) return '';
  return `, not ${JSON.stringify(value.slice(0, 80))}`;
}

function userLimits(env: Environment, auth: AuthConfig): UserLimits {
  const byDefault = (usual: number) => (auth.mode === 'demo' ? mostPerUser : usual);
  return {
    // Half of the connections to the database: whatever one user does, others find one.
    MAX_CONCURRENT_OPERATIONS_PER_USER:
      env.MAX_CONCURRENT_OPERATIONS_PER_USER ?? Math.max(1, Math.floor(env.DATABASE_POOL_SIZE / 2)),
    MAX_QUERIES_PER_MINUTE: env.MAX_QUERIES_PER_MINUTE ?? byDefault(1_200),
    MAX_MUTATIONS_PER_MINUTE: env.MAX_MUTATIONS_PER_MINUTE ?? byDefault(300),
    MAX_CONNECTIONS_PER_USER: env.MAX_CONNECTIONS_PER_USER ?? byDefault(100),
    MAX_SUBSCRIPTIONS_PER_USER: env.MAX_SUBSCRIPTIONS_PER_USER ?? byDefault(200),
  };
}

function openAiConfig(env: Environment): OpenAiConfig | null {
  if (env.OPENAI_API_KEY === undefined && env.OPENAI_BASE_URL === undefined) return null;
  const { OPENAI_PRICE_INPUT: input, OPENAI_PRICE_OUTPUT: output } = env;
  return {
    // Local compatible servers need no key, but the client requires one.
    apiKey: env.OPENAI_API_KEY ?? 'none',
    baseUrl: env.OPENAI_BASE_URL,
    model: env.OPENAI_MODEL,
    api: env.OPENAI_API,
    prices: input === undefined || output === undefined ? undefined : { input, output },
    timeLimits: {
      connectMs: env.OPENAI_CONNECT_TIMEOUT_MS,
      firstTokenMs: env.OPENAI_FIRST_TOKEN_TIMEOUT_MS,
      silenceMs: env.OPENAI_SILENCE_TIMEOUT_MS,
    },
  };
}

function authConfig(env: Environment): AuthConfig {
  const claims = { issuer: env.JWT_ISSUER, audience: env.JWT_AUDIENCE };
  if (env.JWT_SECRET !== undefined) return { mode: 'secret', secret: env.JWT_SECRET, ...claims };
  if (env.JWT_JWKS_URL !== undefined) return { mode: 'jwks', url: env.JWT_JWKS_URL, ...claims };
  return { mode: 'demo' };
}
