import type { User } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Creates a user, or updates name and role of the one with the subject. */
export const upsertUser = statement.row<
  Pick<User, 'id' | 'name' | 'role'>,
  Pick<User, 'id' | 'subject' | 'name' | 'role'>
>(`
  INSERT INTO app_user (id, subject, name, role) VALUES (:id, :subject, :name, :role)
  ON CONFLICT (subject) DO UPDATE SET name = excluded.name, role = excluded.role
  RETURNING id, name, role`);
