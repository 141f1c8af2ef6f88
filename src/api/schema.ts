import type { GraphQLSchema } from 'graphql';
import './schema/cache.ts';
import './schema/canvas/canvas.ts';
import './schema/canvas/canvasList.ts';
import './schema/canvas/changes.ts';
import './schema/canvas/createCanvas.ts';
import './schema/canvas/export.ts';
import './schema/canvas/mutations.ts';
import './schema/canvas/subscriptions.ts';
import './schema/events/events.ts';
import './schema/events/subscriptions.ts';
import './schema/failureGroups.ts';
import './schema/viewer.ts';
import './schema/jobs/createJobs.ts';
import './schema/jobs/errors.ts';
import './schema/jobs/importDiagram.ts';
import './schema/jobs/jobList.ts';
import './schema/jobs/mutations.ts';
import './schema/jobs/retryJobs.ts';
import './schema/jobs/tidyCanvas.ts';
import './schema/queue.ts';
import './schema/queueHistory.ts';
import './schema/jobStats.ts';
import './schema/system.ts';
import './schema/workers.ts';
import { builder } from './graphql/builder.ts';

/** The whole schema. Each file above adds its types to the builder when it is imported. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
