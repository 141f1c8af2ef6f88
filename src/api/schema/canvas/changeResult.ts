import type { Aspect } from '../../../canvas/model/aspects.ts';
import { type Conflict, describeConflict } from '../../../canvas/model/conflict.ts';
import type { Committed } from '../../../canvas/versions/commitVersion.ts';
import { builder } from '../../graphql/builder.ts';
import { readsDatabase } from '../../graphql/cost.ts';
import { encodeId } from '../../graphql/ids.ts';
import { PlacedObjectRef } from './objects.ts';
import { CanvasVersionRef } from './versions.ts';

/** What a change of a canvas came to. */
export type CanvasChange = Committed & { canvasId: string };

const RefusalReasonEnum = builder.enumType('RefusalReason', {
  description: 'Why something could not be done to an object.',
  values: {
    CHANGED: { description: 'The same has been changed meanwhile, in another way: that stays.' },
    GONE: { description: 'The object has been deleted meanwhile.' },
    LOCKED: { description: 'The object is locked, or a locked one hangs on it.' },
    ENDS_GONE: { description: 'What the connector joins is not on the canvas.' },
    LIMIT: { description: 'A canvas holds at most 2,000 objects.' },
  } as const,
});

const AspectEnum = builder.enumType('CanvasObjectAspect', {
  description: 'A side of an object that can be changed independently of the others.',
  values: {
    PLACE: { value: 'place', description: '`x`, `y`, `width` and `height`.' },
    PATH: { value: 'path', description: '`points`.' },
    WORDS: { value: 'words', description: '`text`, `title` or `label`, with how it is set.' },
    LOOK: { value: 'look', description: '`shape`, `style` and `arrowhead`.' },
    COLOR: { value: 'color', description: '`color`.' },
    FRAME: { value: 'frame', description: '`parentId`.' },
    ENDS: { value: 'ends', description: '`fromId` and `toId`.' },
    ORDER: { value: 'order', description: '`zIndex`.' },
    LOCK: { value: 'lock', description: '`locked`.' },
  } satisfies Record<string, { value: Aspect; description: string }>,
});

const RefusedChangeRef = builder.objectRef<Conflict & { canvasId: string }>('RefusedChange').implement({
  description: 'Something that could not be done. Everything else was.',
  fields: (t) => ({
    objectId: t.id({
      description: 'The object that it was to be done to.',
      resolve: ({ objectId }) => encodeId('CanvasObject', objectId),
    }),
    reason: t.expose('reason', { type: RefusalReasonEnum, description: 'Why.' }),
    aspects: t.expose('aspects', {
      type: [AspectEnum],
      description: 'What stays as it is on the canvas; empty: all of the object.',
    }),
    message: t.string({ description: 'The same for a person.', resolve: describeConflict }),
    object: t.field({
      type: PlacedObjectRef,
      nullable: true,
      description: 'The object as it is on the canvas now; null when it is not.',
      complexity: readsDatabase,
      resolve: async ({ objectId, canvasId }, _args, { objects }) => {
        const found = await objects.object(objectId);
        return found?.canvasId === canvasId ? found : null;
      },
    }),
  }),
});

/** The type of a successful change of a canvas's objects; one for each mutation. */
export const changeSuccess = (name: string, description: string) =>
  builder.objectRef<CanvasChange>(name).implement({
    description,
    fields: (t) => ({
      canvas: t.prismaField({
        type: 'Canvas',
        description: 'The canvas as it is now.',
        resolve: (query, { canvasId }, _args, { database }) =>
          database.prisma.canvas.findUniqueOrThrow({ ...query, where: { id: canvasId } }),
      }),
      version: t.prismaField({
        type: CanvasVersionRef,
        nullable: true,
        description: 'The version that was made; null when nothing was left to be changed.',
        resolve: (query, { canvasId, number }, _args, { database }) =>
          number === null
            ? null
            : database.prisma.canvasVersion.findUnique({
                ...query,
                where: { canvasId_number: { canvasId, number } },
              }),
      }),
      refused: t.field({
        type: [RefusedChangeRef],
        description: 'What could not be done, because the canvas has changed, or something is locked.',
        resolve: ({ conflicts, canvasId }) => conflicts.map((conflict) => ({ ...conflict, canvasId })),
      }),
    }),
  });
