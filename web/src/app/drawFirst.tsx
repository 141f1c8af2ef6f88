import type { Client as SocketClient } from 'graphql-ws';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Client, fetchExchange, Provider } from 'urql';
import { SocketContext } from '../api/subscriptions/SocketContext.ts';
import { chooseLanguage, type Language, languages } from '../language/language.ts';
import { homePath, jobsPath } from '../ui/paths.ts';
import { App } from './App.tsx';
import { pages } from './pages/pages.ts';

const unanswered = () => new Promise<Response>(() => undefined);
const silentClient = new Client({ url: '/', exchanges: [fetchExchange], fetch: unanswered });
const silentSocket = { subscribe: () => () => undefined } as unknown as SocketClient;

/** The pages that are drawn; null: one whose code is not loaded yet. */
const paths = [homePath, jobsPath, null];

async function draw(path: string | null): Promise<string> {
  history.replaceState(null, '', path ?? '/loading');
  await pages.find((page) => page.path === path)?.load();
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() =>
    root.render(
      <Provider value={silentClient}>
        <SocketContext value={silentSocket}>
          <App />
        </SocketContext>
      </Provider>,
    ),
  );
  for (const element of place.querySelectorAll('*')) makeSilent(element);
  // Nothing can be used yet. `display: contents`: the place of its content does not depend on it.
  const html = `<div style="display:contents" inert aria-hidden="true">${place.innerHTML}</div>`;
  root.unmount();
  return html;
}

/** Attributes by which elements are found: the drawing is no page that can be used. */
const names = ['id', 'for', 'name', 'aria-label', 'aria-labelledby', 'aria-controls', 'role'];

function makeSilent(element: Element): void {
  if (element instanceof HTMLTextAreaElement) element.readOnly = true;
  for (const name of names) element.removeAttribute(name);
}

/** What the app shows before it has data. The build runs this module, in a simulated browser. */
export const drawn: { language: string; path: string | null; html: string }[] = [];
for (const language of Object.keys(languages) as Language[]) {
  await chooseLanguage(language);
  for (const path of paths) drawn.push({ language, path, html: await draw(path) });
}
