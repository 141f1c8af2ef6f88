import { builder } from '../../graphql/builder.ts';
import { countOf } from '../../graphql/countOf.ts';
import { CanvasJobRef } from './job.ts';

/** Pages of jobs, wherever they come from: the queue's list, or one canvas. */
export const CanvasJobConnection = builder.connectionObject(
  {
    type: CanvasJobRef,
    name: 'CanvasJobConnection',
    description: 'A page of jobs.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'Jobs on all pages.',
        extensions: { pothosPrismaTotalCount: true },
        resolve: countOf,
      }),
    }),
  },
  { name: 'CanvasJobEdge', description: 'A job on a page.' },
);
