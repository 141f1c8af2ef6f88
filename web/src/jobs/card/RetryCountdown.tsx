import { t } from '../../language/language.ts';
import { useNow } from '../../ui/useNow.ts';
import { formatCountdown, secondsUntil } from '../texts/format.ts';

/** Countdown to the next attempt, as the second half of a sentence. */
export function RetryCountdown({ at }: { at: string }) {
  const seconds = secondsUntil(at, useNow(1000));
  return (
    <span className="figures">
      {seconds === 0 ? t('job.tryingAgainNow') : t('job.tryingAgainIn', { time: formatCountdown(seconds) })}
    </span>
  );
}
