import { z } from 'zod';
import { isLoopbackName } from './isLoopbackName.ts';
import { variables } from './variables.ts';

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

/** The variables that a migration needs. */
export const databaseEnvironment = databases
  .extend({ DATA_DIR: variables.shape.DATA_DIR })
  .superRefine(checkDatabases);

/**
 * All variables, with what they demand of each other. Each check also runs when another variable is wrong, so that one
 * start reports everything.
 */
export const environment = variables
  .superRefine(checkAuthentication, { when: ({ value }) => authentication.safeParse(value).success })
  .superRefine(checkDatabases, { when: ({ value }) => databases.safeParse(value).success })
  .superRefine(checkConcurrency, { when: ({ value }) => concurrency.safeParse(value).success });

export type Environment = z.infer<typeof environment>;
