// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Provider } from 'urql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApiClient } from '../api/client/client.ts';
import { endTour, isTourOpen } from '../tour/isTourOpen.ts';
import { SettingsPage } from './SettingsPage.tsx';

let root: Root;
let place: HTMLElement;
const system = { __typename: 'System', planner: 'openai', model: 'gpt-5-mini', graphiql: true };

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async () => Response.json({ data: { viewer: null, system } }));
  history.replaceState(null, '', '/settings');
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () =>
    root.render(
      <Provider value={createApiClient()}>
        <SettingsPage />
      </Provider>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  endTour();
  vi.unstubAllGlobals();
});

test('the settings name what plans the canvases', async () => {
  await vi.waitFor(() => expect(place.textContent).toContain('Canvases are planned bygpt-5-mini'));
});

test('the settings start the tour, on the start page', async () => {
  const button = [...place.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Take the tour',
  );
  await act(async () => button?.click());
  expect(location.pathname).toBe('/');
  expect(isTourOpen.get()).toBe(true);
});
