import type { CanvasObject } from '../../../canvas/model/object.ts';
import type { CanvasReader } from '../../../canvas/versions/canvasReader.ts';
import type { StoredObject } from '../../../canvas/versions/objectRows.ts';

type Kind = CanvasObject['kind'];
export type BoxKind = Exclude<Kind, 'CONNECTOR'>;

/** An object with its canvas; `canvasId` is null for what a preview adds. */
export type PlacedObject<Of extends Kind = Kind> = {
  object: Extract<CanvasObject, { kind: Of }>;
  canvasId: string | null;
  createdByJobId: string | null;
  find: FindObject;
};

/** Finds an object of the same state by its database id: of the version, the preview, or the canvas as it is now. */
export type FindObject = (id: string) => PlacedObject | null | Promise<PlacedObject | null>;

export const typeNames = { FRAME: 'Frame', SHAPE: 'Shape', CONNECTOR: 'Connector' } as const;

export function isOfKind<Of extends Kind>(
  placed: PlacedObject | null,
  ...kinds: Of[]
): placed is PlacedObject & PlacedObject<Of> {
  return placed !== null && kinds.some((kind) => kind === placed.object.kind);
}

/** All objects of one state of a canvas. */
export function placedTogether(objects: readonly StoredObject[]): PlacedObject[] {
  let byId: Map<string, PlacedObject> | undefined;
  const find: FindObject = (id) => {
    byId ??= new Map(placed.map((each) => [each.object.id, each]));
    return byId.get(id) ?? null;
  };
  const placed = objects.map((stored) => ({ ...stored, find }));
  return placed;
}

/** An object on a canvas as it is now. Others are read when they are asked for. */
export function placedNow(stored: StoredObject, context: { objects: CanvasReader }): PlacedObject {
  return {
    ...stored,
    find: async (id) => {
      const found = await context.objects.object(id);
      return found?.canvasId === stored.canvasId ? placedNow(found, context) : null;
    },
  };
}

/** Finds objects of a version, which is read once, for the first of them. Null: the empty canvas before the first. */
export function findInVersion(canvasId: string, number: number | null, objects: CanvasReader): FindObject {
  let state: Promise<PlacedObject[]> | undefined;
  return async (id) => {
    if (number === null) return null;
    state ??= objects.objectsAt(canvasId, number).then((stored) => placedTogether(stored ?? []));
    const [any] = await state;
    return any?.find(id) ?? null;
  };
}
