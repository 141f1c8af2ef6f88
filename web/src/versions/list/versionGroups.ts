import type { CanvasVersionFieldsFragment } from '../../generated/graphql.ts';

export type VersionFields = CanvasVersionFieldsFragment;

/** Versions that are one entry of the list, newest first: the edits of one session, or any other version alone. */
export type VersionGroup = readonly [VersionFields, ...VersionFields[]];

/** Longest pause between two edits of one session, in ms. */
const SESSION_PAUSE = 30 * 60_000;

/** Joins edits that follow each other. @param versions Newest first. */
export function groupVersions(versions: readonly VersionFields[]): VersionGroup[] {
  const groups: [VersionFields, ...VersionFields[]][] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    if (group && isSameSession(group.at(-1) ?? group[0], version)) group.push(version);
    else groups.push([version]);
  }
  return groups;
}

function isSameSession(later: VersionFields, earlier: VersionFields): boolean {
  const pause = Date.parse(later.createdAt) - Date.parse(earlier.createdAt);
  return later.kind === 'EDIT' && earlier.kind === 'EDIT' && pause <= SESSION_PAUSE;
}

/**
 * The known versions with a page that was read later, newest first. What a page no longer has, edits that were joined
 * into the next version, goes.
 */
export function mergeVersions(
  known: readonly VersionFields[],
  page: readonly VersionFields[],
): readonly VersionFields[] {
  const [newest, oldest] = [page[0]?.number, page.at(-1)?.number];
  if (newest === undefined || oldest === undefined) return known;
  const others = known.filter(({ number }) => number > newest || number < oldest);
  return [...others, ...page].sort((a, b) => b.number - a.number);
}
