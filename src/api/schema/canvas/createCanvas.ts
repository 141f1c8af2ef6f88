import { type CreatedCanvas, createCanvas } from '../../../canvas/commands/createCanvas.ts';
import { maxTitleLength } from '../../../canvas/model/limits.ts';
import { IdempotencyConflictError, InputValidationError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { readsDatabase, writesFile } from '../../graphql/cost.ts';
import { resultUnion } from '../../graphql/errors.ts';
import { CanvasRef, readChangedCanvas } from './canvas.ts';
import { ownerOf } from './mutations.ts';

const CreateCanvasInput = builder.inputType('CreateCanvasInput', {
  description: 'The canvas.',
  fields: (t) => ({
    title: t.string({
      required: false,
      description: `1 to ${maxTitleLength} characters after trimming, on one line. Default: that of \`json\`, or "Untitled canvas".`,
    }),
    json: t.string({
      required: false,
      description: 'The content of a `JSON` export. Default: an empty canvas.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'A text of your own, at most 200 characters. Idempotent: the same key and input return the same canvas, as ' +
        'long as the canvas exists.',
    }),
  }),
});

const CreateCanvasSuccess = builder.objectRef<CreatedCanvas>('CreateCanvasSuccess').implement({
  description: 'The canvas is created.',
  fields: (t) => ({
    canvas: t.prismaField({
      type: CanvasRef,
      description: 'The canvas.',
      resolve: (query, { canvasId }, _args, context) => readChangedCanvas(query, canvasId, context),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether an earlier request with the same idempotency key created it.',
    }),
  }),
});

const { name, description } = resultUnion('CreateCanvas');
const CreateCanvasResult = builder.errorUnion(name, {
  description,
  types: [CreateCanvasSuccess, InputValidationError, IdempotencyConflictError],
  resolveType: () => CreateCanvasSuccess,
});

builder.mutationFields((t) => ({
  createCanvas: t.field({
    type: CreateCanvasResult,
    description: 'Creates a canvas without a job: an empty one, or one from an exported file.',
    authScopes: { user: true },
    complexity: ({ input }) => ({ field: input.json ? writesFile : readsDatabase }),
    args: { input: t.arg({ type: CreateCanvasInput, required: true, description: 'The canvas.' }) },
    resolve: (_root, { input }, context) =>
      createCanvas(context.database.pool, {
        ownerId: ownerOf(context),
        title: input.title ?? null,
        json: input.json ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
}));
