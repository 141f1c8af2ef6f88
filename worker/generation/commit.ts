import type pg from 'pg';
import type { CanvasChanges } from '../../src/canvas/changes.ts';
import { commitVersion } from '../../src/canvas/commitVersion.ts';
import type { CanvasObject } from '../../src/canvas/object.ts';
import { inTransaction } from '../../src/database/connection.ts';
import { patiently } from '../../src/database/patiently.ts';
import { type AttemptUsage, completeAttempt } from '../../src/jobs/endAttempt.ts';
import type { JobRow } from '../../src/jobs/job.ts';
import { refit } from '../layout/refit.ts';
import type { PlannerUsage } from '../planners/planner.ts';
import type { Attempt } from './attempt.ts';
import { place } from './place.ts';
import { usageCost } from './usageCost.ts';

/** What a plan comes to on the canvas. */
export async function changesOf({ draft, existing }: Attempt): Promise<CanvasChanges> {
  const added = await place(draft, existing);
  const updated = existing.flatMap((object) => {
    const update = draft.updates.get(object.id);
    return update === undefined || draft.deletions.has(object.id) ? [] : [updatedObject(object, update)];
  });
  return { added, updated, deleted: [...draft.deletions] };
}

function updatedObject(
  object: CanvasObject,
  update: { text: string | null; color: CanvasObject['color'] | null },
): CanvasObject {
  const color = update.color ?? object.color;
  if (update.text === null) return { ...object, color };
  if (object.kind === 'FRAME') return { ...object, color, title: update.text };
  if (object.kind === 'SHAPE') return refit({ ...object, color, text: update.text });
  const labelAt = object.labelAt ?? middleOf(object.points);
  return update.text === ''
    ? { ...object, color, label: null, labelAt: null }
    : { ...object, color, label: update.text, labelAt };
}

function middleOf(points: readonly { x: number; y: number }[]) {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const before = points[Math.floor(points.length / 2) - 1] ?? middle;
  return { x: (before.x + middle.x) / 2, y: (before.y + middle.y) / 2 };
}

/** Objects that the changes leave on the canvas as the job's work. */
export const sizeOf = ({ added, updated }: CanvasChanges): number => added.length + updated.length;

/**
 * Puts the result on the canvas and completes the job, in one transaction.
 * @returns False when the attempt is not the current one any more, or its job was cancelled: nothing is written.
 */
export async function commit(attempt: Attempt, changes: CanvasChanges, warnings: string[]): Promise<boolean> {
  const { engine, job } = attempt;
  const result = { objectCount: sizeOf(changes), warnings, usage: usageOf(attempt) };
  return patiently(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) =>
      completeAttempt(tx, { jobId: job.id, number: job.attempt }, result, () =>
        commitChanges(tx, job, attempt.draft.header.title, changes),
      ),
    ),
  );
}

export function commitChanges(
  tx: pg.PoolClient,
  job: JobRow,
  title: string,
  changes: CanvasChanges,
): Promise<number> {
  return commitVersion(tx, { canvasId: job.canvas_id, jobId: job.id, title, changes });
}

/** What the attempt has used, with its price. */
export function usageOf({
  usage,
  engine,
}: {
  usage: PlannerUsage | null;
  engine: Attempt['engine'];
}): AttemptUsage {
  if (usage === null) return null;
  return { ...usage, costUsd: usageCost(usage, engine.config.openai?.prices) };
}
