import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import type PrismaTypes from '../../database/generated/pothos.ts';
import { getDatamodel } from '../../database/generated/pothos.ts';
import { defaultPageSize, maxPageSize } from './connections.ts';
import type { Context } from './context.ts';
import { costOfField } from './cost.ts';
import { parseDateTime } from './dateTime.ts';
import { decodeGlobalId } from './ids.ts';
import NullableRootFields from './nullableRootFields.ts';
import { relayDescriptions } from './relayDescriptions.ts';

/** The schema's builder. The files in src/api/schema add their types to it; src/api/schema.ts imports them all. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  AuthScopes: { user: boolean; ops: boolean };
  Scalars: { DateTime: { Input: Date; Output: Date } };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}>({
  // Scope checks run before everything else: plugins run from last to first.
  plugins: [NullableRootFields, ErrorsPlugin, RelayPlugin, ScopeAuthPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.database.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    maxConnectionSize: maxPageSize,
    defaultConnectionSize: defaultPageSize,
    onUnusedQuery: null,
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID: decodeGlobalId,
    nodesQueryOptions: false,
    nodesOnConnection: { description: 'The items of the page, without cursors.' },
    ...relayDescriptions,
    nodeQueryOptions: {
      args: { id: { description: 'Global id of the object.' } },
      nullable: true,
      description: 'Any object by its global id; null when there is none that the viewer may read.',
      authScopes: { user: true },
      resolve: (_root, { id }, context, _info, resolveNode) => {
        const custom = customNodes.get(id.typename);
        if (custom !== undefined) return custom(id.id, context);
        return nodeTypes.has(id.typename) ? resolveNode(id) : null;
      },
    },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ viewer }) => ({ user: viewer !== null, ops: viewer?.role === 'OPS' }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer === null
        ? new GraphQLError('Sign in first: send a token in the Authorization header.', {
            extensions: { code: 'UNAUTHENTICATED' },
          })
        : new GraphQLError('Only operators may do this.', { extensions: { code: 'FORBIDDEN' } }),
  },
  // No limit here: `measure` checks the whole operation before it runs.
  complexity: { fieldComplexity: costOfField },
  errors: {
    directResult: false,
    defaultTypes: [],
  },
});

/** Defines the fields of an input: for functions that several inputs share. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never,
  'InputObject'
>;

/** Types that Pothos resolves for `node`. */
const nodeTypes = new Set(['User', 'Canvas', 'CanvasVersion', 'CanvasJob']);

/** Kinds of ids that stand for more than one type, with their look-ups. */
const customNodes = new Map<string, (id: string, context: Context) => Promise<unknown>>();

/** Registers the look-up of an id kind that is not the name of a type. */
export function findNodesOf(kind: string, find: (id: string, context: Context) => Promise<unknown>): void {
  customNodes.set(kind, find);
}

builder.queryType({ description: 'Queries.' });
builder.mutationType({ description: 'Mutations. Expected errors are data: each returns a union.' });
builder.subscriptionType({ description: 'Subscriptions, over WebSocket or server-sent events.' });

builder.scalarType('DateTime', {
  description: 'A date and time in ISO 8601, with milliseconds and in UTC: 2026-01-31T12:00:00.000Z',
  serialize: (value) => value.toISOString(),
  parseValue: parseDateTime,
});
