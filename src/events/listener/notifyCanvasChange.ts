import type { Sql } from '../../database/connection.ts';
import { canvasChangeChannel } from './channels.ts';
import { notify } from './sql/notify.ts';

/** Wakes the subscribers of a canvas when the transaction is committed. */
export async function notifyCanvasChange(tx: Sql, canvasId: string): Promise<void> {
  await notify(tx, { channel: canvasChangeChannel, payload: canvasId });
}
