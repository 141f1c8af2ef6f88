import type { User } from '../../../database/generated/prisma/client.ts';
import { statement } from '../../../database/statement.ts';

/** Finds a user whose name and role are as given. */
export const findUser = statement.optionalRow<
  Pick<User, 'id' | 'name' | 'role'>,
  Pick<User, 'subject' | 'name' | 'role'>
>('SELECT id, name, role FROM app_user WHERE subject = :subject AND name = :name AND role = :role');
