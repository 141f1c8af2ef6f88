import type { Point } from '../../../canvas/model/geometry.ts';
import { findObject } from '../../../canvas/versions/objectRows.ts';
import { readableBy } from '../../auth/viewer.ts';
import { builder, findNodesOf } from '../../graphql/builder.ts';
import { viewerOf } from '../../graphql/context.ts';
import { readsDatabase } from '../../graphql/cost.ts';
import { encodeId } from '../../graphql/ids.ts';
import { type BoxKind, isOfKind, type PlacedObject, placedNow, typeNames } from './placedObject.ts';

/** Global id of an object. */
export function objectId(id: string): string {
  return encodeId('CanvasObject', id);
}

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
    color: t.field({ type: ObjectColor, description: 'Colour.', resolve: ({ object }) => object.color }),
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

const FrameRef = builder.objectRef<PlacedObject<'FRAME'>>('Frame');

const BoxRef = builder.interfaceRef<PlacedObject<BoxKind>>('BoxObject').implement({
  description: 'A frame or a shape. Connectors connect them.',
  interfaces,
  resolveType: ({ object }) => typeNames[object.kind],
  fields: (t) => ({
    x: t.float({ description: 'Left edge.', resolve: ({ object }) => object.x }),
    y: t.float({ description: 'Upper edge.', resolve: ({ object }) => object.y }),
    width: t.float({ description: 'Width.', resolve: ({ object }) => object.width }),
    height: t.float({ description: 'Height.', resolve: ({ object }) => object.height }),
    parentId: t.id({
      nullable: true,
      description: 'The frame around it.',
      resolve: ({ object: { parentId } }) => (parentId === null ? null : objectId(parentId)),
    }),
    parent: t.field({
      type: FrameRef,
      nullable: true,
      description: 'The frame around it, in the same version or preview.',
      complexity: readsDatabase,
      resolve: async ({ object: { parentId }, find }) => {
        const found = parentId === null ? null : await find(parentId);
        return isOfKind(found, 'FRAME') ? found : null;
      },
    }),
  }),
});
const boxInterfaces = [...interfaces, BoxRef];

FrameRef.implement({
  description: 'A titled region that contains other objects. Its title is drawn inside, along the top edge.',
  interfaces: boxInterfaces,
  fields: (t) => ({
    title: t.string({ description: 'Heading; plain text.', resolve: ({ object }) => object.title }),
  }),
});

builder.objectRef<PlacedObject<'SHAPE'>>('Shape').implement({
  description: 'A shape with its text centred in it.',
  interfaces: boxInterfaces,
  fields: (t) => ({
    shape: t.field({ type: ShapeKind, description: 'Outline.', resolve: ({ object }) => object.shape }),
    text: t.string({ description: 'Plain text.', resolve: ({ object }) => object.text }),
    lines: t.stringList({
      description: 'The text as it has been wrapped to fit.',
      resolve: ({ object }) => object.lines,
    }),
    fontSize: t.float({ description: 'Size of the text.', resolve: ({ object }) => object.fontSize }),
  }),
});

async function endOf({ find }: PlacedObject<'CONNECTOR'>, id: string): Promise<PlacedObject<BoxKind> | null> {
  const found = await find(id);
  return isOfKind(found, 'FRAME', 'SHAPE') ? found : null;
}

builder.objectRef<PlacedObject<'CONNECTOR'>>('Connector').implement({
  description: 'An arrow or a line between two objects.',
  interfaces,
  fields: (t) => ({
    fromId: t.id({
      description: 'The object that it starts at.',
      resolve: ({ object }) => objectId(object.fromId),
    }),
    from: t.field({
      type: BoxRef,
      nullable: true,
      description: 'The object that it starts at, in the same version or preview.',
      complexity: readsDatabase,
      resolve: (connector) => endOf(connector, connector.object.fromId),
    }),
    toId: t.id({
      description: 'The object that it ends at.',
      resolve: ({ object }) => objectId(object.toId),
    }),
    to: t.field({
      type: BoxRef,
      nullable: true,
      description: 'The object that it ends at, in the same version or preview.',
      complexity: readsDatabase,
      resolve: (connector) => endOf(connector, connector.object.toId),
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
    arrowhead: t.boolean({
      description: 'Whether it ends in an arrowhead.',
      resolve: ({ object }) => object.arrowhead,
    }),
    startArrowhead: t.boolean({
      description: 'Whether it starts with an arrowhead.',
      resolve: ({ object }) => object.startArrowhead ?? false,
    }),
  }),
});

findNodesOf('CanvasObject', async (id, context) => {
  const found = await findObject(context.database.pool, id, readableBy(viewerOf(context)).ownerId);
  return found === null ? null : { ...placedNow(found, context), __typename: typeNames[found.object.kind] };
});
