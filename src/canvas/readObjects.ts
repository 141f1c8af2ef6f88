import type { Prisma, PrismaClient } from '../database/generated/prisma/client.ts';
import { type CanvasObject, canvasObject } from './object.ts';

type ObjectRow = Prisma.CanvasObjectGetPayload<object>;

/** Reads an object from its row. @throws ZodError when the row is not of the object's shape. */
export function readObject({ id, kind, zIndex, parentId, fromId, toId, data }: ObjectRow): CanvasObject {
  const references = kind === 'CONNECTOR' ? { fromId, toId } : { parentId };
  return canvasObject.parse({ ...(data as object), ...references, id, kind, zIndex });
}

/** All objects of a canvas in its newest version, in drawing order. */
export async function readObjects(prisma: PrismaClient, canvasId: string) {
  const rows = await prisma.canvasObject.findMany({
    where: { canvasId },
    orderBy: [{ zIndex: 'asc' }, { id: 'asc' }],
  });
  return rows.map(placed);
}

/** An object on a canvas that fits the condition, or null. */
export async function findObject(prisma: PrismaClient, id: string, canvas: Prisma.CanvasWhereInput) {
  const row = await prisma.canvasObject.findFirst({ where: { id, canvas } });
  return row === null ? null : placed(row);
}

const placed = (row: ObjectRow) => ({
  object: readObject(row),
  canvasId: row.canvasId,
  createdByJobId: row.createdByJobId,
});
