import type { Sql } from '../../database/statement.ts';
import { canvasChangeChannel, jobCancelChannel, jobEventChannel } from './channels.ts';
import { notifyAfterCommit } from './notifyAfterCommit.ts';
import type { JobChange } from './sql/jobChange.ts';

/** Wakes the subscribers of a job, and of its owner's jobs, when the transaction is committed. */
export function notifyJobChange(tx: Sql, { jobId, ownerId, canvasId, lastSeq }: JobChange): void {
  notifyAfterCommit(tx, jobEventChannel, [jobId, ownerId, canvasId, lastSeq].join(' '));
}

/** Wakes the worker that runs a job, which is to be cancelled, when the transaction is committed. */
export function notifyCancel(tx: Sql, jobId: string): void {
  notifyAfterCommit(tx, jobCancelChannel, jobId);
}

/** Wakes the subscribers of a canvas when the transaction is committed. */
export function notifyCanvasChange(tx: Sql, canvasId: string): void {
  notifyAfterCommit(tx, canvasChangeChannel, canvasId);
}
