import type { GraphQLResolveInfo } from 'graphql';
import type { Point } from '../../../canvas/model/geometry.ts';
import type { CanvasObject } from '../../../canvas/model/object.ts';
import { findObject } from '../../../canvas/versions/objectRows.ts';
import { inSlices } from '../../../slices.ts';
import { readableBy } from '../../auth/viewer.ts';
import { type ItemSize, sizeOfItem } from '../../graphql/answerSize.ts';
import { builder, findNodesOf } from '../../graphql/builder.ts';
import { type Context, viewerOf } from '../../graphql/context.ts';
import { readsDatabase } from '../../graphql/cost.ts';
import { encodeId } from '../../graphql/ids.ts';
import { badInput } from '../../graphql/requestErrors.ts';

/** An object with its canvas; `canvasId` is null in a preview. */
export type PlacedObject<Kind extends CanvasObject['kind'] = CanvasObject['kind']> = {
  object: Extract<CanvasObject, { kind: Kind }>;
  canvasId: string | null;
  createdByJobId: string | null;
};

export const typeNames = { FRAME: 'Frame', SHAPE: 'Shape', CONNECTOR: 'Connector' } as const;
const objectId = (id: string) => encodeId('CanvasObject', id);
const nullableObjectId = (id: string | null) => (id === null ? null : objectId(id));

export const PlacedObjectRef = builder.interfaceRef<PlacedObject>('CanvasObject').implement({
  description:
    'A frame, shape or connector on a canvas. Coordinates are absolute, in pixels; y grows downwards.',
  resolveType: ({ object }) => typeNames[object.kind],
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ object }) => objectId(object.id) }),
    zIndex: t.int({
      description: 'Drawing order: higher is in front.',
      resolve: ({ object }) => object.zIndex,
    }),
    locked: t.boolean({
      description: 'Whether it is locked: jobs, and edits that do not unlock it, leave it unchanged.',
      resolve: ({ object }) => object.locked ?? false,
    }),
    canvas: t.prismaField({
      type: 'Canvas',
      description: 'Its canvas; in a preview, the canvas of the job.',
      complexity: readsDatabase,
      resolve: async (query, { canvasId, createdByJobId }, _args, { database }) => {
        const { canvas, canvasJob } = database.prisma;
        // Prisma batches look-ups by unique keys for all objects of a list.
        if (canvasId !== null) return canvas.findUniqueOrThrow({ ...query, where: { id: canvasId } });
        const job = await canvasJob.findUniqueOrThrow({
          where: { id: createdByJobId ?? '' },
          select: { canvasId: true },
        });
        return canvas.findUniqueOrThrow({ ...query, where: { id: job.canvasId } });
      },
    }),
    createdByJob: t.prismaField({
      type: 'CanvasJob',
      nullable: true,
      description: 'The job that added it, unless that has been cleaned up.',
      complexity: readsDatabase,
      resolve: (query, { createdByJobId }, _args, { database }) =>
        createdByJobId === null
          ? null
          : database.prisma.canvasJob.findUnique({ ...query, where: { id: createdByJobId } }),
    }),
  }),
});

export const ObjectColor = builder.enumType('ObjectColor', {
  description: 'A colour of the palette; the theme defines its shades.',
  values: {
    NEUTRAL: { value: 'neutral', description: 'Grey.' },
    BLUE: { value: 'blue', description: 'Blue.' },
    GREEN: { value: 'green', description: 'Green.' },
    YELLOW: { value: 'yellow', description: 'Yellow.' },
    ORANGE: { value: 'orange', description: 'Orange.' },
    RED: { value: 'red', description: 'Red.' },
    PURPLE: { value: 'purple', description: 'Purple.' },
    TEAL: { value: 'teal', description: 'Teal.' },
    PINK: { value: 'pink', description: 'Pink.' },
  } as const,
});

export const ShapeKind = builder.enumType('ShapeKind', {
  description: 'Outline of a shape.',
  values: {
    RECTANGLE: { description: 'A box: a step, a card.' },
    ELLIPSE: { description: 'A start or an end, or the centre of a mind map.' },
    DIAMOND: { description: 'A decision.' },
    STICKY: { description: 'A note.' },
    TEXT: { description: 'Text without an outline.' },
  } as const,
});

export const ConnectorStyle = builder.enumType('ConnectorStyle', {
  description: 'How a connector is drawn.',
  values: { SOLID: { description: 'A solid line.' }, DASHED: { description: 'A dashed line.' } } as const,
});

const PointRef = builder.objectRef<Point>('Point').implement({
  description: 'A point, in pixels.',
  fields: (t) => ({
    x: t.exposeFloat('x', { description: 'To the right.' }),
    y: t.exposeFloat('y', { description: 'Downwards.' }),
  }),
});

// The order matters: the id comes from the first interface that has one.
const interfaces = [builder.nodeInterfaceRef(), PlacedObjectRef];

builder.objectRef<PlacedObject<'FRAME'>>('Frame').implement({
  description: 'A titled region that contains other objects. Its title is drawn inside, along the top edge.',
  interfaces,
  fields: (t) => ({
    parentId: t.id({
      nullable: true,
      description: 'The frame around it.',
      resolve: (o) => nullableObjectId(o.object.parentId),
    }),
    x: t.float({ description: 'Left edge.', resolve: ({ object }) => object.x }),
    y: t.float({ description: 'Upper edge.', resolve: ({ object }) => object.y }),
    width: t.float({ description: 'Width.', resolve: ({ object }) => object.width }),
    height: t.float({ description: 'Height.', resolve: ({ object }) => object.height }),
    title: t.string({ description: 'Heading; plain text.', resolve: ({ object }) => object.title }),
    color: t.field({ type: ObjectColor, description: 'Colour.', resolve: ({ object }) => object.color }),
  }),
});

