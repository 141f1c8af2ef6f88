import type pg from 'pg';
import { joinVersions } from '../../src/canvas/versions/joinVersions.ts';
import type { Config } from '../../src/config.ts';
import { inTransaction, type Sql } from '../../src/database/connection.ts';
import type { VersionKind } from '../../src/database/generated/prisma/enums.ts';

/** Versions that one transaction examines. It locks their canvas. */
export const versionBatchSize = 50;

type Ages = Pick<Config, 'VERSION_JOIN_MINUTES' | 'VERSION_THIN_HOURS'>;

/** One of the two levels of joining; `canvas_version.compaction` stores the last level that examined a version. */
type Level = {
  level: 1 | 2;
  /** Younger versions are not joined, in minutes. */
  ageMinutes: number;
  /** Milliseconds between two edits of the same hour that are joined. */
  gapMs: number;
};

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
      const canvasId = await lockNextCanvas(tx, level);
      return canvasId === null ? null : joinOnCanvas(tx, canvasId, level, size);
    });
    if (joined !== null) return joined;
  }
  return null;
}

const isDue = `kind = 'EDIT' AND compaction = $1 - 1 AND version.created_at < now() - $2 * interval '1 minute'`;

/** Locks the canvas of the oldest version to examine. Every change of a canvas takes the same lock. */
async function lockNextCanvas(tx: Sql, { level, ageMinutes }: Level): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT canvas.id FROM canvas_version version JOIN canvas ON canvas.id = canvas_id
     WHERE ${isDue.replace('compaction', 'version.compaction')} AND compaction < 2
     ORDER BY version.created_at LIMIT 1 FOR NO KEY UPDATE OF canvas SKIP LOCKED`,
    [level, ageMinutes],
  );
  return rows[0]?.id ?? null;
}

/** The properties of a version that decide whether it is joined. */
export type JoinableVersion = {
  number: number;
  kind: VersionKind;
  authorId: string | null;
  createdAt: Date;
  /** Whether an undo or a restore refers to it. */
  isSource: boolean;
};

async function joinOnCanvas(tx: Sql, canvasId: string, level: Level, size: number): Promise<number> {
  const due = await tx.query<{ number: number }>(
    `SELECT number FROM canvas_version version WHERE canvas_id = $3 AND ${isDue} ORDER BY number LIMIT $4`,
    [level.level, level.ageMinutes, canvasId, size],
  );
  const numbers = due.rows.map(({ number }) => number);
  const { rows } = await tx.query<JoinableVersion>(
    `SELECT number, kind, author_id AS "authorId", created_at AS "createdAt",
            EXISTS (SELECT 1 FROM canvas_version later
                    WHERE later.canvas_id = $1 AND later.source_number = version.number) AS "isSource"
     FROM canvas_version version
     WHERE canvas_id = $1 AND number <= $3
       AND number >= COALESCE((SELECT previous_number FROM canvas_version WHERE canvas_id = $1 AND number = $2), $2)
     ORDER BY number`,
    [canvasId, numbers[0], numbers.at(-1)],
  );
  let joined = 0;
  for (const run of runsOf(rows, new Set(numbers), level.gapMs))
    joined += await joinVersions(tx, canvasId, run);
  await tx.query(
    'UPDATE canvas_version SET compaction = $3 WHERE canvas_id = $1 AND number = ANY($2::int[])',
    [canvasId, numbers, level.level],
  );
  return joined;
}

const hourMs = 3_600_000;

/**
 * Groups versions to be joined: each list of numbers becomes one version.
 * @param versions Consecutive versions, oldest first.
 * @param due Numbers of the versions that may be joined with the one before them.
 */
export function runsOf(
  versions: readonly JoinableVersion[],
  due: ReadonlySet<number>,
  gapMs: number,
): number[][] {
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
