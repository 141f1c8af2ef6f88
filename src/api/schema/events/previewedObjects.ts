import DataLoader from 'dataloader';
import { byId } from '../../../canvas/model/changes/changeSet.ts';
import { type CanvasObject, canvasObject } from '../../../canvas/model/object.ts';
import type { JobEventOf } from '../../../events/log/jobEvent.ts';
import { findPreviewObjects } from '../../../events/log/sql/findPreviewObjects.ts';
import type { Context } from '../../graphql/context.ts';
import { type FindObject, type PlacedObject, placedNow } from '../canvas/placedObject.ts';

type Generated = JobEventOf<'ObjectsGenerated'>;

/**
 * Objects that an event adds to the preview. Each finds those of the preview as this event leaves it, and those of the
 * canvas that the job changes.
 */
export function addedObjects(event: Generated, context: Context): PlacedObject[] {
  const find = findInPreview(event, context);
  return event.payload.objects.map((object) => placedAdded(object, event.jobId, find));
}

/** The same for objects of the canvas as the preview updates them. */
export function updatedObjects(event: Generated, context: Context): Promise<PlacedObject[]> {
  const find = findInPreview(event, context);
  return Promise.all(
    event.payload.updatedObjects.map((object) => placedUpdated(object, event.jobId, find, context)),
  );
}

function findInPreview({ jobId, attempt, seq, payload }: Generated, context: Context): FindObject {
  const [added, updated] = [byId(payload.objects), byId(payload.updatedObjects)];
  const place = (object: CanvasObject, isUpdated: boolean) =>
    isUpdated ? placedUpdated(object, jobId, find, context) : placedAdded(object, jobId, find);
  const earlier = new DataLoader<string, PlacedObject | null>(async (ids) => {
    const rows = await findPreviewObjects(context.database.pool, { jobId, attempt, seq, ids });
    const found = await Promise.all(
      rows.map(({ object, isUpdated }) => place(canvasObject.parse(object), isUpdated)),
    );
    const objects = new Map(found.map((each) => [each.object.id, each]));
    return ids.map((id) => objects.get(id) ?? null);
  });
  const find: FindObject = async (id) => {
    const object = added.get(id) ?? updated.get(id);
    if (object !== undefined) return place(object, updated.has(id));
    return (await earlier.load(id)) ?? findOnCanvasOf(jobId, id, context);
  };
  return find;
}

const placedAdded = (object: CanvasObject, jobId: string, find: FindObject): PlacedObject => ({
  ...{ object, find },
  canvasId: null,
  createdByJobId: jobId,
});

async function placedUpdated(
  object: CanvasObject,
  jobId: string,
  find: FindObject,
  context: Context,
): Promise<PlacedObject> {
  const [stored, canvasId] = await Promise.all([
    context.objects.object(object.id),
    canvasIdOf(jobId, context),
  ]);
  return { object, find, canvasId, createdByJobId: stored?.createdByJobId ?? null };
}

async function findOnCanvasOf(jobId: string, id: string, context: Context): Promise<PlacedObject | null> {
  const [found, canvasId] = await Promise.all([context.objects.object(id), canvasIdOf(jobId, context)]);
  return found !== null && found.canvasId === canvasId ? placedNow(found, context) : null;
}

/** Prisma batches look-ups by unique keys. */
async function canvasIdOf(jobId: string, { database }: Context): Promise<string> {
  const where = { id: jobId };
  return (await database.prisma.canvasJob.findUniqueOrThrow({ where, select: { canvasId: true } })).canvasId;
}
