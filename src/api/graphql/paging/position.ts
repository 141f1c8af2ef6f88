import { GraphQLError } from 'graphql';

/**
 * The sequence or version that a client has seen last.
 * @param remedy What would be right.
 * @throws GraphQLError BAD_USER_INPUT: there is none below 0.
 */
export function positionOf(after: number, remedy: string): number {
  if (after >= 0) return after;
  throw new GraphQLError(`\`after\` is ${after}. ${remedy}`, { extensions: { code: 'BAD_USER_INPUT' } });
}
