import { readableBy } from '../../auth/viewer.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { decodeId } from '../../graphql/ids.ts';
import { CanvasJobConnection, readJobPage } from './connection.ts';
import { JobFilterInput, jobsWhere } from './filter.ts';
import { CanvasJobRef } from './job.ts';

const JobScopeEnum = builder.enumType('JobScope', {
  description: 'Whose jobs.',
  values: {
    MINE: { description: "The viewer's." },
    ALL: { description: "Everyone's; for operators." },
  },
});

builder.queryFields((t) => ({
  job: t.prismaField({
    type: CanvasJobRef,
    nullable: true,
    description: 'A job by its id; null when there is none that the viewer may read.',
    authScopes: { user: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the job.' }) },
    resolve: (query, _root, args, context) => {
      const id = decodeId('CanvasJob', args.id);
      if (id === null) return null;
      return context.database.prisma.canvasJob.findUnique({
        ...query,
        where: { id, ...readableBy(viewerOf(context)) },
      });
    },
  }),
  jobs: t.connection(
    {
      type: CanvasJobRef,
      description: 'Jobs, newest first.',
      authScopes: (_root, args) => (args.scope === 'ALL' ? { ops: true } : { user: true }),
      args: {
        filter: t.arg({ type: JobFilterInput, required: false, description: 'Which jobs; none: all.' }),
        scope: t.arg({ type: JobScopeEnum, defaultValue: 'MINE', description: 'Whose jobs.' }),
      },
      resolve: async (_root, args, context, info) => {
        const where = await jobsWhere(args.filter, viewerOf(context), args.scope, context.database.pool);
        return readJobPage(args, where, context, info);
      },
    },
    CanvasJobConnection,
  ),
}));
