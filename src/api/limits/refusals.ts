import { GraphQLError } from 'graphql';

/** Values of `extensions.limit.name`. */
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

/** The error for an operation that is too large. */
export function beyondLimit(name: LimitName, actual: number, allowed: number, message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'LIMIT_EXCEEDED',
      limit: { name, allowed, actual },
      http: { status: 400, spec: true },
    },
  });
}

/** The error for an operation that exceeds a rate or a number at once; it may be sent again later. */
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
