import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../controls/Dialog.tsx';
import type { JobDetailFragment } from '../generated/graphql.ts';
import { t } from '../language/language.ts';
import { announce } from '../ui/notice.ts';
import { canvasPath, jobsPath } from '../ui/paths.ts';
import { canvasTarget } from './canvasTarget.ts';
import { GenerationForm } from './GenerationForm.tsx';
import { closeGenerationDialog, isGenerationOpen, openGenerationDialog } from './openGenerationDialog.ts';
import { SentJobs } from './SentJobs.tsx';
import { moveDraft } from './storedDraft.ts';
import { TargetChoice, type TargetKind } from './TargetChoice.tsx';
import './composer.css';
import './generationDialog.css';

/** Describes what to draw, on a new canvas or on the one that is open. */
export function GenerationDialog({ isOpen }: { isOpen: boolean }) {
  const hasTarget = useSyncExternalStore(canvasTarget.subscribe, canvasTarget.get) !== null;
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
  const target = useSyncExternalStore(canvasTarget.subscribe, canvasTarget.get);
  const [chosen, setChosen] = useState<TargetKind>(() => preferredTarget(target?.selection.length ?? 0));
  const [createsAnother, setCreatesAnother] = useState(false);
  const [sent, setSent] = useState<readonly JobDetailFragment[]>([]);
  const finish = useFinish();
  useCloseOnOtherPage();
  const kind = target === null ? 'new' : chosen;
  const canvasId = kind === 'new' ? null : (target?.canvasId ?? null);

  function choose(next: TargetKind): void {
    const nextId = next === 'new' ? null : (target?.canvasId ?? null);
    if (nextId !== canvasId) moveDraft(localStorage, canvasId, nextId);
    setChosen(next);
  }

  function onCreated(job: JobDetailFragment): void {
    if (canvasId !== null) target?.onCreated(job);
    if (createsAnother) setSent([job, ...sent]);
    else finish(job, canvasId);
  }

  return (
    <>
      {target && <TargetChoice target={target} chosen={kind} onChoose={choose} />}
      <GenerationForm
        key={canvasId ?? 'new'}
        canvasId={canvasId}
        selection={kind === 'selection' ? (target?.selection ?? []) : []}
        createsAnother={createsAnother}
        onCreateAnother={setCreatesAnother}
        onCreated={onCreated}
        onProblem={announceIfClosed}
      />
      <SentJobs jobs={sent} />
    </>
  );
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
  return (job: JobDetailFragment, changed: string | null) => {
    const path = job.canvas ? canvasPath(job.canvas.id) : jobsPath;
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
