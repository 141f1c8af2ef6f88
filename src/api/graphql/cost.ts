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
import { pageSizeOf } from './connections.ts';

/**
 * The cost of an operation, computed before it runs: about the number of fields that it resolves. Fields that need a
 * statement for each object cost more; they set `complexity`.
 */

/** A field that reads the database once for each object. */
export const readsDatabase = 10;
/** A field that reads the whole queue or many jobs. */
export const readsMany = 100;

/**
 * A list of objects of a canvas. Its length is not known in advance: often dozens, at most thousands. So the size of
 * the answer is limited, too, see `AnswerSize`.
 */
export const costOfList = { field: readsDatabase, multiplier: 10 };
/** A list of objects in an older version, for which all later versions are reverted. */
export const costOfOldList = { field: readsMany, multiplier: 10 };
/** A list of objects that has been read already. */
export const costOfReadList = { field: 1, multiplier: 10 };
/** Writes all objects of a canvas as one text. */
export const writesFile = 500;

/** Cost of a field without `complexity`: 1, multiplied by the page size for a connection. */
export function costOfField(args: Record<string, unknown>, _context: unknown, field: MeasuredField) {
  if (isConnection(field)) return { field: 1, multiplier: pageSizeOf(args) };
  return isList(field.type) ? { field: 1, multiplier: 1 } : 1;
}

/** Cost of a connection with its own default page size. */
export function costOfPages(byDefault: number) {
  return (args: Record<string, unknown>) => ({
    field: readsDatabase,
    multiplier: pageSizeOf(args, byDefault),
  });
}

type MeasuredField = Pick<GraphQLField<unknown, unknown>, 'args' | 'type'>;

const isConnection = (field: MeasuredField) =>
  ['first', 'last'].every((name) => field.args.some((arg) => arg.name === name));

const isList = (type: GraphQLOutputType) => getNullableType(type) instanceof GraphQLList;

export type Measured = { cost: number; depth: number };

/**
 * Measures one operation of a valid document. Fragments are counted where they are spread, but walked once.
 * @throws GraphQLError Variables or arguments are not valid, or a page is too large.
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
