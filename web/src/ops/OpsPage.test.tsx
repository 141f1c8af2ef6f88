// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../api/client.ts';
import { OpsPage } from './OpsPage.tsx';

/** Renders the page for a viewer with this role; no other request gets an answer. */
async function renderFor(role: 'USER' | 'OPS'): Promise<HTMLElement> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const requested: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { operationName } = JSON.parse(body);
    requested.push(operationName);
    if (operationName !== 'Session') return new Promise(() => undefined);
    const viewer = { __typename: 'User', id: 'u', name: 'Ann', role };
    return Response.json({
      data: { viewer, system: { __typename: 'SystemInfo', planner: 'sketcher', model: null } },
    });
  });
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    page.remove();
    vi.unstubAllGlobals();
  });
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <OpsPage />
      </Provider>,
    ),
  );
  await expect.poll(() => requested).toContain('Session');
  await expect.poll(() => page.querySelector('h1')).not.toBeNull();
  return page;
}

test('a viewer without the role ops is told to ask for it, and nothing is read', async () => {
  const page = await renderFor('USER');
  expect(page.querySelector('h1')?.textContent).toBe('You need the role ops');
  expect(page.querySelector('section')).toBeNull();
});

test('an operator sees the figures and charts', async () => {
  const page = await renderFor('OPS');
  expect(page.querySelector('h1')?.textContent).toBe('Operations');
  const headings = [...page.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining(['Now', 'Statistics']));
});
