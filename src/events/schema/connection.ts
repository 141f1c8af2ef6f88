import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import type { Sql } from '../../database/connection.ts';
import { builder } from '../../graphql/builder.ts';
import { costOfPages } from '../../graphql/cost.ts';
import { maxPageSize } from '../../graphql/pages.ts';
import { CanvasJobRef } from '../../jobs/schema/job.ts';
import type { JobEvent } from '../jobEvent.ts';
import { readEvents, readEventsBackwards } from '../readEvents.ts';
import { JobEventRef } from './events.ts';

const beyondTheLog = 2_147_483_647;

builder.prismaObjectField(CanvasJobRef, 'events', (t) =>
  t.connection(
    {
      type: JobEventRef,
      description: 'The log, oldest first. Its cursors are sequences: the same as those of `jobProgress`.',
      complexity: costOfPages(maxPageSize),
      resolve: (job, args, { database }) =>
        resolveCursorConnection(
          { args, maxSize: maxPageSize, defaultSize: maxPageSize, toCursor: (event) => String(event.seq) },
          (page: ResolveCursorConnectionArgs) => readPage(database.pool, job.id, page),
        ),
    },
    { name: 'JobEventConnection', description: 'A page of a log.' },
    { name: 'JobEventEdge', description: 'An event on a page.' },
  ),
);

/** When the page is read from its end, its events are given newest first. */
function readPage(sql: Sql, jobId: string, page: ResolveCursorConnectionArgs): Promise<JobEvent[]> {
  const { after, before, limit, inverted } = page;
  if (inverted) return readEventsBackwards(sql, jobId, sequenceOf(before, beyondTheLog), limit);
  return readEvents(sql, jobId, sequenceOf(after, 0), limit);
}

function sequenceOf(cursor: string | undefined, none: number): number {
  if (cursor === undefined) return none;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new GraphQLError(`"${cursor}" is no cursor of this log; cursors are sequences, such as "12".`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
