import type { GraphQLSchema } from 'graphql';
import '../cache/schema.ts';
import '../canvas/schema/canvas.ts';
import '../canvas/schema/errors.ts';
import '../canvas/schema/export.ts';
import '../canvas/schema/mutations.ts';
import '../canvas/schema/subscriptions.ts';
import '../events/schema/connection.ts';
import '../events/schema/subscriptions.ts';
import '../identity/schema.ts';
import '../jobs/schema/errors.ts';
import '../jobs/schema/mutations.ts';
import '../jobs/schema/queries.ts';
import '../jobs/schema/queueControl.ts';
import '../jobs/schema/queueHealth.ts';
import '../jobs/schema/stats.ts';
import '../system/schema.ts';
import '../workers/schema.ts';
import { builder } from './builder.ts';

/** The whole schema: every noun has added itself to the builder by being imported. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: true });
