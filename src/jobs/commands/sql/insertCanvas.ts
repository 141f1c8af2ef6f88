import { statement } from '../../../database/statement.ts';

export const insertCanvas = statement.count<{ id: string; ownerId: string; title: string }>(
  'INSERT INTO canvas (id, owner_id, title) VALUES (:id, :ownerId, :title)',
);
