import { proposeJob } from '../composer/dialog/proposeJob.ts';
import { copy, textBlob } from '../exporting/copy.ts';
import type { DashboardJobFragment } from '../generated/graphql.ts';
import { t } from '../language/dashboardTexts.ts';
import { announce } from '../ui/messages/notice.ts';
import { jobPath } from '../ui/paths.ts';

type RepeatedJob = Pick<
  DashboardJobFragment,
  'type' | 'instruction' | 'kind' | 'priority' | 'selection' | 'canvas'
>;

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

/** Opens the generation dialog with the instruction of a job, for changes to it. A change is proposed for its canvas again. */
export function runAgainWithChanges(job: RepeatedJob): void {
  const { type, instruction, kind, priority, selection } = job;
  const isChange = type === 'MODIFY_CANVAS' && job.canvas !== null;
  const canvas = isChange ? job.canvas : null;
  proposeJob({ instruction, kind, priority, canvas, selection: isChange ? selection : [] });
}
