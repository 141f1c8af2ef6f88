import { statement } from '../../../database/statement.ts';

/** The stored part of a change set that is needed to revert it. */
export type ReverseChange = {
  number: number;
  added: string[] | null;
  before: UncheckedObject[] | null;
  deleted: UncheckedObject[];
  creators: Record<string, string> | null;
};

/** A stored object that has not been parsed yet. */
export type UncheckedObject = { id: string };

/** The versions with numbers between the two, newest first. */
export const readReverseChanges = statement.rows<
  ReverseChange,
  { canvasId: string; above: number; below: number; limit: number }
>(`
  SELECT number, jsonb_path_query_array(diff, '$.added[*].id') AS added,
         jsonb_path_query_array(diff, '$.updated[*].before') AS before, diff -> 'deleted' AS deleted,
         diff -> 'creators' AS creators
  FROM canvas_version
  WHERE canvas_id = :canvasId AND number > :above AND number < :below ORDER BY number DESC LIMIT :limit`);
