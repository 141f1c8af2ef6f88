import { statement } from '../../../database/statement.ts';

/**
 * Moves the user's time ahead by the share of these mutations, unless that is more than a minute. No row: refused.
 * `bookedMs`: how far it is ahead then.
 */
export const takeMutations = statement.optionalRow<
  { bookedMs: number },
  { userId: string; shareMs: number }
>(`
  INSERT INTO mutation_rate AS rate (user_id, booked_until)
  VALUES (:userId, now() + :shareMs * interval '1 millisecond')
  ON CONFLICT (user_id) DO UPDATE
  SET booked_until = greatest(rate.booked_until, now()) + :shareMs * interval '1 millisecond'
  WHERE greatest(rate.booked_until, now()) + :shareMs * interval '1 millisecond' <= now() + interval '1 minute'
  RETURNING (extract(epoch FROM booked_until - now()) * 1000)::float8 AS booked_ms`);
