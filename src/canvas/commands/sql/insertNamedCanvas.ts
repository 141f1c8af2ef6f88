import type { Canvas } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** `isNamed`: the owner has chosen the title, so jobs don't change it. */
export const insertNamedCanvas = statement.count<
  Pick<Canvas, 'id' | 'ownerId' | 'title'> & { isNamed: boolean }
>(`
  INSERT INTO canvas (id, owner_id, title, renamed_at)
  VALUES (:id, :ownerId, :title, CASE WHEN :isNamed THEN now() END)`);
