import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../../controls/Dialog.tsx';
import { asNewCanvas } from '../../creating/newCanvas.ts';
import { pendingSubmissions } from '../../creating/pendingSubmissions.ts';
import type { JobDetailFragment } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { deviceStorage } from '../../storage/deviceStorage.ts';
import { ErrorNote } from '../../ui/messages/ErrorNote.tsx';
import { announce } from '../../ui/messages/notice.ts';
import { canvasPath, homePath, jobsPath } from '../../ui/paths.ts';
import { appendToDraft, moveDraft, readDraft } from '../draft/storedDraft.ts';
import { canvasTarget } from './canvasTarget.ts';
import { type DialogTarget, useDialogTarget } from './dialogTarget.ts';
import { GenerationForm } from './GenerationForm.tsx';
import { type ImportedFile, ImportForm } from './ImportForm.tsx';
import type { Proposal } from './openGenerationDialog.ts';
import {
  closeGenerationDialog,
  isGenerationOpen,
  openGenerationDialog,
  proposal,
} from './openGenerationDialog.ts';
import { reopenProposal } from './proposeJob.ts';
import { SentJobs } from './SentJobs.tsx';
import { TargetChoice, type TargetKind } from './TargetChoice.tsx';
import { useOfferedFiles } from './useOfferedFiles.ts';
import '../draft/composer.css';
import './generationDialog.css';

/** Describes what to draw, on a new canvas or on one that exists. */
export function GenerationDialog({ isOpen }: { isOpen: boolean }) {
  const proposed = useSyncExternalStore(proposal.subscribe, proposal.get);
  const target = useDialogTarget(proposed);
  return (
    <Dialog
      title={target ? t('composer.dialog.titleOnCanvas') : t('composer.dialog.title')}
      isOpen={isOpen}
      onClose={closeUnsent}
    >
      {/* A proposal takes the place of what an open dialog shows. */}
      <DialogContent key={proposed?.number ?? 'own'} proposed={proposed} target={target} />
    </Dialog>
  );
}

type ContentProps = { proposed: Proposal | null; target: DialogTarget | null };

/** What the dialog holds while it is open. */
function DialogContent({ proposed, target }: ContentProps) {
  const drafts = proposed?.drafts ?? deviceStorage;
  const [chosen, setChosen] = useState<TargetKind>(() => preferredTarget(proposed, target));
  const [createsAnother, setCreatesAnother] = useState(false);
  const [sent, setSent] = useState<readonly JobDetailFragment[]>([]);
  const finish = useFinish();
  useCloseOnOtherPage();
  const kind = target === null ? 'new' : chosen;
  const canvasId = kind === 'new' ? null : (target?.canvasId ?? null);
  const offered = useOfferedFiles((text) => appendToDraft(drafts, canvasId, text));
  const isImport = offered.files.length > 0;

  function choose(next: TargetKind): void {
    const nextId = next === 'new' ? null : (target?.canvasId ?? null);
    if (nextId !== canvasId) moveDraft(drafts, canvasId, nextId);
    setChosen(next);
  }

  function onCreated(...jobs: readonly JobDetailFragment[]): void {
    if (canvasId !== null) for (const job of jobs) target?.onCreated(job);
    if (createsAnother) setSent([...jobs, ...sent]);
  }

  function onSent(job: JobDetailFragment): void {
    onCreated(job);
    if (!createsAnother) finish(job.canvas && canvasPath(job.canvas.id), canvasId);
  }

  /** One file opens its canvas, several new canvases the list of them. */
  function onImported(imported: readonly ImportedFile[], isAll: boolean): void {
    offered.remove(imported.map(({ file }) => file));
    const jobs = imported.flatMap(({ made }) => ('job' in made ? made.job : []));
    onCreated(...jobs);
    if (!isAll || (createsAnother && jobs.length > 0)) return;
    const ids = imported.map(({ made }) => ('job' in made ? made.job.canvas?.id : made.canvasId));
    const [first] = ids;
    const isOne = new Set(ids).size === 1 && first !== undefined;
    finish(isOne ? canvasPath(first) : homePath, jobs.length === imported.length ? canvasId : null);
  }

  return (
    <>
      {target && (!isImport || offered.files.some(({ kind }) => kind === 'diagram')) && (
        <TargetChoice target={target} chosen={kind} isImport={isImport} onChoose={choose} />
      )}
      {offered.problems.map((problem) => (
        <ErrorNote key={problem} text={problem} />
      ))}
      {isImport ? (
        <ImportForm
          key={offered.batch}
          files={offered.files}
          drafts={drafts}
          canvasId={canvasId}
          onRemove={(file) => offered.remove([file])}
          onImported={onImported}
          onProblem={(problem) => isGenerationOpen.get() || announce({ text: problem })}
        />
      ) : (
        <GenerationForm
          key={canvasId ?? 'new'}
          proposal={proposed}
          canvasId={canvasId}
          selection={kind === 'selection' ? (target?.selection ?? []) : []}
          createsAnother={createsAnother}
          onCreateAnother={setCreatesAnother}
          onCreated={onSent}
          onProblem={(problem) => announceIfClosed(problem, proposed)}
        />
      )}
      <SentJobs jobs={sent} />
    </>
  );
}

