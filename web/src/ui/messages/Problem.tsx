import { useSyncExternalStore } from 'react';
import type { CombinedError } from 'urql';
import { requestFailure } from '../../api/errors/requestFailure.ts';
import { availability, isOutage } from '../../api/outages/availability.ts';
import { useReconnected } from '../../api/outages/useReconnected.ts';
import { Button } from '../../controls/Button.tsx';
import { t } from '../../language/language.ts';

type ProblemProps = {
  error: CombinedError;
  onRetry(): void;
  /** Whether the page still shows what it has read before. The banner tells of an outage then, and this does not. */
  hasContent?: boolean;
};

/**
 * Shown in place of a part of the page that could not be read. Retries by itself after an outage. While the banner tells
 * of one, this only says that the part is missing.
 */
export function Problem({ error, onRetry, hasContent = false }: ProblemProps) {
  const isBannerShown = useSyncExternalStore(availability.subscribe, availability.get) !== 'available';
  useReconnected(() => {
    if (isOutage(error)) onRetry();
  });
  if (isOutage(error)) {
    if (hasContent) return null;
    if (isBannerShown) return <p className="pending-note">{t('ui.loadsLater')}</p>;
  }
  return (
    <div className="notice notice-danger problem-box" role="alert">
      <p>{requestFailure(error)}</p>
      <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>
    </div>
  );
}
