import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** Rows relative to a position; `upTo` and `from` include the row at it. */
export type Relation = 'before' | 'upTo' | 'from' | 'after';

/** The order of a list. It must be total: no two rows have the same position. */
export type ListOrder<Row, Condition> = {
  cursorOf(row: Row): string;
  /**
   * A condition on rows by their position. The row at the cursor need not exist.
   * @throws GraphQLError BAD_USER_INPUT: the cursor is not of this list.
   */
  where(relation: Relation, cursor: string): Condition;
};

type Created = { id: string; createdAt: Date };
type Comparison<Value> = { lt?: Value; lte?: Value; gt?: Value; gte?: Value };

/** A condition in Prisma's form. */
export type CreatedCondition = {
  createdAt: Comparison<Date>;
  OR: [{ createdAt: Comparison<Date> }, { id: Comparison<string> }];
};

/** `orderBy` for newest first, or for reading that list from its end. */
export function byCreation(isBackwards: boolean) {
  const direction = isBackwards ? ('asc' as const) : ('desc' as const);
  return [{ createdAt: direction }, { id: direction }];
}

/** Comparisons in a list with descending keys. */
const descending = {
  before: { first: 'gte', strictly: 'gt', last: 'gt' },
  upTo: { first: 'gte', strictly: 'gt', last: 'gte' },
  from: { first: 'lte', strictly: 'lt', last: 'lte' },
  after: { first: 'lte', strictly: 'lt', last: 'lt' },
} as const satisfies Record<Relation, Record<string, keyof Comparison<unknown>>>;

/**
 * Newest first by creation time, which the database's clock gives, then by id.
 * @param kind Kind of the rows; cursors of another kind are refused.
 */
export function newestFirst(kind: 'CanvasJob' | 'Canvas'): ListOrder<Created, CreatedCondition> {
  const position = z.tuple([z.literal(kind), z.iso.datetime({ precision: 3 }), z.uuid()]);
  return {
    cursorOf: ({ id, createdAt }) => encodeCursor([kind, createdAt.toISOString(), id]),
    where(relation, cursor) {
      const [, moment, id] = decodeCursor(position, cursor);
      const { first, strictly, last } = descending[relation];
      const createdAt = new Date(moment);
      // The first condition is redundant, but lets PostgreSQL start within the index.
      return {
        createdAt: { [first]: createdAt },
        OR: [{ createdAt: { [strictly]: createdAt } }, { id: { [last]: id } }],
      };
    },
  };
}

export type NumberCondition = { number: Comparison<number> };

/** Versions of one canvas, newest first. Cursors of another canvas are refused. */
export function newestVersionFirst(canvasId: string): ListOrder<{ number: number }, NumberCondition> {
  const position = z.tuple([z.literal('CanvasVersion'), z.literal(canvasId), z.int32()]);
  return {
    cursorOf: ({ number }) => encodeCursor(['CanvasVersion', canvasId, number]),
    where(relation, cursor) {
      const [, , number] = decodeCursor(position, cursor);
      return { number: { [descending[relation].last]: number } };
    },
  };
}
