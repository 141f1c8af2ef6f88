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

type Comparison<Value> = { lt?: Value; lte?: Value; gt?: Value; gte?: Value };

/** A condition in Prisma's form. */
export type TimeCondition<Column extends string> = Partial<Record<Column, Comparison<Date>>> & {
  OR: (Partial<Record<Column, Comparison<Date>>> | { id: Comparison<string> })[];
};

type Direction = 'asc' | 'desc';

/** The order of a list by a time, which the database's clock gives, then by id. */
export type TimeOrder<Column extends string> = ListOrder<
  { id: string } & Record<Column, Date | null>,
  TimeCondition<Column>
> & {
  column: Column;
  /** Prisma's `orderBy` for this order, or for reading the list from its end. */
  orderBy(isBackwards: boolean): (Partial<Record<Column, Direction>> | { id: Direction })[];
};

const later = {
  before: { first: 'gte', strictly: 'gt', last: 'gt' },
  upTo: { first: 'gte', strictly: 'gt', last: 'gte' },
} as const;
const earlier = {
  upTo: { first: 'lte', strictly: 'lt', last: 'lte' },
  before: { first: 'lte', strictly: 'lt', last: 'lt' },
} as const;

/** Comparisons by the direction of the keys. */
const comparisons = {
  desc: { ...later, from: earlier.upTo, after: earlier.before },
  asc: { ...earlier, from: later.upTo, after: later.before },
} as const satisfies Record<Direction, Record<Relation, Record<string, keyof Comparison<unknown>>>>;

/**
 * An order by a time.
 * @param kind Kind of the rows.
 * @param name Name of the order. Cursors of another kind or order are refused.
 * @param column The time. Rows without one must not be in the list.
 */
export function timeOrder<Column extends string>(
  kind: 'CanvasJob' | 'Canvas',
  name: string,
  column: Column,
  direction: Direction,
): TimeOrder<Column> {
  const position = z.tuple([z.literal(kind), z.literal(name), z.iso.datetime({ precision: 3 }), z.uuid()]);
  const byTime = <Value>(value: Value) => ({ [column]: value }) as Partial<Record<Column, Value>>;
  return {
    column,
    cursorOf: (row) => encodeCursor([kind, name, row[column]?.toISOString(), row.id]),
    where(relation, cursor) {
      const [, , moment, id] = decodeCursor(position, cursor);
      const { first, strictly, last } = comparisons[direction][relation];
      const time = new Date(moment);
      // The first condition is redundant, but lets PostgreSQL start within the index.
      return { ...byTime({ [first]: time }), OR: [byTime({ [strictly]: time }), { id: { [last]: id } }] };
    },
    orderBy(isBackwards) {
      const opposite = direction === 'asc' ? 'desc' : 'asc';
      const way = isBackwards ? opposite : direction;
      return [byTime(way), { id: way }];
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
      return { number: { [comparisons.desc[relation].last]: number } };
    },
  };
}
