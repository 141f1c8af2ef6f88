import type { CanvasVersionFieldsFragment } from '../generated/graphql.ts';
import { firstLine } from '../jobs/format.ts';

export type Version = Pick<CanvasVersionFieldsFragment, 'number' | 'kind' | 'sourceNumber' | 'job'>;

/**
 * What made a version, for display.
 * @param others Versions of the same canvas, by their numbers. Older ones may be missing.
 */
export function originOf(version: Version, others: ReadonlyMap<number, Version>): string {
  switch (version.kind) {
    case 'JOB':
      return version.job ? firstLine(version.job.instruction) : 'A job';
    case 'EDIT':
      return 'Your changes';
    case 'UNDO':
      return revertText(version, others);
    case 'RESTORE':
      return version.sourceNumber === 0
        ? 'Restored the empty canvas'
        : `Restored version ${version.sourceNumber}`;
    case 'COPY':
      return 'Copied from another canvas';
  }
}

/** The revert of a change undoes it, and the revert of that revert redoes it. */
function revertText({ sourceNumber }: Version, others: ReadonlyMap<number, Version>): string {
  let isRedo = false;
  let source = others.get(sourceNumber ?? 0);
  while (source?.kind === 'UNDO') {
    isRedo = !isRedo;
    source = others.get(source.sourceNumber ?? 0);
  }
  if (!source) return `Reverted version ${sourceNumber ?? 0}`;
  return `${isRedo ? 'Redid' : 'Undid'} version ${source.number}`;
}

type Changes = Pick<CanvasVersionFieldsFragment, 'addedCount' | 'updatedCount' | 'deletedCount'>;

/** How many objects a version changed, for display. */
export function changesOf({ addedCount, updatedCount, deletedCount }: Changes): string {
  const parts = [
    addedCount > 0 && `${addedCount} added`,
    updatedCount > 0 && `${updatedCount} changed`,
    deletedCount > 0 && `${deletedCount} deleted`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'No changes';
}
