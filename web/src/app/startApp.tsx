import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createApiClient } from '../api/client/client.ts';
import { SocketContext } from '../api/subscriptions/SocketContext.ts';
import { createSocket, socketUrl } from '../api/subscriptions/socket.ts';
import { prepareFormats } from '../language/formats.ts';
import { startLanguage } from '../language/language.ts';
import { App } from './App.tsx';
import { noteNavigations } from './pages/arrival.ts';
import { preloadPage } from './pages/pages.ts';
import { prefetchWhenIdle } from './prefetching/prefetchWhenIdle.ts';

/** Renders the app at the address of the page. */
export async function startApp(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  noteNavigations();
  preloadPage(location.pathname);
  await startLanguage();
  const app = (
    <StrictMode>
      <Provider value={createApiClient()}>
        <SocketContext value={createSocket(socketUrl(location))}>
          <App />
        </SocketContext>
      </Provider>
    </StrictMode>
  );
  // A transition is rendered in slices of a few ms, between which the browser can do other things.
  startTransition(() => createRoot(root).render(app));
  prepareFormats();
  prefetchWhenIdle();
}
