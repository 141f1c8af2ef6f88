import type { z } from 'zod';
import { databaseEnvironment, type Environment, environment } from './config/environment.ts';
import { mostPerUser } from './config/variables.ts';

/**
 * The environment, read and checked once at start. This is the only module that reads `process.env`. Names, defaults and
 * checks of the variables: `config/`.
 */

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
