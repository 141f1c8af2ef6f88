import type { CanvasVersionFieldsFragment } from '../../generated/graphql.ts';
import { firstLine } from '../../jobs/texts/format.ts';
import { currentLocale, t } from '../../language/language.ts';
import type { VersionGroup } from './versionGroups.ts';

export type Version = Pick<CanvasVersionFieldsFragment, 'number' | 'kind' | 'sourceNumber' | 'job'>;

/**
 * What made a version, for display.
 * @param others Versions of the same canvas, by their numbers. Older ones may be missing.
 */
export function originOf(version: Version, others: ReadonlyMap<number, Version>): string {
  switch (version.kind) {
    case 'JOB':
      return version.job ? firstLine(version.job.instruction) : t('versions.origin.job');
    case 'EDIT':
      return t('versions.origin.edit');
    case 'UNDO':
      return revertText(version, others);
    case 'RESTORE':
      return version.sourceNumber === 0
        ? t('versions.origin.restoredEmpty')
        : t('versions.origin.restored', { number: version.sourceNumber });
    case 'COPY':
      return t('versions.origin.copy');
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
  if (!source) return t('versions.origin.reverted', { number: sourceNumber ?? 0 });
  return t(isRedo ? 'versions.origin.redid' : 'versions.origin.undid', { number: source.number });
}

type Changes = Pick<CanvasVersionFieldsFragment, 'addedCount' | 'updatedCount' | 'deletedCount'>;

/** How many objects a version changed, for display. */
export function changesOf({ addedCount, updatedCount, deletedCount }: Changes): string {
  const parts = [
    addedCount > 0 && t('versions.count.added', { count: addedCount }),
    updatedCount > 0 && t('versions.count.changed', { count: updatedCount }),
    deletedCount > 0 && t('versions.count.deleted', { count: deletedCount }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : t('versions.count.none');
}

/** When the edits of a session were made: `26 Nov, 14:02 – 14:20`. */
export function sessionSpan(group: VersionGroup): string {
  const format = new Intl.DateTimeFormat(currentLocale(), {
    ...{ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  });
  const [newest, oldest] = [group[0], group.at(-1) ?? group[0]];
  return format.formatRange(new Date(oldest.createdAt), new Date(newest.createdAt));
}
