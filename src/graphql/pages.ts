import { GraphQLError } from 'graphql';

/** Most that one page of a connection holds. */
export const maxPageSize = 100;
export const defaultPageSize = 20;

type PageArguments = { first?: unknown; last?: unknown };

/**
 * How many one asks for at most with these arguments of a connection.
 * @throws GraphQLError BAD_USER_INPUT: more than a page holds.
 */
export function pageSizeOf(args: PageArguments, byDefault = defaultPageSize): number {
  for (const [name, size] of Object.entries({ first: args.first, last: args.last })) {
    if (typeof size !== 'number') continue;
    if (size > maxPageSize) throw tooLarge(name, size);
    return Math.max(0, size);
  }
  return byDefault;
}

const tooLarge = (name: string, size: number) =>
  new GraphQLError(
    `\`${name}\` is ${size}, but a page has at most ${maxPageSize}; ask for the rest with \`after\`.`,
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
