import { GraphQLError } from 'graphql';

/** Most that one page of a connection holds. */
export const maxPageSize = 100;
export const defaultPageSize = 20;

type PageArguments = { first?: unknown; last?: unknown };

/**
 * How many one asks for at most with these arguments of a connection.
 * @throws GraphQLError BAD_USER_INPUT: more than a page holds, less than nothing, or `first` together with `last`.
 */
export function pageSizeOf(args: PageArguments, byDefault = defaultPageSize): number {
  const sizes = Object.entries({ first: args.first, last: args.last }).filter(isGiven);
  const [only, other] = sizes;
  if (only === undefined) return byDefault;
  if (other !== undefined) {
    throw badSize('`first` and `last` exclude each other; give one, with `after` or with `before`.');
  }
  const [name, size] = only;
  if (size < 0) throw badSize(`\`${name}\` is ${size}; give a number from 0 to ${maxPageSize}.`);
  if (size > maxPageSize) {
    throw badSize(
      `\`${name}\` is ${size}, but a page has at most ${maxPageSize}; ask for the rest with \`after\`.`,
    );
  }
  return size;
}

const isGiven = (argument: [string, unknown]): argument is [string, number] =>
  typeof argument[1] === 'number';

const badSize = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
