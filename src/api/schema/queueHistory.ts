import { orderParameters } from '../../jobs/queue/sql/queueOrder.ts';
import { type QueueHistoryBucket, readQueueHistory } from '../../jobs/statistics/sql/readQueueHistory.ts';
import { builder } from '../graphql/builder.ts';
import { readsMany } from '../graphql/cost.ts';
import { StatsWindow, windowLengths } from './jobs/enums.ts';

const QueueHistoryBucketRef = builder.objectRef<QueueHistoryBucket>('QueueHistoryBucket').implement({
  description:
    'The most jobs that could be started at a time in a part of a time window, by priority; those of now count in the ' +
    'last one. Null where nothing was recorded, because no API service ran.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Start.' }),
    urgent: t.exposeInt('urgent', { nullable: true, description: 'Jobs of the priority URGENT.' }),
    high: t.exposeInt('high', { nullable: true, description: 'Jobs of the priority HIGH.' }),
    normal: t.exposeInt('normal', { nullable: true, description: 'Jobs of the priority NORMAL.' }),
    low: t.exposeInt('low', { nullable: true, description: 'Jobs of the priority LOW.' }),
  }),
});

builder.queryField('queueHistory', (t) =>
  t.field({
    type: [QueueHistoryBucketRef],
    description:
      'How long the queue was in a time window, in the buckets of `jobStats`, oldest first; recorded every minute. For operators.',
    complexity: readsMany,
    authScopes: { ops: true },
    args: {
      window: t.arg({ type: StatsWindow, defaultValue: 'LAST_HOUR', description: 'The time window.' }),
    },
    resolve: (_root, { window }, { reads, config }) => {
      const parameters = { ...orderParameters(config), ...windowLengths[window ?? 'LAST_HOUR'] };
      return reads.recent(({ pool }) => readQueueHistory(pool, parameters));
    },
  }),
);
