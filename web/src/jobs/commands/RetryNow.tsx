import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { secondsUntil } from '../texts/format.ts';
import { RetryJob } from './RetryJob.tsx';

type Props = {
  jobId: string;
  /** When the next attempt may start. */
  at: string;
  onRetried?(): void;
};

/** Starts the next attempt of a job at once; nothing when it may start already. */
export function RetryNow({ jobId, at, onRetried }: Props) {
  const isEarly = secondsUntil(at, useNow(1000)) > 0;
  return isEarly && <RetryJob jobId={jobId} label={t('job.tryNow')} {...(onRetried && { onRetried })} />;
}
