import { GraphQLError } from 'graphql';

/** Errors of operations that pass a limit. Each says what the limit is, for a person and for a program. */

/** Names that programs find in `extensions.limit.name`. */
export type LimitName =
  | 'length'
  | 'tokens'
  | 'aliases'
  | 'depth'
  | 'cost'
  | 'operations'
  | 'queries'
  | 'mutations'
  | 'subscriptions';

/** The operation is too large, whenever it is sent. */
export function beyondLimit(name: LimitName, actual: number, allowed: number, message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'LIMIT_EXCEEDED',
      limit: { name, allowed, actual },
      http: { status: 400, spec: true },
    },
  });
}

/** It is too much at the moment, and may be sent again later. */
export function tooMany(
  name: LimitName,
  allowed: number,
  message: string,
  retryAfterMs?: number,
): GraphQLError {
  const seconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1_000);
  return new GraphQLError(message, {
    extensions: {
      code: 'RATE_LIMITED',
      limit: { name, allowed },
      ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
      http: {
        status: 429,
        ...(seconds === undefined ? {} : { headers: { 'Retry-After': String(seconds) } }),
      },
    },
  });
}
