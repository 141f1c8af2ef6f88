import type { EndedJobFragment } from '../../generated/graphql.ts';
import { failureReason } from '../../jobs/texts/failureText.ts';
import { firstLine } from '../../jobs/texts/format.ts';
import { t } from '../../language/language.ts';
import type { Bundle } from './burst.ts';

/** The canvas of a job that has ended, or its instruction if it has drawn nothing. */
export function titleOf({ status, instruction, canvas }: EndedJobFragment): string {
  const instructed = firstLine(instruction);
  return status === 'COMPLETED' ? (canvas?.title ?? instructed) : instructed || (canvas?.title ?? '');
}

/** How a job has ended. */
export function outcomeOf({ status, type, error, objectCount, instruction }: EndedJobFragment): string {
  if (status === 'CANCELLED') return t('notifications.cancelled');
  if (status === 'FAILED') return t('notifications.failed', { reason: failureReason(error) });
  return t(`notifications.completed.${type}`, {
    objects: t('jobs.objects', { count: objectCount }),
    instruction: firstLine(instruction),
  });
}

/** Topic of the toast, and tag of the browser notification, that bundle jobs that ended together. */
export const bundleTopic = 'more jobs';

/** That several more jobs have ended. */
export function bundleText({ count, failedCount }: Bundle): string {
  const more = t('notifications.more', { count });
  return failedCount > 0 ? t('notifications.moreFailed', { more, count: failedCount }) : more;
}
