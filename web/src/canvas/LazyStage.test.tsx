// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aShape } from '../jobs/fixtures.ts';
import type { CanvasObject } from '../scene/object.ts';

/** The page with the stage on it, once the editor's chunk could not be loaded. */
async function renderWithoutChunk(): Promise<HTMLElement> {
  vi.resetModules();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockReturnValue();
  failChunk();
  const { LazyStage } = await import('./LazyStage.tsx');
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    page.remove();
    vi.doUnmock('./CanvasStage.tsx');
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  await act(async () => {
    root.render(
      <>
        <LazyStage objects={[aShape('a')]} editing={null} />
        <aside>The job</aside>
      </>,
    );
  });
  await expect.poll(() => alertIn(page)).toContain('Can’t show the drawing');
  return page;
}

function failChunk(): void {
  vi.doMock('./CanvasStage.tsx', () => {
    throw new Error('Failed to fetch dynamically imported module');
  });
}

function restoreChunk(): void {
  vi.doMock('./CanvasStage.tsx', () => ({ CanvasStage: CountingStage }));
}

function CountingStage({ objects }: { objects: readonly CanvasObject[] }) {
  return <p>{objects.length} drawn</p>;
}

const alertIn = (page: HTMLElement) => page.querySelector('[role="alert"]')?.textContent;

const tryAgain = (page: HTMLElement) => act(async () => page.querySelector('button')?.click());

test('loads the editor with the code of the page, before it is rendered', async () => {
  vi.resetModules();
  const load = vi.fn(() => ({ CanvasStage: CountingStage }));
  vi.doMock('./CanvasStage.tsx', load);
  onTestFinished(() => void vi.doUnmock('./CanvasStage.tsx'));
  await import('./LazyStage.tsx');
  await expect.poll(() => load.mock.calls.length).toBe(1);
});

test('shows an error in place of the drawing and keeps the rest of the page', async () => {
  const page = await renderWithoutChunk();
  expect(page.querySelector('aside')?.textContent).toBe('The job');
});

test('shows the drawing after a retry has loaded the editor', async () => {
  const page = await renderWithoutChunk();
  restoreChunk();
  await tryAgain(page);
  await expect.poll(() => page.textContent).toContain('1 drawn');
  expect(alertIn(page)).toBeUndefined();
});

test('can be retried any number of times', async () => {
  const page = await renderWithoutChunk();
  await tryAgain(page);
  await expect.poll(() => alertIn(page)).toContain('Can’t show the drawing');
  restoreChunk();
  await tryAgain(page);
  await expect.poll(() => page.textContent).toContain('1 drawn');
});
