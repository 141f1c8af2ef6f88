import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
import { badInput } from './requestErrors.ts';

/** Number of all items of a connection, which holds it as a number or as a function that counts. */
export function countOf(connection: object): number | Promise<number> {
  const count = 'totalCount' in connection ? connection.totalCount : undefined;
  return typeof count === 'function' ? count() : Number(count);
}

/** The client's selection of a connection's nodes, as a part of Prisma's query. */
export function selectedOfNodes(typeName: string, context: Context, info: GraphQLResolveInfo): object {
  return queryFromInfo({ context, info, typeName, paths: [['nodes'], ['edges', 'node']] });
}

/** Largest page of a connection. */
export const maxPageSize = 100;
export const defaultPageSize = 20;
/** For descriptions of connections with these sizes. */
export const pageSizes = `${defaultPageSize} on a page by default, ${maxPageSize} at most.`;

type PageArguments = { first?: unknown; last?: unknown };

/**
 * The page size that the arguments of a connection ask for.
 * @throws GraphQLError BAD_USER_INPUT: too large, negative, or `first` together with `last`.
 */
export function pageSizeOf(args: PageArguments, byDefault = defaultPageSize): number {
  const sizes = Object.entries({ first: args.first, last: args.last }).filter(isGiven);
  const [only, other] = sizes;
  if (only === undefined) return byDefault;
  if (other !== undefined) {
    throw badInput('`first` and `last` exclude each other; give one, with `after` or with `before`.');
  }
  const [name, size] = only;
  if (size < 0) throw badInput(`\`${name}\` is ${size}; give a number from 0 to ${maxPageSize}.`);
  if (size > maxPageSize) {
    throw badInput(
      `\`${name}\` is ${size}, but a page has at most ${maxPageSize}; ask for the rest with \`after\`.`,
    );
  }
  return size;
}

const isGiven = (argument: [string, unknown]): argument is [string, number] =>
  typeof argument[1] === 'number';
