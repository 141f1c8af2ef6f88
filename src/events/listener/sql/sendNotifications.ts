import { statement } from '../../../database/statement.ts';

/**
 * Sends notifications, as many as the lists are long. Notifying commits wait for each other, so this one does not wait
 * for the disk: it writes nothing that has to last.
 */
export const sendNotifications = statement.count<{ channels: string[]; payloads: string[] }>(`
  SELECT pg_notify(channel, payload), set_config('synchronous_commit', 'off', true)
  FROM unnest(:channels::text[], :payloads::text[]) AS notification (channel, payload)`);
