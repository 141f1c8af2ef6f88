import pg from 'pg';

/** SQLSTATE classes for "not now": connection exceptions, operator intervention, insufficient resources. */
const passingClasses = ['08', '57', '53'];
/** Of class 57, but about one statement: it was cancelled, or took longer than it may, and would again. */
const queryCanceled = '57014';
/** The session was ended because this process had stopped in the middle of a transaction. */
const idleInTransactionTimeout = '25P03';
const systemCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
];
const driverMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'connection ended',
];

/** Whether the error says that the database cannot be reached for now, so that the same query may work later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    if (error.code === queryCanceled) return false;
    return error.code === idleInTransactionTimeout || passingClasses.includes(error.code?.slice(0, 2) ?? '');
  }
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && systemCodes.includes(code)) return true;
  return driverMessages.some((message) => error.message.includes(message));
}
