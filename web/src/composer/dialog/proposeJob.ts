import type { JobOptions } from '../../creating/submission.ts';
import { type DraftStore, writeDraft } from '../draft/storedDraft.ts';
import { isGenerationOpen, type Proposal, type ProposedJob, proposal } from './openGenerationDialog.ts';

let count = 0;

/** Opens the dialog with the instruction of a job, to be changed and sent as another job. */
export function proposeJob({ priority, ...job }: ProposedJob): void {
  const drafts = createMemoryStore();
  writeDraft(drafts, job.canvas?.id ?? null, { text: job.instruction, submission: null });
  count += 1;
  reopenProposal({ ...job, priority: offeredPriority(priority), number: count, drafts });
}

/** Opens the dialog with a proposal and its text as it was left. */
export function reopenProposal(left: Proposal): void {
  proposal.set(left);
  isGenerationOpen.set(true);
}

/** Operators alone can give the highest one. */
const offeredPriority = (priority: JobOptions['priority']) => (priority === 'URGENT' ? 'HIGH' : priority);

/** Keeps drafts apart from those of this browser, until the page is closed. */
function createMemoryStore(): DraftStore {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}
