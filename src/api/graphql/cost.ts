import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type GraphQLField,
  GraphQLList,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { pageSizeOf } from './paging/connections.ts';

/**
 * What an operation costs, before it runs: about the number of fields that it resolves. Fields that need a
 * statement of their own for each object cost more, and say so with `complexity` where they are defined.
 */

/** A field that asks the database once for each object that it is selected on. */
export const readsDatabase = 10;
/** A field that looks over the whole queue or over many jobs. */
export const readsMany = 100;

/**
 * A list of objects of a canvas. How long it is, nobody knows beforehand: often some dozens, at most thousands. So the
 * answer has a limit of its own, see `AnswerSize`.
 */
export const costOfList = { field: readsDatabase, multiplier: 10 };
/** The same in an older version of a canvas: all later versions are reverted. */
export const costOfOldList = { field: readsMany, multiplier: 10 };
/** The same, where it has been read already. */
export const costOfReadList = { field: 1, multiplier: 10 };
/** All objects of a canvas as one text. */
export const writesFile = 500;

/** Cost of a field that says nothing itself: 1, and a connection's is multiplied by the size of its page. */
export function costOfField(args: Record<string, unknown>, _context: unknown, field: MeasuredField) {
  if (isConnection(field)) return { field: 1, multiplier: pageSizeOf(args) };
  return isList(field.type) ? { field: 1, multiplier: 1 } : 1;
}

/** Cost of a connection whose pages are longer by default. */
export const costOfPages = (byDefault: number) => (args: Record<string, unknown>) => ({
  field: readsDatabase,
  multiplier: pageSizeOf(args, byDefault),
});

type MeasuredField = Pick<GraphQLField<unknown, unknown>, 'args' | 'type'>;

const isConnection = (field: MeasuredField) =>
  ['first', 'last'].every((name) => field.args.some((arg) => arg.name === name));

const isList = (type: GraphQLOutputType) => getNullableType(type) instanceof GraphQLList;

export type Measured = { cost: number; depth: number };

/**
 * Measures one operation of a valid document. Fragments are counted where they are spread, but walked once.
 * @throws GraphQLError Variables or arguments are not as they must be, or a page is too large.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Measured {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const { complexity, depth } = complexityFromQuery(alone, { schema, variables });
  return { cost: complexity, depth };
}
