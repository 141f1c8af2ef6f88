import { adapterErrorKind, sqlStateOf } from './sqlState.ts';

/** SQLSTATE classes of transient errors: connection exceptions, operator intervention, insufficient resources. */
const passingClasses = ['08', '57', '53'];
/** Of class 57, but about one statement: it was cancelled, or took longer than it may, and would again. */
const queryCanceled = '57014';
const passingStates = [
  // The session was ended because this process had stopped in the middle of a transaction.
  '25P03',
  // The server is read-only: until a standby takes over, or an operator has made room.
  '25006',
  // It could not read or write a file.
  '58030',
];
/** Connection exceptions by which a pooler refuses what it doesn't support. */
const lastingRefusals = ['in statement pooling mode', 'unsupported startup parameter'];
const adapterKinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];
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

/**
 * Whether the database cannot do its work for now, so that the same query may work later. For errors of the driver and of
 * Prisma. Why: `outageReason`.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const state = sqlStateOf(error);
  if (state !== undefined) return isPassing(state, error.message);
  if (adapterKinds.includes(adapterErrorKind(error) ?? '')) return true;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && systemCodes.includes(code)) return true;
  return driverMessages.some((message) => error.message.includes(message));
}

function isPassing(state: string, message: string): boolean {
  if (state === queryCanceled || lastingRefusals.some((refusal) => message.includes(refusal))) return false;
  return passingStates.includes(state) || passingClasses.includes(state.slice(0, 2));
}
