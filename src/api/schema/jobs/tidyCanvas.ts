import { InputValidationError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { resultTypes } from '../../graphql/errors.ts';
import { decodeId } from '../../graphql/ids.ts';
import { acceptJob, existingCanvasId, refusals } from './createJobs.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';

const TidyCanvasInput = builder.inputType('TidyCanvasInput', {
  description: 'What is to be laid out again.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    objectIds: t.idList({
      required: false,
      description: 'The objects to lay out again, with what they contain, at most 2,000. Default: all.',
    }),
    idempotencyKey: t.string({
      required: false,
      description: 'As in `createCanvasJob`. A key that was used there is an IdempotencyConflictError.',
    }),
  }),
});

/** What the job is called in lists and in the history of the canvas. */
const instruction = 'Tidy up';

builder.mutationField('tidyCanvas', (t) =>
  t.prismaField({
    type: CanvasJobRef,
    description:
      'Lays out a canvas, or objects of it, again, by a job that makes one version. Texts, colours and sizes of shapes ' +
      'stay, and locked objects keep their places.',
    authScopes: { user: true },
    args: {
      input: t.arg({ type: TidyCanvasInput, required: true, description: 'The canvas and the objects.' }),
    },
    errors: {
      types: refusals,
      ...resultTypes('TidyCanvas', 'The job is created.', { name: 'job', description: 'The job.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const request = {
        ...({ instruction, priority: 'NORMAL', useCache: false, isTidying: true } as const),
        ownerId: viewerOf(context).id,
        canvasId: existingCanvasId(input.canvasId),
        selection: (input.objectIds ?? []).map((given) => ({ given, id: decodeId('CanvasObject', given) })),
        idempotencyKey: input.idempotencyKey ?? null,
      };
      const { jobId } = await acceptJob(request, context).catch(refuse);
      return readChangedJob(query, jobId, context);
    },
  }),
);

/** The job's selection is called `objectIds` here. */
function refuse(error: unknown): never {
  if (!(error instanceof InputValidationError)) throw error;
  throw new InputValidationError(
    error.fields.map((field) => {
      const [first = '', ...rest] = field.path;
      return { ...field, path: [first === 'selection' ? 'objectIds' : first, ...rest] };
    }),
  );
}
