import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { v4 as uuid } from 'uuid';
import { doc } from '../api/document.ts';
import { type Refusal, refusalText } from '../api/errors/refusalText.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import { showPending } from '../creating/pendingSubmissions.ts';
import { newCanvasRequest } from '../creating/submission.ts';
import {
  CreateCanvasDocument,
  ImportDiagramDocument,
  type ImportDiagramMutation,
  type JobDetailFragment,
} from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import type { Importable } from './readFile.ts';

/** What an import has made: a job that draws, or a canvas. */
export type Imported = { job: JobDetailFragment } | { canvasId: string };

export type Import = {
  /** Imports a file to a canvas; null: to a new one. Null: the former request is not answered yet. */
  send(file: Importable, canvasId: string | null): Promise<Imported | { problem: string } | null>;
  isBusy: boolean;
  problem: string | null;
};

const baseKeys = new WeakMap<Importable, string>();

function keyOf(file: Importable, canvasId: string | null): string {
  const base = baseKeys.get(file) ?? uuid();
  baseKeys.set(file, base);
  return `${base}:${canvasId ?? 'new'}`;
}

/** Imports files, one after the other. A request that may have arrived is sent again under its idempotency key. */
export function useImport(): Import {
  const [{ fetching: isImporting }, importDiagram] = useMutation(doc(ImportDiagramDocument));
  const [{ fetching: isCreating }, createCanvas] = useMutation(doc(CreateCanvasDocument));
  const [problem, setProblem] = useState<string | null>(null);

  async function request(file: Importable, canvasId: string | null): Promise<Imported | string> {
    const key = keyOf(file, canvasId);
    if (file.kind === 'canvas') {
      const { data, error } = await createCanvas({ input: { json: file.json, idempotencyKey: key } });
      const outcome = data?.createCanvas;
      if (outcome?.__typename === 'CreateCanvasSuccess') return { canvasId: outcome.canvas.id };
      return reasonOf(outcome, error);
    }
    const instruction = t('importing.pending', { name: file.name });
    const pending = { ...newCanvasRequest, canvasId, instruction, key };
    const input = { source: file.source, fileName: file.name, canvasId, idempotencyKey: key };
    const { data, error } = await showPending(pending, () => importDiagram({ input }), jobIn);
    const outcome = data?.importDiagram;
    return outcome?.__typename === 'ImportDiagramSuccess' ? { job: outcome.job } : reasonOf(outcome, error);
  }

  async function send(file: Importable, canvasId: string | null) {
    if (isImporting || isCreating) return null;
    setProblem(null);
    const result = await request(file, canvasId);
    if (typeof result !== 'string') return result;
    setProblem(result);
    return { problem: result };
  }

  return { send, isBusy: isImporting || isCreating, problem };
}

function jobIn({ data }: { data?: ImportDiagramMutation }): JobDetailFragment | null {
  const outcome = data?.importDiagram;
  return outcome?.__typename === 'ImportDiagramSuccess' ? outcome.job : null;
}

function reasonOf(refusal: Refusal | null | undefined, error: CombinedError | undefined): string {
  if (!refusal) return error ? requestFailure(error) : t('importing.problem.failed');
  return refusalText(refusal);
}
