import { statement } from '../../../database/statement.ts';

/**
 * Frames and shapes that versions after one have added or moved, and whether an edit has placed them: whether the newest
 * of these versions is an edit.
 */
export const findPlacedObjects = statement.rows<
  { id: string; isPlaced: boolean },
  { canvasId: string; after: number }
>(`
  SELECT id, kind = 'EDIT' AS "isPlaced" FROM (
    SELECT DISTINCT ON (placed.id) placed.id, version.kind
    FROM canvas_version AS version
    CROSS JOIN LATERAL (
      SELECT added->>'id' AS id FROM jsonb_array_elements(version.diff->'added') AS added
      WHERE added->>'kind' <> 'CONNECTOR'
      UNION ALL
      SELECT updated->'after'->>'id' FROM jsonb_array_elements(version.diff->'updated') AS updated
      WHERE updated->'before'->'x' <> updated->'after'->'x' OR updated->'before'->'y' <> updated->'after'->'y'
    ) AS placed
    WHERE version.canvas_id = :canvasId AND version.number > :after
    ORDER BY placed.id, version.number DESC
  ) AS newest`);
