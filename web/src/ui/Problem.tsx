import type { CombinedError } from 'urql';
import { isOutage } from '../api/availability.ts';
import { requestFailure } from '../api/requestFailure.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';

type ProblemProps = {
  error: CombinedError;
  onRetry(): void;
  /** Whether the page still shows what it has read before. The banner tells of an outage then, and this does not. */
  hasContent?: boolean;
};

/** Shown in place of a part of the page that could not be read. Retries by itself after an outage. */
export function Problem({ error, onRetry, hasContent = false }: ProblemProps) {
  useReconnected(() => {
    if (isOutage(error)) onRetry();
  });
  if (hasContent && isOutage(error)) return null;
  return (
    <div className="notice notice-danger problem-box" role="alert">
      <p>{requestFailure(error)}</p>
      <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>
    </div>
  );
}
