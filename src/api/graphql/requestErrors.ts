import { GraphQLError } from 'graphql';

/** The request is not as it must be: the code BAD_USER_INPUT. */
export function badInput(message: string) {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A subscription to what the viewer can't read: the code NOT_FOUND. */
export function notFound(what: 'job' | 'canvas') {
  return new GraphQLError(`There is no ${what} with this id that belongs to you.`, {
    extensions: { code: 'NOT_FOUND' },
  });
}

/**
 * The last sequence or version that a client has seen.
 * @param remedy Which values are valid.
 * @throws GraphQLError BAD_USER_INPUT: it is negative.
 */
export function readPosition(after: number, remedy: string): number {
  if (after >= 0) return after;
  throw badInput(`\`after\` is ${after}. ${remedy}`);
}
