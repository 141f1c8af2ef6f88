import type pg from 'pg';
import { joinVersions } from '../../src/canvas/versions/joinVersions.ts';
import type { Config } from '../../src/config.ts';
import type { Sql } from '../../src/database/statement.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { JoinLevel } from './sql/dueVersion.ts';
import { findDueVersions } from './sql/findDueVersions.ts';
import { lockNextCanvas } from './sql/lockNextCanvas.ts';
import { type JoinableVersion, readJoinableVersions } from './sql/readJoinableVersions.ts';
import { recordJoinLevel } from './sql/recordJoinLevel.ts';

/** Versions that one transaction examines. It locks their canvas. */
export const versionBatchSize = 50;

type Ages = Pick<Config, 'VERSION_JOIN_MINUTES' | 'VERSION_THIN_HOURS'>;

/** `gapMs`: milliseconds between two edits of the same hour that are joined. */
type Level = JoinLevel & { gapMs: number };

const levelsOf = ({ VERSION_JOIN_MINUTES, VERSION_THIN_HOURS }: Ages): Level[] => [
  { level: 1, ageMinutes: VERSION_JOIN_MINUTES, gapMs: 60_000 },
  { level: 2, ageMinutes: VERSION_THIN_HOURS * 60, gapMs: Number.POSITIVE_INFINITY },
];

/**
 * Joins old edits of one canvas: those less than a minute apart and, of the oldest, all of an hour. Only consecutive
 * edits of one user within one hour of the clock are joined. Versions of jobs, undos and restores stay, and so does
 * each edit that an undo or a restore refers to.
 *
 * Each level examines a version once, when it is old enough, and joins it with the one before it. The lock of the
 * canvas keeps two workers from joining the same versions.
 * @param size How many versions are examined.
 * @returns How many versions were joined into others, or null when no version is left to examine.
 */
export async function joinOldVersions(pool: pg.Pool, ages: Ages, size: number): Promise<number | null> {
  for (const level of levelsOf(ages)) {
    const joined = await inTransaction(pool, async (tx) => {
      const canvas = await lockNextCanvas(tx, level);
      return canvas === undefined ? null : joinOnCanvas(tx, canvas.id, level, size);
    });
    if (joined !== null) return joined;
  }
  return null;
}

async function joinOnCanvas(tx: Sql, canvasId: string, level: Level, size: number): Promise<number> {
  const due = await findDueVersions(tx, { ...level, canvasId, limit: size });
  const versions = await readJoinableVersions(tx, { canvasId, first: due[0], last: due.at(-1) });
  let joined = 0;
  for (const run of runsOf(versions, new Set(due), level.gapMs))
    joined += await joinVersions(tx, canvasId, run);
  await recordJoinLevel(tx, { canvasId, numbers: due, level: level.level });
  return joined;
}

const hourMs = 3_600_000;

/**
 * Groups versions to be joined: each list of numbers becomes one version.
 * @param versions Consecutive versions, oldest first.
 * @param due Numbers of the versions that may be joined with the one before them.
 */
function runsOf(versions: readonly JoinableVersion[], due: ReadonlySet<number>, gapMs: number): number[][] {
  const runs: number[][] = [];
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1];
    if (before !== undefined && due.has(version.number) && isJoinable(before, version, gapMs)) {
      runs.at(-1)?.push(version.number);
    } else {
      runs.push([version.number]);
    }
  }
  return runs.filter(({ length }) => length > 1);
}

function isJoinable(before: JoinableVersion, after: JoinableVersion, gapMs: number): boolean {
  if (before.kind !== 'EDIT' || after.kind !== 'EDIT' || before.authorId !== after.authorId) return false;
  if (before.isSource || after.isSource) return false;
  const [from, to] = [before.createdAt.getTime(), after.createdAt.getTime()];
  return to - from <= gapMs && Math.floor(from / hourMs) === Math.floor(to / hourMs);
}
