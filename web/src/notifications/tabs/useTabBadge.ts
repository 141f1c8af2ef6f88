import { useEffect } from 'react';
import type { RunningJobFragment } from '../../generated/graphql.ts';
import { formatProgress } from '../../language/formats.ts';
import { setTitleBadge } from '../../ui/useTitle.ts';
import { showProgressIcon } from './progressIcon.ts';

/** Shows the progress of running jobs in the tab's title and icon, or else how many have ended unseen. */
export function useTabBadge(running: readonly RunningJobFragment[], unseen: number): void {
  const progress = meanProgress(running);
  const badge = badgeOf(progress, unseen);
  useEffect(() => setTitleBadge(badge), [badge]);
  useEffect(() => showProgressIcon(progress), [progress]);
  useEffect(
    () => () => {
      setTitleBadge('');
      showProgressIcon(null);
    },
    [],
  );
}

/** In whole percents from 0 to 1; null when nothing runs. */
export function meanProgress(running: readonly { progress: number }[]): number | null {
  if (running.length === 0) return null;
  const total = running.reduce((sum, { progress }) => sum + progress, 0);
  return Math.round((total / running.length) * 100) / 100;
}

/** `40% ·` or `(2)`; empty for neither. */
export function badgeOf(progress: number | null, unseen: number): string {
  if (progress !== null) return `${formatProgress(progress)} ·`;
  return unseen > 0 ? `(${unseen})` : '';
}
