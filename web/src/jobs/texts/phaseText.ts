import type { JobPhase, JobType } from '../../generated/graphql.ts';
import { t } from '../../language/language.ts';
import { isRunningPhase } from '../state/status.ts';

/** Whether a running job draws an imported file: it has no planner then. */
export function isImport({ type }: { type: JobType }, planner: string | null): boolean {
  return planner === null && type !== 'TIDY_CANVAS';
}

/** What a running job is doing, for display; empty for a phase in which none runs. */
export function phaseText(phase: JobPhase, isOfImport: boolean): string {
  if (phase === 'PLANNING' && isOfImport) return t('jobs.phase.readingFile');
  return isRunningPhase(phase) ? t(`jobs.phase.${phase}`) : '';
}
