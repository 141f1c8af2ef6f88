import { cutText } from '../../../canvas/model/cutText.ts';
import { plainText } from '../../../canvas/model/plainText.ts';
import type { CreateJobInput } from '../../../jobs/commands/createJob.ts';
import { maxFileNameLength, maxSourceLength } from '../../../jobs/commands/source.ts';
import { builder } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { resultTypes } from '../../graphql/errors.ts';
import { acceptJob, existingCanvasId, refusals } from './createJobs.ts';
import { CanvasJobRef, readChangedJob } from './job.ts';

const ImportDiagramInput = builder.inputType('ImportDiagramInput', {
  description: 'The text of a file in a diagram language.',
  fields: (t) => ({
    source: t.string({
      required: true,
      description:
        `Mermaid, DOT, PlantUML, Markdown, CSV, TSV, JSON, YAML or SQL: 1 to ${maxSourceLength.toLocaleString('en')} ` +
        'characters.',
    }),
    fileName: t.string({
      required: false,
      description:
        `At most ${maxFileNameLength} characters. An ending such as \`.csv\` or \`.mmd\` names the language; without ` +
        'one, the language is recognised.',
    }),
    canvasId: t.id({ required: false, description: 'The canvas to add it to. Default: a new one.' }),
    idempotencyKey: t.string({
      required: false,
      description: 'As in `createCanvasJob`. A key that was used there is an IdempotencyConflictError.',
    }),
  }),
});

builder.mutationField('importDiagram', (t) =>
  t.prismaField({
    type: CanvasJobRef,
    description:
      'Draws the diagram source of a file, on a new canvas or beside what is on one, by a job without a planner. Lines ' +
      'that cannot be read are left out, and named in `warnings`.',
    authScopes: { user: true },
    args: { input: t.arg({ type: ImportDiagramInput, required: true, description: 'The source.' }) },
    errors: {
      types: refusals,
      ...resultTypes('ImportDiagram', 'The job is created.', { name: 'job', description: 'The job.' }),
    },
    resolve: async (query, _root, { input }, context) => {
      const { source, fileName = null } = input;
      const request: CreateJobInput = {
        ...({ selection: [], priority: 'NORMAL', useCache: false } as const),
        ...{ source, fileName, instruction: describe(fileName) },
        ownerId: viewerOf(context).id,
        canvasId: input.canvasId ? existingCanvasId(input.canvasId) : null,
        idempotencyKey: input.idempotencyKey ?? null,
      };
      const { jobId } = await acceptJob(request, context);
      return readChangedJob(query, jobId, context);
    },
  }),
);

/** What the job is called in lists and in the history of the canvas. */
function describe(fileName: string | null): string {
  return fileName === null ? 'Import a diagram' : `Import ${cutText(plainText(fileName), maxFileNameLength)}`;
}
