import { ConfigError } from '../../config.ts';
import { sqlStateOf } from './sqlState.ts';

/** Codes of PostgreSQL and of the system, with what a person can do about them. */
const advice: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'there is no such host. Is its name right?',
  EAI_AGAIN: 'the name of the host can not be looked up now. Is the network up?',
  ETIMEDOUT: 'there is no answer. Is a firewall in the way?',
  ECONNRESET: 'the connection was cut. Does the server want TLS (?sslmode=require)?',
  '28P01': 'the password is wrong.',
  '28000': 'the server does not let this user in.',
  '3D000': 'there is no such database. Create it first.',
  '42501': 'this user may not do that. Migrations need the right to create schemas and tables.',
  '25006': 'the server is read-only: it is a standby, or was set so. Give the address of the primary server.',
  '53100': 'the server has no space left on its disk. Make room there.',
  '53200': 'the server has run out of memory.',
  '53300':
    'the server has no free connections. Lower DATABASE_POOL_SIZE or MAX_CONCURRENT_JOBS, or raise max_connections there.',
  '53400': 'the server has reached a limit of its configuration. Look at its log.',
  '57P01': 'the server is shutting down. Try again in a moment.',
  '57P03': 'the server is starting up or shutting down. Try again in a moment.',
  '58030': 'the server cannot read or write its files. Look at its log.',
};

/** A connection pooler that gives every statement another session; each change here is more than one statement. */
const statementMode = 'statement pooling mode';
const statementModeAdvice =
  'the connection pooler runs in statement mode, which has no transactions. Set it to transaction or session mode.';

/** Where a database is, and the variable of the environment that says so. */
export type DatabaseAddress = { url: string; variable: 'DATABASE_URL' | 'DATABASE_DIRECT_URL' };

/**
 * One sentence for the terminal about a database that can't be used: where it is, without the password,
 * what is wrong, and what to do.
 */
export function databaseFailure({ url, variable }: DatabaseAddress, error: unknown): string {
  const code = codeOf(error);
  const sentence = sentenceOf(error);
  const reason =
    (code && advice[code]) ?? (sentence.includes(statementMode) ? statementModeAdvice : sentence);
  return `The database at ${placeOf(url)} (${variable}) can't be used: ${reason}`;
}

/**
 * The first line of an error's message; of several at once, as for a host with two addresses, the first. What is wrong
 * with the configuration is a line for each variable.
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof AggregateError && error.errors.length > 0) return sentenceOf(error.errors[0]);
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.split('\n', 1)[0] ?? message;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const state = sqlStateOf(error);
  if (state !== undefined) return state;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'an unreadable address';
  }
}
