import { toMermaid } from '../../../canvas/export/mermaid.ts';
import { type ExportedCanvas, writeCanvasFile } from '../../../canvas/export/writeCanvasFile.ts';
import { firstCharacters } from '../../../canvas/model/cutText.ts';
import { builder } from '../../graphql/builder.ts';
import { writesFile } from '../../graphql/cost.ts';
import { encodeId } from '../../graphql/ids.ts';

/** Values of an answer that one object in a file counts as: about the same length. */
const valuesInFile = 15;

type ExportedFile = { fileName: string; mediaType: string; content: string };

const CanvasExportFormat = builder.enumType('CanvasExportFormat', {
  description: 'Format of an exported canvas.',
  values: {
    JSON: { description: 'All objects with their geometry; `createCanvas` reads it.' },
    MERMAID: { description: 'A Mermaid flowchart: shapes, frames and connectors without geometry.' },
  } as const,
});

const formats = {
  JSON: { extension: 'json', mediaType: 'application/json', write: toJson },
  MERMAID: { extension: 'mmd', mediaType: 'text/vnd.mermaid', write: toMermaid },
};

const globalIds = {
  canvas: (id: string) => encodeId('Canvas', id),
  object: (id: string) => encodeId('CanvasObject', id),
};

function toJson(canvas: ExportedCanvas): string {
  return writeCanvasFile(canvas, globalIds);
}

const CanvasExportRef = builder.objectRef<ExportedFile>('CanvasExport').implement({
  description: 'A canvas as a file.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'Derived from the title; valid on every system.' }),
    mediaType: t.exposeString('mediaType', { description: 'Media type of the content.' }),
    content: t.exposeString('content', { description: 'Content of the file.' }),
  }),
});

builder.prismaObjectField('Canvas', 'export', (t) =>
  t.field({
    type: CanvasExportRef,
    description: 'The canvas in its newest version as a file.',
    select: { id: true, title: true, version: true },
    args: {
      format: t.arg({ type: CanvasExportFormat, required: true, description: 'The format.' }),
    },
    complexity: writesFile,
    resolve: async ({ id, title, version }, args, context): Promise<ExportedFile> => {
      const { extension, mediaType, write } = formats[args.format];
      const objects = (await context.exported.objects(id)).map(({ object }) => object);
      context.answer.add(objects.length * valuesInFile);
      return {
        fileName: `${fileNameOf(title)}.${extension}`,
        mediaType,
        content: write({ id, title, version, objects }),
      };
    },
  }),
);

/** Letters, digits and single hyphens of the title, in its own script. */
function fileNameOf(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return firstCharacters(words.join('-'), 60) || 'canvas';
}
