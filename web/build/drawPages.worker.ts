import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { Window } from 'happy-dom';
import { type Plugin, runnerImport } from 'vite';

/** A page as the app draws it first, without any data. */
export type Drawn = {
  language: string;
  /** Null: of a page whose code is not loaded yet. */
  path: string | null;
  html: string;
};

/** Of the global objects that Node.js has itself. */
const replaced = ['Event', 'EventTarget', 'localStorage', 'location', 'navigator'];
// On a thread of its own, because the app needs the global objects of a browser.
const window = new Window({ url: 'http://localhost/' });
for (const key of Object.getOwnPropertyNames(window)) {
  if (key in globalThis && !replaced.includes(key)) continue;
  const value = Reflect.get(window, key);
  Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
}

const noStyles = '\0no-styles';
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? noStyles : null),
  load: (id) => (id === noStyles ? '' : null),
};

const root = join(import.meta.dirname, '..');
const { module } = await runnerImport<{ drawn: Drawn[] }>(join(root, 'src/app/drawFirst.tsx'), {
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [withoutStyles],
});
parentPort?.postMessage(module.drawn);
