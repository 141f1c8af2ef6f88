// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useVisibleInterval } from './usePolled.ts';

function Ticking({ onTick }: { onTick(): void }) {
  useVisibleInterval(onTick, 1_000);
  return null;
}

async function setHidden(hidden: boolean): Promise<void> {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
}

test('the interval pauses while the page is hidden, and ticks at once when it is shown', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  const tick = vi.fn();
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  await act(async () => root.render(<Ticking onTick={tick} />));
  vi.advanceTimersByTime(2_000);
  expect(tick).toHaveBeenCalledTimes(2);

  await setHidden(true);
  vi.advanceTimersByTime(5_000);
  expect(tick).toHaveBeenCalledTimes(2);

  await setHidden(false);
  expect(tick).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(1_000);
  expect(tick).toHaveBeenCalledTimes(4);

  await act(async () => root.unmount());
  vi.advanceTimersByTime(5_000);
  expect(tick).toHaveBeenCalledTimes(4);
});
