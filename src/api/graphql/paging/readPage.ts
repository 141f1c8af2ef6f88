import { pageSizeOf } from '../connections.ts';
import type { ListOrder } from './listOrder.ts';

/** Arguments of a connection. */
export type PageArguments = {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
};

/** A list that is read in pages. */
export type List<Row, Condition> = {
  order: ListOrder<NoInfer<Row>, Condition>;
  /** Reads up to `take` rows that meet all conditions, in the order of the list or backwards from its end. */
  read(query: { conditions: Condition[]; isBackwards: boolean; take: number }): Promise<Row[]>;
  /** Whether any row meets all conditions. */
  isAny(conditions: Condition[]): Promise<boolean>;
  /** Default page size. */
  pageSize?: number;
};

export type Page<Row> = {
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
};

/**
 * Reads a page of a list as in the Relay specification, except that `first` and `last` exclude each other. With
 * `before` alone, the page ends there.
 * @throws GraphQLError BAD_USER_INPUT: an argument is not valid.
 */
export async function readPage<Row, Condition>(
  args: PageArguments,
  { order, read, isAny, pageSize }: List<Row, Condition>,
): Promise<Page<Row>> {
  const size = pageSizeOf(args, pageSize);
  const isBackwards = isNumber(args.last) || (!isNumber(args.first) && isText(args.before));
  const conditions = [
    ...(isText(args.after) ? [order.where('after', args.after)] : []),
    ...(isText(args.before) ? [order.where('before', args.before)] : []),
  ];
  // Whether there are rows beyond the cursor at which the page starts, where nothing is read.
  const [edge, relation] = isBackwards ? ([args.before, 'from'] as const) : ([args.after, 'upTo'] as const);
  const [rows, isMoreBehind] = await Promise.all([
    read({ conditions, isBackwards, take: size + 1 }),
    isText(edge) ? isAny([order.where(relation, edge)]) : false,
  ]);
  const isMoreAhead = rows.length > size;
  const page = rows.slice(0, size);
  if (isBackwards) page.reverse();
  const edges = page.map((node) => ({ cursor: order.cursorOf(node), node }));
  // A page that ends at the other cursor has more ahead if there are rows beyond that cursor.
  const isCut = isMoreAhead || (await isBeyond(isBackwards ? args.after : args.before));
  return {
    edges,
    pageInfo: {
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: isBackwards ? isMoreBehind : isCut,
      hasPreviousPage: isBackwards ? isCut : isMoreBehind,
    },
  };

  async function isBeyond(cursor: string | null | undefined): Promise<boolean> {
    return isText(cursor) && isAny([order.where(isBackwards ? 'upTo' : 'from', cursor)]);
  }
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';
const isText = (value: string | null | undefined): value is string => typeof value === 'string';
