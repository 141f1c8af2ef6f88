import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';

/** What the client selects of a connection's nodes, as a part of Prisma's query. */
export const selectedOfNodes = (typeName: string, context: Context, info: GraphQLResolveInfo): object =>
  queryFromInfo({ context, info, typeName, path: ['edges', 'node'] });