builder.objectRef<PlacedObject<'SHAPE'>>('Shape').implement({
  description: 'A shape with its text centred in it.',
  interfaces,
  fields: (t) => ({
    parentId: t.id({
      nullable: true,
      description: 'The frame around it.',
      resolve: (o) => nullableObjectId(o.object.parentId),
    }),
    x: t.float({ description: 'Left edge.', resolve: ({ object }) => object.x }),
    y: t.float({ description: 'Upper edge.', resolve: ({ object }) => object.y }),
    width: t.float({ description: 'Width.', resolve: ({ object }) => object.width }),
    height: t.float({ description: 'Height.', resolve: ({ object }) => object.height }),
    shape: t.field({ type: ShapeKind, description: 'Outline.', resolve: ({ object }) => object.shape }),
    text: t.string({ description: 'Plain text.', resolve: ({ object }) => object.text }),
    lines: t.stringList({
      description: 'The text as it has been wrapped to fit.',
      resolve: ({ object }) => object.lines,
    }),
    fontSize: t.float({ description: 'Size of the text.', resolve: ({ object }) => object.fontSize }),
    color: t.field({ type: ObjectColor, description: 'Colour.', resolve: ({ object }) => object.color }),
  }),
});

builder.objectRef<PlacedObject<'CONNECTOR'>>('Connector').implement({
  description: 'An arrow or a line between two objects.',
  interfaces,
  fields: (t) => ({
    fromId: t.id({
      description: 'The object that it starts at.',
      resolve: ({ object }) => objectId(object.fromId),
    }),
    toId: t.id({
      description: 'The object that it ends at.',
      resolve: ({ object }) => objectId(object.toId),
    }),
    points: t.field({
      type: [PointRef],
      description: 'Its path, from outline to outline.',
      resolve: (o) => o.object.points,
    }),
    label: t.string({ nullable: true, description: 'Plain text.', resolve: ({ object }) => object.label }),
    labelAt: t.field({
      type: PointRef,
      nullable: true,
      description: 'Centre of the label.',
      resolve: (o) => o.object.labelAt,
    }),
    style: t.field({
      type: ConnectorStyle,
      description: 'How it is drawn.',
      resolve: ({ object }) => object.style,
    }),
    color: t.field({ type: ObjectColor, description: 'Colour.', resolve: ({ object }) => object.color }),
    arrowhead: t.boolean({
      description: 'Whether it ends in an arrowhead.',
      resolve: ({ object }) => object.arrowhead,
    }),
  }),
});

findNodesOf('CanvasObject', async (id, context) => {
  const placed = await findObject(context.database.pool, id, readableBy(viewerOf(context)).ownerId);
  return placed === null ? null : { ...placed, __typename: typeNames[placed.object.kind] };
});

/**
 * A list of objects as a field's value. It counts towards the answer's size before any of it is resolved, and is
 * resolved in slices.
 * @throws GraphQLError LIMIT_EXCEEDED: the answer is too large with it.
 */
export function objectList<T extends PlacedObject>(
  objects: readonly T[],
  { answer }: Pick<Context, 'answer'>,
  info: GraphQLResolveInfo,
): AsyncGenerator<T> {
  answer.add(sizeOf(objects, info));
  return inSlices(objects, () => answer.check());
}

/** The same for a list of changes of objects. */
export function updateList<T extends { after: CanvasObject }>(
  updates: readonly T[],
  { answer }: Pick<Context, 'answer'>,
  info: GraphQLResolveInfo,
): AsyncGenerator<T> {
  const size = sizeOfItem(info, 'UpdatedCanvasObject');
  answer.add(updates.reduce((sum, { after }) => sum + valuesOf(after, size), 0));
  return inSlices(updates, () => answer.check());
}

/** The argument that bounds a list of objects. */
export const first = {
  required: false,
  description: 'Only the first so many in drawing order, for thumbnails. Default: all.',
} as const;

/**
 * The first of a list, or all of it.
 * @throws GraphQLError BAD_USER_INPUT: `first` is negative.
 */
export function firstOf<T>(items: readonly T[], first: number | null | undefined): readonly T[] {
  if (first === null || first === undefined) return items;
  if (first >= 0) return items.slice(0, first);
  throw badInput(`\`first\` is ${first}, but it cannot be below 0.`);
}

function sizeOf(objects: readonly PlacedObject[], info: GraphQLResolveInfo): number {
  const sizes = new Map<CanvasObject['kind'], ItemSize>();
  return objects.reduce((sum, { object }) => {
    const size = sizes.get(object.kind) ?? sizeOfItem(info, typeNames[object.kind]);
    sizes.set(object.kind, size);
    return sum + valuesOf(object, size);
  }, 0);
}

/** The only list in an object whose items have fields of their own are the points of a connector. */
const valuesOf = (object: CanvasObject, { values, perInnerItem }: ItemSize): number =>
  values + (object.kind === 'CONNECTOR' ? perInnerItem * object.points.length : 0);
