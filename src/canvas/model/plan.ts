import { z } from 'zod';
import { maxTextLength } from './limits.ts';

/**
 * What a planner returns: structure and text without coordinates. The layout computes the geometry. The types, the
 * JSON schema that is sent to a model, and the validation of its answer all come from these schemas.
 *
 * OpenAI's strict structured output requires every field, so an optional one is nullable. A field that schema 2 did not
 * have may also be absent, which means null.
 */

/** Raise with every change of the schemas below: cached results of an older version are not used. */
export const PLAN_SCHEMA_VERSION = 3;

/**
 * Diagram types that the layout supports. `tree` is for hierarchies such as org charts, `ring` for cycles and for
 * what is around a hub, `class` for classes and for entities.
 */
export const planLayout = z.enum([
  'flow',
  'tree',
  'kanban',
  'swot',
  'mindmap',
  'timeline',
  'grid',
  'ring',
  'sequence',
  'state',
  'class',
]);
export type PlanLayout = z.infer<typeof planLayout>;

/** Main reading direction of a flow, tree or timeline. */
export const planDirection = z.enum(['right', 'down']);
export type PlanDirection = z.infer<typeof planDirection>;

export const planShape = z.enum(['rect', 'ellipse', 'diamond', 'sticky', 'text']);
export type PlanShape = z.infer<typeof planShape>;

export const planColor = z.enum([
  'neutral',
  'blue',
  'green',
  'yellow',
  'orange',
  'red',
  'purple',
  'teal',
  'pink',
]);
export type PlanColor = z.infer<typeof planColor>;

/** Colours of shapes for which a plan names none. */
export const defaultColors: Readonly<Record<PlanShape, PlanColor>> = {
  rect: 'blue',
  ellipse: 'green',
  diamond: 'orange',
  sticky: 'yellow',
  text: 'neutral',
};

/** Ends of a connector with an arrowhead. */
export const planEnds = z.enum(['forward', 'both', 'none']);

export const planLineStyle = z.enum(['solid', 'dashed']);

const id = z.string().min(1).max(64);
const reference = id.nullable();
const ends = planEnds.nullish();

/** A titled region: a kanban column, a SWOT quadrant, a swim lane, a section of a grid. */
export const planFrame = z.object({
  type: z.literal('frame'),
  id,
  title: z.string().describe('Heading of the region, plain text'),
  parent: reference.describe('Id of the frame that holds this one, new or on the canvas, or null'),
  slot: z
    .string()
    .nullable()
    .describe('For swot: strengths, weaknesses, opportunities or threats; else null'),
  order: z.number().int().nullish().describe('Position among its sibling frames, from 0; null: at the end'),
});
export type PlanFrame = z.infer<typeof planFrame>;

/** A shape with text. */
export const planNode = z.object({
  type: z.literal('node'),
  id,
  shape: planShape.describe(
    'rect: step; diamond: decision; ellipse: start or end; sticky: note; text: heading',
  ),
  text: z.string().describe(`Plain text, at most ${maxTextLength} characters`),
  color: planColor.nullable(),
  parent: reference.describe(
    'Id of the frame that holds it, new or on the canvas; in a mindmap or tree use edges instead',
  ),
  order: z.number().int().nullable().describe('Position among its siblings, from 0'),
  compartments: z
    .array(z.string())
    .nullish()
    .describe(
      'For class: the texts below the name, such as attributes and methods, one each with line breaks',
    ),
});
export type PlanNode = z.infer<typeof planNode>;

/**
 * A connector from one node or frame to another. In a mindmap or tree it goes from parent to child. In a sequence it is
 * a message, and edges are in the order of time.
 */
export const planEdge = z.object({
  type: z.literal('edge'),
  id,
  from: id,
  to: id,
  label: z.string().nullable(),
  style: planLineStyle.nullable(),
  ends: ends.describe('Which ends have an arrowhead; null: forward'),
  parent: id
    .nullish()
    .describe('For sequence: id of the frame of the fragment that the message is in, or null'),
});
export type PlanEdge = z.infer<typeof planEdge>;

/** A change of an existing object; null leaves a property as it is. */
export const planUpdate = z.object({
  type: z.literal('update'),
  id,
  target: id,
  text: z.string().nullable(),
  color: planColor.nullable(),
  parent: reference.describe('Id of the frame to move it into, new or on the canvas; null: it stays'),
  shape: planShape.nullish().describe('Of a shape: its new shape'),
  order: z.number().int().nullish().describe('Its new position among its siblings, from 0'),
  style: planLineStyle.nullish().describe('Of a connector'),
  ends: ends.describe('Of a connector: which ends have an arrowhead'),
});
export type PlanUpdate = z.infer<typeof planUpdate>;

/** The deletion of an existing object. */
export const planDelete = z.object({ type: z.literal('delete'), id, target: id });

/** A new layout of existing objects, or of the whole canvas. */
export const planArrange = z.object({
  type: z.literal('arrange'),
  id,
  targets: z.array(id).nullish().describe('Ids of the objects to lay out again; null: all'),
});

/** The undo of the last change of the canvas. */
export const planRevert = z.object({ type: z.literal('revert'), id });

export const planObject = z.discriminatedUnion('type', [
  planFrame,
  planNode,
  planEdge,
  planUpdate,
  planDelete,
  planArrange,
  planRevert,
]);
export type PlanObject = z.infer<typeof planObject>;

/** Properties of the whole plan; a streaming planner gives them before the first object. */
export const planHeader = z.object({
  title: z.string().describe('Short title of the canvas'),
  layout: planLayout,
  direction: planDirection.nullable(),
  columns: z
    .number()
    .int()
    .nullish()
    .describe('For grid: number of columns, when it is asked for; null: near square'),
});
export type PlanHeader = z.infer<typeof planHeader>;

/** The whole plan. Frames and nodes come before the edges that refer to them. */
export const plan = z.object({ ...planHeader.shape, objects: z.array(planObject) });
export type Plan = z.infer<typeof plan>;

/** The part of a plan that adds objects, which is the input of the layout. Every reference in it resolves. */
export type Diagram = Pick<PlanHeader, 'layout' | 'direction' | 'columns'> & {
  objects: (PlanFrame | PlanNode | PlanEdge)[];
};
