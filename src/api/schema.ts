import type { GraphQLSchema } from 'graphql';
import './schema/cache.ts';
import './schema/canvas/canvas.ts';
import './schema/canvas/errors.ts';
import './schema/canvas/export.ts';
import './schema/canvas/mutations.ts';
import './schema/canvas/subscriptions.ts';
import './schema/events/connection.ts';
import './schema/events/subscriptions.ts';
import './schema/viewer.ts';
import './schema/jobs/errors.ts';
import './schema/jobs/mutations.ts';
import './schema/jobs/queries.ts';
import './schema/queue/queueControl.ts';
import './schema/queue/queueHealth.ts';
import './schema/statistics/stats.ts';
import './schema/system.ts';
import './schema/workers.ts';
import { builder } from './graphql/builder.ts';

/** The whole schema: every noun has added itself to the builder by being imported. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
