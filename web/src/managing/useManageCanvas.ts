import { useClient } from 'urql';
import { useLocation } from 'wouter';
import { doc } from '../api/document.ts';
import { refusalText } from '../api/errors/refusalText.ts';
import { requestFailure } from '../api/errors/requestFailure.ts';
import {
  DeleteCanvasDocument,
  DuplicateCanvasDocument,
  RenameCanvasDocument,
  RestoreCanvasDocument,
} from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { announce } from '../ui/messages/notice.ts';
import { canvasPath, homePath } from '../ui/paths.ts';

export type NamedCanvas = { id: string; title: string };

/** Actions on a whole canvas. Each announces its result. */
export type ManageCanvas = {
  /** Returns why the title was rejected; null if it was accepted. */
  rename(canvas: NamedCanvas, title: string): Promise<string | null>;
  duplicate(canvas: NamedCanvas): Promise<void>;
  /** `leaves`: navigates to the start page, from the page of the canvas. */
  remove(canvas: NamedCanvas, options: { leaves: boolean }): Promise<void>;
  restore(canvas: NamedCanvas, options: { opens: boolean }): Promise<void>;
};

export function useManageCanvas(): ManageCanvas {
  const client = useClient();
  const [, navigate] = useLocation();

  async function rename({ id }: NamedCanvas, title: string): Promise<string | null> {
    const input = { canvasId: id, title };
    const { data, error } = await client.mutation(doc(RenameCanvasDocument), { input }).toPromise();
    const result = data?.renameCanvas;
    if (!result) return error ? requestFailure(error) : null;
    if (result.__typename === 'RenameCanvasSuccess') return null;
    return refusalText(result);
  }

  async function duplicate({ id }: NamedCanvas): Promise<void> {
    const input = { canvasId: id };
    const { data, error } = await client.mutation(doc(DuplicateCanvasDocument), { input }).toPromise();
    const result = data?.duplicateCanvas;
    if (!result) return announceFailure(error);
    if (result.__typename !== 'DuplicateCanvasSuccess') return announce({ text: refusalText(result) });
    navigate(canvasPath(result.canvas.id));
    announce({ text: t('managing.created', { title: result.canvas.title }) });
  }

  async function remove(canvas: NamedCanvas, { leaves }: { leaves: boolean }): Promise<void> {
    const input = { canvasId: canvas.id };
    const { data, error } = await client.mutation(doc(DeleteCanvasDocument), { input }).toPromise();
    const result = data?.deleteCanvas;
    if (!result) return announceFailure(error);
    if (result.__typename !== 'DeleteCanvasSuccess') return announce({ text: refusalText(result) });
    if (leaves) navigate(homePath);
    const run = () => void restore(canvas, { opens: leaves });
    announce({
      text: t('managing.removed', { title: canvas.title }),
      action: { label: t('managing.undo'), run },
    });
  }

  async function restore(canvas: NamedCanvas, { opens }: { opens: boolean }): Promise<void> {
    const input = { canvasId: canvas.id };
    const { data, error } = await client.mutation(doc(RestoreCanvasDocument), { input }).toPromise();
    const result = data?.restoreCanvas;
    if (!result) return announceFailure(error);
    if (result.__typename !== 'RestoreCanvasSuccess') return announce({ text: refusalText(result) });
    if (opens) navigate(canvasPath(canvas.id));
    announce({ text: t('managing.restored', { title: canvas.title }) });
  }

  return { rename, duplicate, remove, restore };
}

function announceFailure(error: Parameters<typeof requestFailure>[0] | undefined): void {
  announce({ text: error ? requestFailure(error) : t('managing.failed') });
}
