import type { CanvasVersion } from '../../../src/database/generated/prisma/client.ts';
import { statement } from '../../../src/database/statement.ts';

/** The part of a version that decides what it is joined with. `isSource`: whether an undo or a restore names it. */
export type JoinableVersion = Pick<CanvasVersion, 'number' | 'kind' | 'authorId' | 'createdAt'> & {
  isSource: boolean;
};

/** The versions from the one before `first` to `last`. */
export const readJoinableVersions = statement.rows<
  JoinableVersion,
  { canvasId: string; first: number | undefined; last: number | undefined }
>(`
  SELECT number, kind, author_id, created_at,
         EXISTS (SELECT 1 FROM canvas_version later
                 WHERE later.canvas_id = :canvasId AND later.source_number = version.number) AS is_source
  FROM canvas_version version
  WHERE canvas_id = :canvasId AND number <= :last
    AND number >= COALESCE(
      (SELECT previous_number FROM canvas_version WHERE canvas_id = :canvasId AND number = :first), :first)
  ORDER BY number`);
