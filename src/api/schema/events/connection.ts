import type { Sql } from '../../../database/connection.ts';
import type { JobEvent } from '../../../events/log/jobEvent.ts';
import { readEventsWithin, type SequenceRange } from '../../../events/log/readEvents.ts';
import { builder } from '../../graphql/builder.ts';
import { costOfPages } from '../../graphql/cost.ts';
import { maxPageSize } from '../../graphql/pages.ts';
import { badCursor } from '../../graphql/paging/cursor.ts';
import type { ListOrder } from '../../graphql/paging/listOrder.ts';
import { type List, readPage } from '../../graphql/paging/readPage.ts';
import { CanvasJobRef } from '../jobs/job.ts';
import { JobEventRef } from './events.ts';

builder.prismaObjectField(CanvasJobRef, 'events', (t) =>
  t.connection(
    {
      type: JobEventRef,
      description: 'The log, oldest first. Its cursors are sequences: the same as those of `jobProgress`.',
      complexity: costOfPages(maxPageSize),
      resolve: (job, args, { database }) => readPage(args, logOf(database.pool, job.id)),
    },
    { name: 'JobEventConnection', description: 'A page of a log.' },
    { name: 'JobEventEdge', description: 'An event on a page.' },
  ),
);

const wholeLog: SequenceRange = { above: 0, below: 2_147_483_647 };

const oldestFirst: ListOrder<JobEvent, Partial<SequenceRange>> = {
  cursorOf: ({ seq }) => String(seq),
  where(relation, cursor) {
    const sequence = sequenceOf(cursor);
    switch (relation) {
      case 'before':
        return { below: sequence };
      case 'upTo':
        return { below: sequence + 1 };
      case 'from':
        return { above: sequence - 1 };
      case 'after':
        return { above: sequence };
    }
  },
};

function logOf(sql: Sql, jobId: string): List<JobEvent, Partial<SequenceRange>> {
  const read: List<JobEvent, Partial<SequenceRange>>['read'] = ({ conditions, isBackwards, take }) =>
    readEventsWithin(sql, jobId, Object.assign({}, wholeLog, ...conditions), { isBackwards, limit: take });
  return {
    order: oldestFirst,
    pageSize: maxPageSize,
    read,
    isAny: async (conditions) => (await read({ conditions, isBackwards: false, take: 1 })).length > 0,
  };
}

function sequenceOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw badCursor(cursor, 'cursors of a log are sequences, such as "12"');
}
