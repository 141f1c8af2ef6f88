// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { aJob } from '../jobs/fixtures.ts';
import { beginProgress } from '../jobs/state/jobProgress.ts';
import type { LiveCanvas } from '../live/useLiveCanvas.ts';
import { SheetHandle } from './SheetHandle.tsx';

const onExpand = vi.fn();
beforeEach(() => void onExpand.mockClear());

async function show(isExpanded: boolean): Promise<HTMLElement> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const job = aJob({ status: 'PROCESSING', progress: 0.4, instruction: 'A flow\nof three steps' });
  const live = { job, progress: beginProgress(job) } as unknown as LiveCanvas;
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    page.remove();
    vi.unstubAllGlobals();
  });
  await act(async () => root.render(<SheetHandle live={live} isExpanded={isExpanded} onExpand={onExpand} />));
  const handle = page.querySelector('button');
  if (!handle) throw new Error('there is no handle');
  return handle;
}

const drag = (handle: HTMLElement, from: number, to: number) =>
  act(async () => {
    handle.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientY: from }));
    handle.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientY: to }));
    handle.click();
  });

test('the handle names the job and how far it is, in one line', async () => {
  const handle = await show(false);
  expect(handle.textContent).toContain('Running40%A flow …');
  expect(handle.getAttribute('aria-expanded')).toBe('false');
});

test('a tap opens and closes the panel', async () => {
  await drag(await show(false), 100, 104);
  await drag(await show(true), 100, 98);
  expect(onExpand.mock.calls).toEqual([[true], [false]]);
});

test('a swipe up opens it and a swipe down closes it, whatever it was', async () => {
  await drag(await show(false), 200, 120);
  await drag(await show(false), 200, 280);
  expect(onExpand.mock.calls).toEqual([[true], [false]]);
});
