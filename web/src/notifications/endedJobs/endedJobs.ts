import { serverNow } from '../../api/serverClock.ts';
import type { EndedJobFragment } from '../../generated/graphql.ts';
import { isTerminal } from '../../jobs/state/status.ts';
import { canvasIdIn, jobPath } from '../../ui/paths.ts';

/** Identifies one end of a job: a job that is retried ends again. */
export function endKey({ id, finishedAt }: Pick<EndedJobFragment, 'id' | 'finishedAt'>): string {
  return `${id} ${finishedAt}`;
}

/**
 * Returns a function that is true for the first report of each end of a job since `openedAt`. Jobs are reported
 * several times, and those that ended shortly before the page was opened as well.
 * @param openedAt By the browser's clock.
 */
export function createEndDetector(openedAt: number): (job: EndedJobFragment) => boolean {
  const known = new Set<string>();
  return (job) => {
    if (!isTerminal(job.status) || job.finishedAt === null) return false;
    const clockOffset = serverNow() - Date.now();
    const isOld = Date.parse(job.finishedAt) < openedAt + clockOffset;
    const key = endKey(job);
    if (isOld || known.has(key)) return false;
    known.add(key);
    return true;
  };
}

/** Whether the page at a path shows the job: that of its canvas, or its own. */
export function isShownAt(path: string, { id, canvas }: Pick<EndedJobFragment, 'id'> & InCanvas): boolean {
  return path === jobPath(id) || (canvas !== null && canvasIdIn(path) === canvas.id);
}

type InCanvas = { canvas: { id: string } | null };
