import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** Where rows lie as seen from a position: `upTo` and `from` include the row at the position itself. */
export type Relation = 'before' | 'upTo' | 'from' | 'after';

/** The order of a list, which has to be total: no two rows have the same position. */
export type ListOrder<Row, Condition> = {
  cursorOf(row: Row): string;
  /**
   * Condition on rows by their position. The row that the cursor was made of need not exist any more.
   * @throws GraphQLError BAD_USER_INPUT: the cursor is none of this list.
   */
  where(relation: Relation, cursor: string): Condition;
};

type Created = { id: string; createdAt: Date };
type Comparison<Value> = { lt?: Value; lte?: Value; gt?: Value; gte?: Value };

/** In Prisma's terms. */
export type CreatedCondition = {
  createdAt: Comparison<Date>;
  OR: [{ createdAt: Comparison<Date> }, { id: Comparison<string> }];
};

/** For `orderBy`: newest first, or the same list read from its end. */
export const byCreation = (isBackwards: boolean) => {
  const direction = isBackwards ? ('asc' as const) : ('desc' as const);
  return [{ createdAt: direction }, { id: direction }];
};

/** Comparisons for a list with descending keys: of the first key, of the first strictly, and of the last. */
const descending = {
  before: { first: 'gte', strictly: 'gt', last: 'gt' },
  upTo: { first: 'gte', strictly: 'gt', last: 'gte' },
  from: { first: 'lte', strictly: 'lt', last: 'lte' },
  after: { first: 'lte', strictly: 'lt', last: 'lt' },
} as const satisfies Record<Relation, Record<string, keyof Comparison<unknown>>>;

/**
 * Newest first, by the moment of creation, which the database's clock gives, and by id within the same millisecond.
 * @param kind Kind of the rows: a cursor of another kind is refused.
 */
export function newestFirst(kind: 'CanvasJob' | 'Canvas'): ListOrder<Created, CreatedCondition> {
  const position = z.tuple([z.literal(kind), z.iso.datetime({ precision: 3 }), z.uuid()]);
  return {
    cursorOf: ({ id, createdAt }) => encodeCursor([kind, createdAt.toISOString(), id]),
    where(relation, cursor) {
      const [, moment, id] = decodeCursor(position, cursor);
      const { first, strictly, last } = descending[relation];
      const createdAt = new Date(moment);
      // The first condition follows from the other two. It lets PostgreSQL begin in the middle of an index.
      return {
        createdAt: { [first]: createdAt },
        OR: [{ createdAt: { [strictly]: createdAt } }, { id: { [last]: id } }],
      };
    },
  };
}

export type NumberCondition = { number: Comparison<number> };

/** Versions of one canvas, newest first. A cursor of another canvas is refused. */
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
