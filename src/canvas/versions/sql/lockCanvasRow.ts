import type { Canvas } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Locks a canvas against other changes. `ownerId`: whose it has to be; null: anyone's. */
export const lockCanvasRow = statement.optionalRow<
  Pick<Canvas, 'title' | 'version' | 'deletedAt'>,
  { canvasId: string; ownerId: string | null }
>(`
  SELECT title, version, deleted_at FROM canvas
  WHERE id = :canvasId AND (:ownerId::uuid IS NULL OR owner_id = :ownerId) FOR NO KEY UPDATE`);
