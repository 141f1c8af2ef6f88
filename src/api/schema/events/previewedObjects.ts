import DataLoader from 'dataloader';
import { canvasObject } from '../../../canvas/model/object.ts';
import type { JobEventOf } from '../../../events/log/jobEvent.ts';
import { findPreviewObjects } from '../../../events/log/sql/findPreviewObjects.ts';
import type { Context } from '../../graphql/context.ts';
import { type FindObject, type PlacedObject, placedNow } from '../canvas/placedObject.ts';

/**
 * The objects of an event. Each finds those of the preview as this event leaves it, and those of the canvas that the
 * job changes.
 */
export function previewedObjects(event: JobEventOf<'ObjectsGenerated'>, context: Context): PlacedObject[] {
  const { jobId, attempt, seq, payload } = event;
  const generated = new Map(payload.objects.map((object) => [object.id, object]));
  const earlier = new DataLoader<string, PlacedObject | null>(async (ids) => {
    const found = await findPreviewObjects(context.database.pool, { jobId, attempt, seq, ids });
    const objects = new Map(found.map((each) => canvasObject.parse(each)).map((each) => [each.id, each]));
    return ids.map((id) => {
      const object = objects.get(id);
      return object === undefined ? null : placed(object);
    });
  });
  const find: FindObject = async (id) => {
    const object = generated.get(id);
    if (object !== undefined) return placed(object);
    return (await earlier.load(id)) ?? findOnCanvasOf(jobId, id, context);
  };
  const placed = (object: PlacedObject['object']): PlacedObject => ({
    ...{ object, find },
    canvasId: null,
    createdByJobId: jobId,
  });
  return payload.objects.map(placed);
}

async function findOnCanvasOf(jobId: string, id: string, context: Context): Promise<PlacedObject | null> {
  const [found, job] = await Promise.all([
    context.objects.object(id),
    context.database.prisma.canvasJob.findUnique({ where: { id: jobId }, select: { canvasId: true } }),
  ]);
  return found !== null && found.canvasId === job?.canvasId ? placedNow(found, context) : null;
}
