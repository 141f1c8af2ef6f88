import { z } from 'zod';
import { planColor } from './plan.ts';

/**
 * Objects of a canvas as they are stored, streamed and drawn. All geometry is absolute, in pixels, with y
 * growing downwards; `x`, `y` is the top left corner of a box.
 */

const pixels = z.number().finite();
const size = z.number().finite().positive();

export const objectColor = planColor;
export type ObjectColor = z.infer<typeof objectColor>;

export const point = z.object({ x: pixels, y: pixels });

const base = {
  id: z.uuid(),
  /** Drawing order, higher is in front. Unique within one canvas is not required; ties go by id. */
  zIndex: z.number().int(),
  /** Present on a locked object: jobs, and edits that don't unlock it, must not change it. */
  locked: z.literal(true).optional(),
};

const box = { x: pixels, y: pixels, width: size, height: size };

/** A titled region; its title is drawn inside, along its top edge. */
export const frame = z.object({
  ...base,
  ...box,
  kind: z.literal('FRAME'),
  parentId: z.uuid().nullable(),
  title: z.string(),
  color: objectColor,
});
export type Frame = z.infer<typeof frame>;

export const shapeKind = z.enum(['RECTANGLE', 'ELLIPSE', 'DIAMOND', 'STICKY', 'TEXT']);
export type ShapeKind = z.infer<typeof shapeKind>;

/** A shape with its text centred in it. `lines` is `text`, wrapped to fit. */
export const shape = z.object({
  ...base,
  ...box,
  kind: z.literal('SHAPE'),
  parentId: z.uuid().nullable(),
  shape: shapeKind,
  text: z.string(),
  lines: z.array(z.string()),
  fontSize: size,
  color: objectColor,
});
export type Shape = z.infer<typeof shape>;

/** An arrow, bound to the two objects that it joins. The first and last point lie on their outlines. */
export const connector = z.object({
  ...base,
  kind: z.literal('CONNECTOR'),
  fromId: z.uuid(),
  toId: z.uuid(),
  points: z.array(point).min(2),
  label: z.string().nullable(),
  /** Centre of the label; null exactly when there is no label. */
  labelAt: point.nullable(),
  style: z.enum(['SOLID', 'DASHED']),
  color: objectColor,
  /** Whether it has an arrowhead at its end. False for plain lines, as in mind maps and org charts. */
  arrowhead: z.boolean(),
  /** Present on a connector with an arrowhead at its start. */
  startArrowhead: z.literal(true).optional(),
});
export type Connector = z.infer<typeof connector>;

export const canvasObject = z.discriminatedUnion('kind', [frame, shape, connector]);
export type CanvasObject = z.infer<typeof canvasObject>;
export type BoxObject = Frame | Shape;
