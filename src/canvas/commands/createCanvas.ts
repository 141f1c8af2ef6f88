import { createHash } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../database/transaction.ts';
import { IdempotencyConflictError, InputValidationError } from '../../errors.ts';
import { line } from '../../validation/line.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { readCanvasFile } from '../export/readCanvasFile.ts';
import { emptyChangeSet } from '../model/changes/changeSet.ts';
import { firstCharacters } from '../model/cutText.ts';
import { maxTitleLength } from '../model/limits.ts';
import { plainText } from '../model/plainText.ts';
import { commitVersion } from '../versions/commitVersion.ts';
import { checkTitle } from './renameCanvas.ts';
import { findCanvasByKey } from './sql/findCanvasByKey.ts';
import { insertNamedCanvas } from './sql/insertNamedCanvas.ts';

/** `json`: an exported canvas; null: an empty one. */
export type CreateCanvasRequest = {
  ownerId: string;
  title: string | null;
  json: string | null;
  idempotencyKey: string | null;
};

/** `replayed`: the idempotency key was used before with the same input, and this is the canvas of that request. */
export type CreatedCanvas = { canvasId: string; replayed: boolean };

const untitled = 'Untitled canvas';
const key = line('The key', 200).nullable();

/**
 * Creates a canvas, with the objects of an exported one as its first version.
 * @throws InputValidationError, IdempotencyConflictError
 */
export async function createCanvas(pool: pg.Pool, request: CreateCanvasRequest): Promise<CreatedCanvas> {
  const { ownerId, idempotencyKey } = request;
  checkKey(idempotencyKey);
  const title = request.title === null ? null : checkTitle(request.title);
  const { title: fileTitle, objects } =
    request.json === null ? { title: undefined, objects: [] } : readCanvasFile(request.json);
  const inputHash = idempotencyKey === null ? null : hashInput({ title, json: request.json });
  const canvasId = uuid();
  return inTransaction(pool, async (tx) => {
    const isInserted = await insertNamedCanvas(tx, {
      ...{ id: canvasId, ownerId, idempotencyKey, inputHash },
      title: title ?? titleOf(fileTitle),
      isNamed: title !== null,
    });
    if (!isInserted) {
      const earlier = await findCanvasByKey(tx, { ownerId, idempotencyKey });
      if (earlier.inputHash !== inputHash) throw new IdempotencyConflictError();
      return { canvasId: earlier.id, replayed: true };
    }
    await commitVersion(tx, {
      canvasId,
      author: { kind: 'COPY', userId: ownerId },
      changes: { ...emptyChangeSet, added: objects },
      rules: 'exact',
    });
    return { canvasId, replayed: false };
  });
}

function checkKey(idempotencyKey: string | null): void {
  const { error } = key.safeParse(idempotencyKey);
  if (error === undefined) return;
  throw new InputValidationError(problemsOf(error).map((found) => ({ ...found, path: ['idempotencyKey'] })));
}

function hashInput({ title, json }: Pick<CreateCanvasRequest, 'title' | 'json'>): string {
  return createHash('sha256')
    .update(JSON.stringify([title, json]))
    .digest('hex');
}

/** The title in a file may be of any length. */
function titleOf(text = ''): string {
  return firstCharacters(plainText(text.replaceAll('\n', ' ')), maxTitleLength) || untitled;
}
