import { z } from 'zod';
import { problem } from '../../validation/problemsOf.ts';
import { maxObjectsPerCanvas } from '../model/limits.ts';
import { connector, frame, objectColor, shape } from '../model/object.ts';
import { farthest, fontSize, lines, size, text } from '../validation/objectFields.ts';

/**
 * The JSON format of exported canvases. Raise `formatVersion` with every incompatible change. Version 1 had database
 * ids and lower-case colours; both are read like those of version 2, since every object gets a new id anyway.
 */
export const formatVersion = 2;

const reference = z.string().min(1, problem('EMPTY', 'The id is empty.')).max(200, 'The id is too long.');
const pixels = z
  .number()
  .min(-farthest, 'A coordinate is at least −1,000,000 pixels.')
  .max(farthest, 'A coordinate is at most 1,000,000 pixels.');
const point = z.object({ x: pixels, y: pixels });

const colorNames = objectColor.options.join(', ').toUpperCase();

const common = {
  id: reference,
  zIndex: z.int32('The zIndex has to be a whole number of 32 bits.'),
  color: z
    .string()
    .toLowerCase()
    .pipe(z.enum(objectColor.options, `The color has to be one of ${colorNames}.`)),
  locked: z.literal(true, 'Give true, or leave it out.').optional(),
};
const box = { ...common, x: pixels, y: pixels, width: size, height: size, parentId: reference.nullable() };

const fileObject = z.discriminatedUnion(
  'kind',
  [
    frame.extend({ ...box, title: text }),
    shape.extend({
      ...box,
      text,
      lines,
      fontSize,
    }),
    connector.extend({
      ...common,
      fromId: reference,
      toId: reference,
      points: z.array(point).min(2, 'A connector has at least two points.').max(200, 'More than 200 points.'),
      label: text.nullable(),
      labelAt: point.nullable(),
    }),
  ],
  { error: 'The kind has to be FRAME, SHAPE or CONNECTOR.' },
);
export type FileObject = z.infer<typeof fileObject>;

export const fileHead = z.object(
  {
    type: z.literal('collabcanvas', 'This is not an exported canvas: its type is not "collabcanvas".'),
    formatVersion: z
      .int('The format version has to be a whole number.')
      .min(1, 'The first format version is 1.')
      .max(
        formatVersion,
        `This file has a newer format; versions 1 to ${formatVersion} can be read. Export it for one of these.`,
      ),
  },
  'This is not an exported canvas: it has to be a JSON object.',
);

export const canvasFile = z.object({
  title: z.string('The title has to be a text.').optional(),
  objects: z
    .array(fileObject, 'The objects have to be a list.')
    .max(maxObjectsPerCanvas, `A canvas holds at most ${maxObjectsPerCanvas.toLocaleString('en')} objects.`),
});
