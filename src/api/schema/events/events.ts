import type { JobEventType } from '../../../database/generated/prisma/enums.ts';
import type { Sql } from '../../../database/statement.ts';
import type { JobEvent, JobEventOf } from '../../../events/log/jobEvent.ts';
import { readEventsWithin } from '../../../events/log/readEvents.ts';
import type { SequenceRange } from '../../../events/log/sql/readEventRows.ts';
import { builder } from '../../graphql/builder.ts';
import { countOf, maxPageSize } from '../../graphql/connections.ts';
import { costOfList, costOfPages, readsDatabase } from '../../graphql/cost.ts';
import { badCursor } from '../../graphql/paging/cursor.ts';
import type { ListOrder } from '../../graphql/paging/listOrder.ts';
import { type List, readPage } from '../../graphql/paging/readPage.ts';
import { objectList } from '../canvas/objectLists.ts';
import { objectId, PlacedObjectRef } from '../canvas/objects.ts';
import { JobPhaseEnum } from '../jobs/enums.ts';
import { CanvasJobRef } from '../jobs/job.ts';
import { JobErrorRef } from '../jobs/jobError.ts';
import { addedObjects, updatedObjects } from './previewedObjects.ts';

export const JobEventRef = builder.interfaceRef<JobEvent>('JobEvent').implement({
  description: "An entry of a job's log.",
  resolveType: (event) => event.type,
  fields: (t) => ({
    sequence: t.exposeInt('seq', { description: 'Number in the log, from 1 without gaps; its cursor.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was appended.' }),
    attempt: t.exposeInt('attempt', { description: 'The attempt that it belongs to; 0 before the first.' }),
    job: t.prismaField({
      type: CanvasJobRef,
      description: 'The job in its current state.',
      complexity: readsDatabase,
      resolve: (query, event, _args, { database }) =>
        database.prisma.canvasJob.findUniqueOrThrow({ ...query, where: { id: event.jobId } }),
    }),
  }),
});

const eventRef = <Type extends JobEventType>(type: Type) => builder.objectRef<JobEventOf<Type>>(type);
const interfaces = [JobEventRef];

eventRef('JobQueued').implement({
  description: 'The job was created, or queued again by a retry.',
  interfaces,
  fields: (t) => ({
    retry: t.boolean({ description: 'Whether it is a retry.', resolve: ({ payload }) => payload.retry }),
  }),
});

eventRef('JobStarted').implement({
  description: 'An attempt started. Its preview is empty.',
  interfaces,
  fields: (t) => ({
    planner: t.string({
      nullable: true,
      description: '`openai` or `sketcher`; null for a job without a planner.',
      resolve: ({ payload }) => payload.planner,
    }),
    model: t.string({
      nullable: true,
      description: 'The model, if any.',
      resolve: ({ payload }) => payload.model,
    }),
  }),
});

eventRef('JobProgressed').implement({
  description: 'Phase or progress changed.',
  interfaces,
  fields: (t) => ({
    phase: t.field({
      type: JobPhaseEnum,
      description: 'The phase.',
      resolve: ({ payload }) => payload.phase,
    }),
    progress: t.float({ description: '0 to 1.', resolve: ({ payload }) => payload.progress }),
  }),
});

eventRef('ObjectsGenerated').implement({
  description:
    'The preview changed. Of an object, the latest event with its id counts. The canvas itself changes when the job ' +
    'completes.',
  interfaces,
  fields: (t) => ({
    objects: t.field({
      type: [PlacedObjectRef],
      description: 'Objects that the job adds, new or changed; each replaces the one with the same id.',
      complexity: costOfList,
      resolve: (event, _args, context, info) => objectList(addedObjects(event, context), context, info),
    }),
    updatedObjects: t.field({
      type: [PlacedObjectRef],
      description:
        'Objects of the canvas as the job leaves them; shown instead of those with the same id. An object that the ' +
        'job no longer changes comes as it was.',
      complexity: costOfList,
      resolve: async (event, _args, context, info) =>
        objectList(await updatedObjects(event, context), context, info),
    }),
    deletedIds: t.idList({
      description: 'Objects that the job deletes, or no longer adds.',
      resolve: ({ payload }) => payload.deletedIds.map(objectId),
    }),
    objectCount: t.int({
      description: 'Objects added or changed so far in this attempt, without deleted ones.',
      resolve: ({ payload }) => payload.objectCount,
    }),
    progress: t.float({ description: '0 to 1.', resolve: ({ payload }) => payload.progress }),
  }),
});

eventRef('JobRetryScheduled').implement({
  description: 'The attempt failed; another one follows. Or `retryJob` lets that one start at once.',
  interfaces,
  fields: (t) => ({
    error: t.field({
      type: JobErrorRef,
      description: 'Why it failed.',
      resolve: ({ payload }) => payload.error,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      description: 'When the next attempt may start.',
      resolve: ({ payload }) => new Date(payload.nextAttemptAt),
    }),
    requested: t.boolean({
      description: 'Whether `retryJob` lets it start at once, instead of at the time of the event before.',
      resolve: ({ payload }) => payload.requested,
    }),
  }),
});

eventRef('JobAttemptLost').implement({
  description: 'The worker died, stopped sending heartbeats, or released the job; the job is queued again.',
  interfaces,
});

eventRef('JobCancelRequested').implement({
  description: 'A cancel was requested; the worker is stopping.',
  interfaces,
  fields: (t) => ({
    keepPartial: t.boolean({
      description: 'Whether the objects generated so far are kept as the result.',
      resolve: ({ payload }) => payload.keepPartial,
    }),
  }),
});

eventRef('JobCompleted').implement({
  description: 'The result is on the canvas. Terminal.',
  interfaces,
  fields: (t) => ({
    canvasVersion: t.prismaField({
      type: 'CanvasVersion',
      nullable: true,
      description: 'The version of the canvas that the job made; null when the canvas is removed.',
      complexity: readsDatabase,
      resolve: (query, { jobId }, _args, { database }) =>
        database.prisma.canvasVersion.findUnique({ ...query, where: { jobId } }),
    }),
    objectCount: t.int({
      description: 'Objects in the result.',
      resolve: ({ payload }) => payload.objectCount,
    }),
  }),
});

eventRef('JobFailed').implement({
  description: 'The job failed. Terminal.',
  interfaces,
  fields: (t) => ({
    error: t.field({ type: JobErrorRef, description: 'Why.', resolve: ({ payload }) => payload.error }),
  }),
});

eventRef('JobCancelled').implement({
  description: 'The job was cancelled. Terminal.',
  interfaces,
  fields: (t) => ({
    keptPartial: t.boolean({
      description: 'Whether the objects generated so far were committed to the canvas.',
      resolve: ({ payload }) => payload.keptPartial,
    }),
  }),
});

builder.prismaObjectField(CanvasJobRef, 'events', (t) =>
  t.connection(
    {
      type: JobEventRef,
      description: `The log, oldest first; ${maxPageSize} on a page, by default and at most. Cursors are sequences, as in \`jobProgress\`.`,
      complexity: costOfPages(maxPageSize),
      resolve: async (job, args, { database }) => ({
        ...(await readPage(args, logOf(database.pool, job.id))),
        totalCount: job.lastSeq,
      }),
    },
    {
      name: 'JobEventConnection',
      description: 'A page of a log.',
      fields: (connection) => ({
        totalCount: connection.int({ description: 'Events on all pages.', resolve: countOf }),
      }),
    },
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
