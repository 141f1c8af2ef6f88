import type { CombinedError } from 'urql';
import { isOutage } from '../api/availability.ts';
import { requestFailure } from '../api/requestFailure.ts';
import { useReconnected } from '../api/useReconnected.ts';
import { Button } from '../controls/Button.tsx';
import { t } from '../language/language.ts';

/** Shown in place of a part of the page that could not be read. Retries by itself after an outage. */
export function Problem({ error, onRetry }: { error: CombinedError; onRetry(): void }) {
  useReconnected(() => {
    if (isOutage(error)) onRetry();
  });
  return (
    <div className="notice notice-danger problem-box" role="alert">
      <p>{requestFailure(error)}</p>
      <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>
    </div>
  );
}
