import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { outageReason } from '../../database/outages/outageReason.ts';
import { isUnstorableText, lacksMigration } from '../../database/outages/sqlState.ts';
import { InputValidationError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { currentRequestId } from '../../service/http/requestId.ts';
import { AuthenticationError } from '../auth/authenticate.ts';

/**
 * Turns anything thrown into an error for the caller: expected errors pass, everything else is logged and replaced by
 * a message with the request id, by which the log entry can be found.
 */
export function createMaskError(log: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof AuthenticationError) {
      log.info({ reason: cause.reason, requestId: currentRequestId() }, 'a token was refused');
    }
    const expected = expectedError(error, cause);
    if (expected !== undefined) return expected;
    const requestId = currentRequestId();
    const outage =
      outageReason(cause) ?? (lacksMigration(cause) ? 'is not migrated to this version' : undefined);
    const what = outage === undefined ? 'a request failed' : `a request failed: the database ${outage}`;
    log.error({ err: cause, requestId }, what);
    const message =
      outage === undefined
        ? `Something went wrong on our side. (request ${requestId})`
        : `The database ${outage} at the moment. Try again shortly. (request ${requestId})`;
    const code = outage === undefined ? 'INTERNAL_SERVER_ERROR' : 'SERVICE_UNAVAILABLE';
    return expose(error, message, code, { requestId });
  };
}

/** The error for the caller; undefined when it is a defect or an outage. */
function expectedError(error: unknown, cause: unknown): GraphQLError | undefined {
  if (cause instanceof AuthenticationError) {
    return expose(error, cause.message, 'UNAUTHENTICATED', unauthenticated);
  }
  // Checked first: it is a GraphQLError, but has no code.
  if (cause instanceof PothosValidationError) return expose(error, cause.message, 'BAD_USER_INPUT');
  if (error instanceof GraphQLError && cause instanceof GraphQLError && !isOurs(error)) return error;
  // A field whose type has no member for it: the other mutations give it as data.
  if (cause instanceof InputValidationError) {
    return expose(error, cause.message, 'BAD_USER_INPUT', { fields: cause.fields });
  }
  return isUnstorableText(cause) ? expose(error, unstorableText, 'BAD_USER_INPUT') : undefined;
}

const unauthenticated = { http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } };

const unstorableText =
  'A text in the request contains U+0000 or half of a surrogate pair, which cannot be stored.';

/**
 * Whether an error of GraphQL is about a value of ours that its type can't represent, such as an Int of more than 32
 * bits. Errors about the request have nodes or a code.
 */
function isOurs({ originalError }: GraphQLError): boolean {
  if (!(originalError instanceof GraphQLError)) return false;
  return originalError.nodes === undefined && originalError.extensions.code === undefined;
}

function expose(
  error: unknown,
  message: string,
  code: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  const located = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, {
    ...(located?.nodes ? { nodes: located.nodes } : {}),
    ...(located?.path ? { path: located.path } : {}),
    extensions: { code, ...extensions },
  });
}
