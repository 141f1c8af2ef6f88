import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../controls/Dialog.tsx';
import type { JobDetailFragment } from '../generated/graphql.ts';
import type { Imported } from '../importing/useImport.ts';
import { t } from '../language/language.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { announce } from '../ui/notice.ts';
import { canvasPath, jobsPath } from '../ui/paths.ts';
import { type CanvasTarget, canvasTarget } from './canvasTarget.ts';
import { GenerationForm } from './GenerationForm.tsx';
import { ImportForm } from './ImportForm.tsx';
import {
  closeGenerationDialog,
  isGenerationOpen,
  openGenerationDialog,
  requestedTarget,
} from './openGenerationDialog.ts';
import { SentJobs } from './SentJobs.tsx';
import { appendToDraft, moveDraft } from './storedDraft.ts';
import { TargetChoice, type TargetKind } from './TargetChoice.tsx';
import { useOfferedFile } from './useOfferedFile.ts';
import './composer.css';
import './generationDialog.css';

/** Describes what to draw, on a new canvas or on the one that is open. */
export function GenerationDialog({ isOpen }: { isOpen: boolean }) {
  const hasTarget = useTarget() !== null;
  return (
    <Dialog
      title={hasTarget ? t('composer.dialog.titleOnCanvas') : t('composer.dialog.title')}
      isOpen={isOpen}
      onClose={closeGenerationDialog}
    >
      <DialogContent />
    </Dialog>
  );
}

/** What the dialog holds while it is open. */
function DialogContent() {
  const target = useTarget();
  const [chosen, setChosen] = useState<TargetKind>(() => preferredTarget(target?.selection.length ?? 0));
  const [createsAnother, setCreatesAnother] = useState(false);
  const [sent, setSent] = useState<readonly JobDetailFragment[]>([]);
  const finish = useFinish();
  useCloseOnOtherPage();
  const kind = target === null ? 'new' : chosen;
  const canvasId = kind === 'new' ? null : (target?.canvasId ?? null);
  const offered = useOfferedFile((text) => appendToDraft(localStorage, canvasId, text));

  function choose(next: TargetKind): void {
    const nextId = next === 'new' ? null : (target?.canvasId ?? null);
    if (nextId !== canvasId) moveDraft(localStorage, canvasId, nextId);
    setChosen(next);
  }

  function onCreated(job: JobDetailFragment): void {
    if (canvasId !== null) target?.onCreated(job);
    if (createsAnother) setSent([job, ...sent]);
    else finish(job.canvas && canvasPath(job.canvas.id), canvasId);
  }

  function onImported(imported: Imported): void {
    offered.remove();
    if ('job' in imported) onCreated(imported.job);
    else finish(canvasPath(imported.canvasId), null);
  }

  return (
    <>
      {target && offered.file?.kind !== 'canvas' && (
        <TargetChoice target={target} chosen={kind} isImport={offered.file !== null} onChoose={choose} />
      )}
      <ErrorNote text={offered.problem} />
      {offered.file ? (
        <ImportForm
          key={offered.file.name}
          file={offered.file}
          canvasId={offered.file.kind === 'canvas' ? null : canvasId}
          onRemove={offered.remove}
          onImported={onImported}
          onProblem={(problem) => isGenerationOpen.get() || announce({ text: problem })}
        />
      ) : (
        <GenerationForm
          key={canvasId ?? 'new'}
          canvasId={canvasId}
          selection={kind === 'selection' ? (target?.selection ?? []) : []}
          createsAnother={createsAnother}
          onCreateAnother={setCreatesAnother}
          onCreated={onCreated}
          onProblem={announceIfClosed}
        />
      )}
      <SentJobs jobs={sent} />
    </>
  );
}

/** The canvas that can be changed; null: the dialog only makes new ones. */
function useTarget(): CanvasTarget | null {
  const open = useSyncExternalStore(canvasTarget.subscribe, canvasTarget.get);
  const requested = useSyncExternalStore(requestedTarget.subscribe, requestedTarget.get);
  return open ?? requested;
}

const preferredTarget = (selected: number): TargetKind => (selected > 0 ? 'selection' : 'canvas');

/** The links to jobs, and the back button of the browser, leave the page that the dialog covers. */
function useCloseOnOtherPage(): void {
  const [path] = useLocation();
  const [openedAt] = useState(path);
  useEffect(() => {
    if (path !== openedAt) closeGenerationDialog();
  }, [path, openedAt]);
}

/** Closes the dialog and opens the new canvas. A person who has closed it meanwhile stays where they are. */
function useFinish() {
  const [, navigate] = useLocation();
  return (made: string | null, changed: string | null) => {
    const path = made ?? jobsPath;
    if (isGenerationOpen.get()) {
      closeGenerationDialog();
      if (changed === null) navigate(path);
    } else if (changed === null) {
      const action = { label: t('composer.dialog.open'), run: () => navigate(path) };
      announce({ text: t('composer.dialog.queued'), action });
    }
  };
}

/** The open dialog shows the problem itself. */
function announceIfClosed(problem: string): void {
  if (isGenerationOpen.get()) return;
  announce({ text: problem, action: { label: t('composer.dialog.edit'), run: openGenerationDialog } });
}
