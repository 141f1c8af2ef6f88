import { statement } from '../../../database/statement.ts';

/** How far the user's time is ahead, in milliseconds. */
export const readMutationRate = statement.optionalRow<{ bookedMs: number }, { userId: string }>(`
  SELECT (extract(epoch FROM greatest(booked_until, now()) - now()) * 1000)::float8 AS booked_ms
  FROM mutation_rate WHERE user_id = :userId`);
