import { statement } from '../../../database/statement.ts';

export const updateTitle = statement.count<{ canvasId: string; title: string }>(
  'UPDATE canvas SET title = :title, renamed_at = now() WHERE id = :canvasId',
);
