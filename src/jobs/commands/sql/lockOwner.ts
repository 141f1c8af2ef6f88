import { statement } from '../../../database/statement.ts';

/** Locks a user: quota and idempotency hold exactly, also among concurrent requests. */
export const lockOwner = statement.count<{ ownerId: string }>(
  'SELECT 1 FROM app_user WHERE id = :ownerId FOR NO KEY UPDATE',
);
