import { useNow } from '../app/useNow.ts';
import { formatCountdown, secondsUntil } from './format.ts';

/** Counts down to the next attempt, as the end of a sentence. */
export function RetryCountdown({ at }: { at: string }) {
  const seconds = secondsUntil(at, useNow(1000));
  if (seconds === 0) return <>; trying again now</>;
  return (
    <>
      ; trying again in <time className="figures">{formatCountdown(seconds)}</time>
    </>
  );
}
