import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readDatabaseConfig } from './config.ts';

/** The message of the ConfigError that reading this environment ends in. */
function problemWith(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('an environment with nothing set', () => {
  it('gives demo mode on loopback, the sketcher, and the documented defaults', () => {
    const config = readConfig({});
    expect(config.auth).toEqual({ mode: 'demo' });
    expect(config.openai).toBeNull();
    expect(config).toMatchObject({
      DATA_DIR: path.resolve('.data'),
      HOST: '127.0.0.1',
      PORT: 4000,
      WORKER_PORT: 4001,
      OPENAI_API: 'responses',
      MAX_CONCURRENT_JOBS: 3,
      MAX_ACTIVE_JOBS_PER_USER: 20,
      MAX_JOB_RETRIES: 3,
      RETRY_FIRST_DELAY_MS: 2_000,
      RETRY_BACKOFF_BASE_MS: 120_000,
      RETRY_BACKOFF_MAX_MS: 480_000,
      JOB_TIMEOUT_MS: 1_800_000,
      JOB_CLEANUP_DAYS: 7,
      CACHE_TTL_HOURS: 168,
      GRAPHIQL: true,
    });
    expect(config.DATABASE_URL).toBeUndefined();
  });

  it('is what empty variables come to', () => {
    const empty = { DATABASE_URL: '', PORT: '', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', JWT_SECRET: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('is not disturbed by variables of others', () => {
    expect(readConfig({ HOME: '/home/someone', npm_config_registry: 'x' })).toEqual(readConfig({}));
  });
});

describe('a variable that is wrong', () => {
  it.each([
    ['DATABASE_URL', 'mysql://localhost/db', 'postgres://user:password@host:5432/name'],
    ['DATABASE_URL', 'not a url', 'postgres://user:password@host:5432/name'],
    ['DATABASE_POOL_SIZE', '1', 'must be a number from 2 to 200, not "1".'],
    ['DATA_DIR', '   ', 'must not be blank'],
    ['PORT', 'abc', 'must be a number from 0 to 65535, not "abc".'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '40.5', 'must be a whole number from 0 to 65535, not "40.5".'],
    ['WORKER_PORT', '-1', 'from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent, not "loud".'],
    ['OPENAI_BASE_URL', 'api.openai.com/v1', 'https://api.openai.com/v1'],
    ['OPENAI_BASE_URL', 'ftp://localhost', 'https://api.openai.com/v1'],
    ['OPENAI_API', 'assistants', 'must be responses or chat, not "assistants".'],
    ['OPENAI_PRICE_INPUT', '-1', 'must be a number of US dollars, 0 or more, not "-1".'],
    ['OPENAI_PRICE_OUTPUT', 'free', 'number'],
    ['JWT_JWKS_URL', 'keys.json', 'https URL'],
    ['JWT_JWKS_URL', 'http://keys.example/jwks.json', 'plain http is for loopback addresses only'],
    ['JWT_JWKS_URL', 'http://127.0.0.1.evil.example/jwks.json', 'https URL'],
    ['ALLOWED_HOSTS', 'canvas.example:4000', 'names of hosts without ports'],
    ['ALLOWED_HOSTS', 'canvas.example,', 'names of hosts without ports'],
    ['DRAIN_NOTICE_MS', '-1', 'from 0 to 2147483647'],
    ['DRAIN_TIMEOUT_MS', 'soon', 'number'],
    ['MAX_CONCURRENT_JOBS', '0', 'must be a number from 1 to 100, not "0".'],
    ['MAX_ACTIVE_JOBS_PER_USER', '0', 'from 1 to 100000'],
    ['MAX_JOB_RETRIES', '-1', 'from 0 to 100'],
    ['RETRY_FIRST_DELAY_MS', '2s', 'number'],
    ['RETRY_BACKOFF_BASE_MS', '-5', 'from 0 to 2147483647'],
    // Timers count milliseconds in 31 bits; a longer one would fire at once.
    ['RETRY_BACKOFF_MAX_MS', '2147483648', 'from 0 to 2147483647'],
    ['JOB_TIMEOUT_MS', '0', 'from 1 to 2147483647'],
    ['SHUTDOWN_GRACE_MS', '2147483648', 'from 0 to 2147483647'],
    ['JOB_CLEANUP_DAYS', '0', 'from 1 to 36500'],
    ['CACHE_TTL_HOURS', '-1', 'from 0 to 876000'],
    ['ACCEPT_JOBS_AGAIN_AT', 'tomorrow', 'must be a time like 2026-11-27T18:00:00Z'],
    ['GRAPHIQL', 'maybe', 'must be true or false, not "maybe".'],
  ])('%s=%s is named, with what would be right: %s', (name, value, hint) => {
    const message = problemWith({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} `));
    expect(message).toContain(hint);
  });

  it('has a line of its own next to every other one', () => {
    const message = problemWith({ PORT: 'x', GRAPHIQL: 'x\ny', MAX_JOB_RETRIES: '-0.5' });
    expect(message.split('\n')).toEqual([
      'PORT must be a number from 0 to 65535, not "x".',
      'MAX_JOB_RETRIES must be a whole number from 0 to 100, not "-0.5".',
      'GRAPHIQL must be true or false, not "x\\ny".',
    ]);
  });

  it('keeps nobody from migrating unless it is about the database', () => {
    const env = { NODE_ENV: 'production', PORT: 'x', DATABASE_URL: 'postgres://localhost/db' };
    expect(readDatabaseConfig(env)).toEqual({
      DATABASE_URL: env.DATABASE_URL,
      DATA_DIR: path.resolve('.data'),
    });
    expect(() => readDatabaseConfig({ ...env, DATABASE_URL: 'x' })).toThrow(
      'DATABASE_URL must be a URL like',
    );
    expect(() => readDatabaseConfig({ DATABASE_DIRECT_URL: env.DATABASE_URL })).toThrow('needs DATABASE_URL');
  });

  it.each(['MAX_JOB_RETRIES', 'PORT', 'RETRY_FIRST_DELAY_MS', 'OPENAI_PRICE_INPUT'])(
    'is one of white space where a number is wanted: %s',
    (name) => {
      expect(problemWith({ [name]: ' ' })).toContain(`${name} `);
    },
  );

  it('is named next to a breach of the rules of demo mode', () => {
    const message = problemWith({ PORT: 'x', HOST: '0.0.0.0' });
    for (const name of ['PORT', 'HOST']) expect(message).toContain(`${name} `);
  });

  it('does not have its value repeated where it may be a secret', () => {
    expect(problemWith({ DATABASE_URL: 'mysql://u:sesame@localhost/db' })).not.toContain('sesame');
    expect(problemWith({ NODE_ENV: 'production', JWT_SECRET: 'short-secret' })).not.toContain('short-secret');
  });
});

describe('operations of one user', () => {
  it('leave connections to the database for others, whatever their number is', () => {
    const limit = (env: Record<string, string>) => readConfig(env).MAX_CONCURRENT_OPERATIONS_PER_USER;
    expect([limit({}), limit({ DATABASE_POOL_SIZE: '2' }), limit({ DATABASE_POOL_SIZE: '31' })]).toEqual([
      5, 1, 15,
    ]);
    expect(limit({ MAX_CONCURRENT_OPERATIONS_PER_USER: '9' })).toBe(9);
    expect(problemWith({ MAX_CONCURRENT_OPERATIONS_PER_USER: '10' })).toMatch(
      /MAX_CONCURRENT_OPERATIONS_PER_USER must be below DATABASE_POOL_SIZE, which is 10/,
    );
  });
});

describe('demo mode', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1', '[::1]'])('listens on %s', (host) => {
    expect(readConfig({ HOST: host }).HOST).toBe(host);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', '127.0.0.1.example', 'localhost.example'])(
    'refuses to listen on %s',
    (host) => {
      expect(problemWith({ HOST: host })).toMatch(
        /^HOST must be a loopback address.*JWT_SECRET or JWT_JWKS_URL/,
      );
    },
  );

  it('holds its one user up only where that is asked for', () => {
    const secret = { JWT_SECRET: 'k'.repeat(32) };
    expect(readConfig({}).MAX_MUTATIONS_PER_MINUTE).toBe(1_000_000);
    expect(readConfig({ MAX_SUBSCRIPTIONS_PER_USER: '5' }).MAX_SUBSCRIPTIONS_PER_USER).toBe(5);
    expect(readConfig(secret)).toMatchObject({
      MAX_MUTATIONS_PER_MINUTE: 300,
      MAX_CONNECTIONS_PER_USER: 100,
      MAX_SUBSCRIPTIONS_PER_USER: 200,
    });
  });

  it('refuses production', () => {
    expect(problemWith({ NODE_ENV: 'production' })).toMatch(/JWT_SECRET or JWT_JWKS_URL must be set/);
  });

  it.each([{ JWT_SECRET: 'k'.repeat(32) }, { JWT_JWKS_URL: 'https://keys.example/jwks.json' }])(
    'is over, anywhere and in production, with %o',
    (keys) => {
      expect(readConfig({ ...keys, HOST: '0.0.0.0', NODE_ENV: 'production' }).auth.mode).not.toBe('demo');
    },
  );
});

describe('authentication', () => {
  it('takes a secret with issuer and audience', () => {
    const env = { JWT_SECRET: 'k'.repeat(32), JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'canvas' };
    expect(readConfig(env).auth).toEqual({
      mode: 'secret',
      secret: 'k'.repeat(32),
      issuer: 'https://id.example',
      audience: 'canvas',
    });
  });

  it('takes the address of a key set', () => {
    expect(readConfig({ JWT_JWKS_URL: 'https://keys.example/jwks.json' }).auth).toEqual({
      mode: 'jwks',
      url: 'https://keys.example/jwks.json',
      issuer: undefined,
      audience: undefined,
    });
  });

  it('does not take both', () => {
    const both = { JWT_SECRET: 'k'.repeat(32), JWT_JWKS_URL: 'https://keys.example/jwks.json' };
    expect(problemWith(both)).toMatch(/JWT_SECRET cannot be set together with JWT_JWKS_URL/);
  });

  it('counts the bytes of a secret, in production only', () => {
    expect(problemWith({ NODE_ENV: 'production', JWT_SECRET: 'k'.repeat(31) })).toMatch(/at least 32 bytes/);
    expect(readConfig({ NODE_ENV: 'production', JWT_SECRET: 'é'.repeat(16) }).auth.mode).toBe('secret');
    expect(readConfig({ JWT_SECRET: 'short' }).auth.mode).toBe('secret');
  });
});

describe('the database', () => {
  const direct = { DATABASE_DIRECT_URL: 'postgres://a:b@server:5432/c' };

  it('has a direct address besides its own', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://a:b@pooler:6432/c', ...direct });
    expect(config.DATABASE_DIRECT_URL).toBe(direct.DATABASE_DIRECT_URL);
  });

  it('has no direct address alone', () => {
    expect(() => readConfig(direct)).toThrow(/DATABASE_DIRECT_URL needs DATABASE_URL/);
  });
});

describe('the AI provider', () => {
  it('is OpenAI itself with a key alone', () => {
    expect(readConfig({ OPENAI_API_KEY: 'key' }).openai).toEqual({
      apiKey: 'key',
      baseUrl: undefined,
      model: 'gpt-5-mini',
      api: 'responses',
      prices: undefined,
      timeLimits: { connectMs: 30_000, firstTokenMs: 300_000, silenceMs: 60_000 },
    });
  });

  it('is a compatible server with a base URL alone, and gets a key that says nothing', () => {
    const env = { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_API: 'chat', OPENAI_MODEL: 'small' };
    expect(readConfig(env).openai).toMatchObject({
      apiKey: 'none',
      baseUrl: 'http://localhost:11434/v1',
      model: 'small',
      api: 'chat',
    });
  });

  it('is none with a model alone', () => {
    expect(readConfig({ OPENAI_MODEL: 'small' }).openai).toBeNull();
  });

  it('has prices only when both are set; zero is a price', () => {
    const env = { OPENAI_API_KEY: 'key', OPENAI_PRICE_INPUT: '0' };
    expect(readConfig(env).openai?.prices).toBeUndefined();
    expect(readConfig({ ...env, OPENAI_PRICE_OUTPUT: '2.5' }).openai?.prices).toEqual({
      input: 0,
      output: 2.5,
    });
  });
});
