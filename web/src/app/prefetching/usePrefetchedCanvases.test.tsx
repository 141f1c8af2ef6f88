// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, cacheExchange, fetchExchange, Provider } from 'urql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { canvasPath } from '../../ui/paths.ts';
import { usePrefetchedCanvases } from './usePrefetchedCanvases.ts';

function PageWithLinks() {
  usePrefetchedCanvases();
  return ['1', '2'].map((id) => (
    <a key={id} id={`canvas-${id}`} href={canvasPath(id)}>
      {id}
    </a>
  ));
}

test('a canvas is read once when a link to it is pressed', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const asked: string[] = [];
  const client = new Client({
    url: 'http://server/graphql',
    preferGetMethod: false,
    fetch: async (_url, init) => {
      asked.push(JSON.parse(String(init?.body)).variables.id);
      return Response.json({ data: { canvas: null } });
    },
    exchanges: [cacheExchange, fetchExchange],
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
      <Provider value={client}>
        <PageWithLinks />
      </Provider>,
    ),
  );
  const press = (id: string) =>
    page.querySelector(`#canvas-${id}`)?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  press('1');
  await expect.poll(() => asked).toEqual(['1']);
  press('1');
  press('2');
  await expect.poll(() => asked).toEqual(['1', '2']);
});
