import type pg from 'pg';
import { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { InputValidationError } from '../../errors.ts';
import { notifyCanvasChange } from '../../events/listener/notifyChanges.ts';
import { problem, problemsOf } from '../../validation/problemsOf.ts';
import { isLongerThan } from '../model/cutText.ts';
import { maxTitleLength } from '../model/limits.ts';
import { plainText } from '../model/plainText.ts';
import { lockOwnCanvas } from '../versions/lockCanvas.ts';
import { updateTitle } from './sql/updateTitle.ts';

const title = z
  .string()
  .transform((text) => plainText(text.replaceAll('\n', ' ')))
  .refine((text) => text !== '', problem('EMPTY', 'The title is empty.'))
  .refine(
    (text) => !isLongerThan(text, maxTitleLength),
    problem('TOO_LONG', `The title has more than ${maxTitleLength} characters.`),
  );

/**
 * Renames a canvas. Jobs don't change its title any more.
 * @throws InputValidationError, NotFoundError, CanvasConflictError
 */
export async function renameCanvas(
  pool: pg.Pool,
  request: { canvasId: string; ownerId: string; title: string },
): Promise<void> {
  const checked = checkTitle(request.title);
  await inTransaction(pool, async (tx) => {
    const canvas = await lockOwnCanvas(tx, request.canvasId, request.ownerId);
    await updateTitle(tx, { canvasId: canvas.id, title: checked });
    notifyCanvasChange(tx, canvas.id);
  });
}

/** Validates a title: one line of plain text. @throws InputValidationError */
export function checkTitle(text: string): string {
  const result = title.safeParse(text);
  if (result.success) return result.data;
  throw new InputValidationError(problemsOf(result.error).map((found) => ({ ...found, path: ['title'] })));
}
