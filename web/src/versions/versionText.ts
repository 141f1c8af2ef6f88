import type { CanvasVersionFieldsFragment } from '../generated/graphql.ts';
import { firstLine } from '../jobs/firstLine.ts';

type Version = Pick<CanvasVersionFieldsFragment, 'kind' | 'sourceNumber' | 'job'>;

/** How a version came about, in words. */
export function originOf({ kind, sourceNumber, job }: Version): string {
  switch (kind) {
    case 'JOB':
      return job ? firstLine(job.instruction) : 'A job';
    case 'EDIT':
      return 'Your changes';
    case 'UNDO':
      return `Reverted version ${sourceNumber ?? 0}`;
    case 'RESTORE':
      return sourceNumber === 0 ? 'Restored the empty canvas' : `Restored version ${sourceNumber}`;
    case 'COPY':
      return 'Copied from another canvas';
  }
}

type Counts = Pick<CanvasVersionFieldsFragment, 'addedCount' | 'updatedCount' | 'deletedCount'>;

/** What a version changed, in figures. */
export function countsOf({ addedCount, updatedCount, deletedCount }: Counts): string {
  const parts = [
    addedCount > 0 && `${addedCount} added`,
    updatedCount > 0 && `${updatedCount} changed`,
    deletedCount > 0 && `${deletedCount} deleted`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'Nothing changed';
}
