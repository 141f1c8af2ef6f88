import { useNow } from '../ui/useNow.ts';
import { formatCountdown, secondsUntil } from './format.ts';

/** Countdown to the next attempt, as the second half of a sentence. */
export function RetryCountdown({ at }: { at: string }) {
  const seconds = secondsUntil(at, useNow(1000));
  if (seconds === 0) return <>; trying again now</>;
  return (
    <>
      ; trying again in <time className="figures">{formatCountdown(seconds)}</time>
    </>
  );
}
