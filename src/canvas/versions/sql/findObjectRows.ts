import { statement } from '../../../database/statement.ts';
import { type ObjectRow, objectColumns } from './objectRow.ts';

/** Objects by their ids. `ownerId`: whose canvas they have to be on; null: anyone's. */
export const findObjectRows = statement.rows<ObjectRow, { ids: readonly string[]; ownerId: string | null }>(`
  SELECT ${objectColumns} FROM canvas_object object
  WHERE id = ANY(:ids::uuid[]) AND (:ownerId::uuid IS NULL OR EXISTS (
    SELECT 1 FROM canvas WHERE canvas.id = canvas_id AND owner_id = :ownerId))`);
