import { byId } from '../../../src/canvas/model/changes/changeSet.ts';
import { isConnector } from '../../../src/canvas/model/objectKinds.ts';
import type { JobPreview } from '../jobs/state/jobProgress.ts';
import type { CanvasObject } from '../scene/object.ts';
import { localIdsOf, type ServerIds, toLocal } from './session/localIds.ts';

/** A preview with local ids, without what the user has changed since. */
export function localPreview(
  { added, updated, deleted }: JobPreview,
  serverIds: ServerIds,
  touched: ReadonlySet<string>,
): JobPreview {
  const isUntouched = (id: string) => !touched.has(id);
  // A connector's new path is outdated, too, when one of its ends may have moved.
  const isCurrent = (object: CanvasObject) =>
    isUntouched(object.id) &&
    (!isConnector(object) || (isUntouched(object.fromId) && isUntouched(object.toId)));
  const local = (objects: JobPreview['added']) => toLocal([...objects.values()], serverIds);
  return {
    added: byId(local(added).filter(({ id }) => isUntouched(id))),
    updated: byId(local(updated).filter(isCurrent)),
    deleted: new Set([...deleted].map(localIdsOf(serverIds)).filter(isUntouched)),
  };
}
