import { navigate } from 'wouter/use-browser-location';
import { openGenerationDialog, requestedTarget } from '../composer/openGenerationDialog.ts';
import { writeDraft } from '../composer/storedDraft.ts';
import { copy, textBlob } from '../exporting/copy.ts';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { announce } from '../ui/notice.ts';
import { canvasPath, jobPath } from '../ui/paths.ts';

/** Copies the address of a job's page, and reports whether that worked. */
export async function copyJobLink(jobId: string): Promise<void> {
  const address = new URL(jobPath(jobId), location.origin).href;
  try {
    await copy('text/plain', Promise.resolve(textBlob(address)));
    announce({ text: t('dashboard.action.linkCopied') });
  } catch (cause) {
    announce({ text: cause instanceof Error ? cause.message : String(cause), isFailure: true });
  }
}

type Repeated = Pick<DashboardJobFragment, 'type' | 'instruction' | 'selection' | 'canvas'>;

/**
 * Opens the generation dialog with the instruction of a job, for changes to it. It is for the same objects of the same
 * canvas, or for another new canvas.
 */
export function runAgainWithChanges({ type, instruction, selection, canvas }: Repeated): void {
  const canvasId = type === 'MODIFY_CANVAS' && canvas ? canvas.id : null;
  writeDraft(localStorage, canvasId, { text: instruction, submission: null });
  if (canvasId !== null) requestedTarget.set({ canvasId, selection, onCreated: announceChange });
  openGenerationDialog();
}

function announceChange({ canvas }: Pick<DashboardJobFragment, 'canvas'>): void {
  const action = canvas && {
    label: t('dashboard.action.openCanvas'),
    run: () => navigate(canvasPath(canvas.id)),
  };
  announce({ text: t('dashboard.action.changeQueued'), ...(action && { action }) });
}