/** A change of the open canvas is the usual wish; a proposal names what it is for. */
function preferredTarget(proposed: Proposal | null, target: DialogTarget | null): TargetKind {
  if (proposed && proposed.canvas === null) return 'new';
  return target !== null && target.selection.length > 0 ? 'selection' : 'canvas';
}

/** The links to jobs, and the back button of the browser, leave the page that the dialog covers. */
function useCloseOnOtherPage(): void {
  const [path] = useLocation();
  const [openedAt] = useState(path);
  useEffect(() => {
    if (path !== openedAt && isGenerationOpen.get()) closeUnsent();
  }, [path, openedAt]);
}

/** Closes the dialog and opens the new canvas. A person who has closed it meanwhile stays where they are. */
function useFinish() {
  const [, navigate] = useLocation();
  return (path: string | null, changed: string | null) => {
    // The open canvas shows the job.
    const isShown = changed !== null && changed === canvasTarget.get()?.canvasId;
    const pathOrJobs = path ?? jobsPath;
    const open = () => navigate(pathOrJobs);
    const isNew = changed === null;
    const wasOpen = isGenerationOpen.get();
    if (wasOpen) closeGenerationDialog();
    if (wasOpen && isNew) return navigate(asNewCanvas(pathOrJobs));
    const text = t(isNew ? 'composer.dialog.queued' : 'composer.dialog.changeQueued');
    if (!isShown) announce({ text, action: { label: t('composer.dialog.open'), run: open } });
  };
}

/** The open dialog shows the problem itself. */
function announceIfClosed(problem: string, proposed: Proposal | null): void {
  if (isGenerationOpen.get()) return;
  const run = () => (proposed ? reopenProposal(proposed) : openGenerationDialog());
  announce({ text: problem, action: { label: t('composer.dialog.edit'), run } });
}

/** Drafts are kept; a proposal that was changed can be returned to. */
function closeUnsent(): void {
  closeGenerationDialog();
  const left = proposal.get();
  if (left === null || !hasUnsentChange(left)) return;
  const action = { label: t('composer.dialog.edit'), run: () => reopenProposal(left) };
  announce({ text: t('composer.dialog.notSent'), action });
}

/** Whether the text of a proposal was changed, and is not on its way. */
function hasUnsentChange({ drafts, canvas, instruction }: Proposal): boolean {
  const pending = new Set(pendingSubmissions.get().map(({ key }) => key));
  const canvasIds = [null, canvas?.id ?? null, canvasTarget.get()?.canvasId ?? null];
  return canvasIds.some((id) => {
    const { text, submission } = readDraft(drafts, id);
    const isOnItsWay = submission !== null && pending.has(submission.key);
    return text.trim() !== '' && text !== instruction && !isOnItsWay;
  });
}
