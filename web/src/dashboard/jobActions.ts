import { openGenerationDialog } from '../composer/openGenerationDialog.ts';
import { writeDraft } from '../composer/storedDraft.ts';
import { copy, textBlob } from '../exporting/copy.ts';
import { t } from '../language/language.ts';
import { announce } from '../ui/notice.ts';
import { jobPath } from '../ui/paths.ts';

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

/** Opens the generation dialog with an instruction, for changes to it. */
export function editInstruction(text: string): void {
  writeDraft(localStorage, null, { text, submission: null });
  openGenerationDialog();
}
