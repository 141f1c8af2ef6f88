import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Service } from './service.ts';

/** Milliseconds without a further change after which services start again; editors save in several steps. */
const quietMs = 150;

/**
 * Builds the web app unless it is up to date.
 *
 * @param signal ends the build
 * @throws Error when it can't be built; the tool's own words are on the terminal then
 */
export async function buildWeb(root: string, signal: AbortSignal): Promise<void> {
  // A process of its own: Vite sets NODE_ENV, which our services would inherit. It ends with us, by the channel.
  const child = spawn(process.execPath, [join(root, 'tools/launch/buildWeb.mjs')], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const onAbort = () => child.kill('SIGTERM');
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', onAbort);
  if (code !== 0 && !signal.aborted) throw new Error('The web app could not be built.');
}

/** Restarts the services after each change of the code that they run. */
export function restartOnChange(root: string, services: readonly Service[], signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined;
  const onChange = (_event: string, file: string | null) => {
    if (file === null || !/\.(?:ts|sql)$/.test(file) || file.endsWith('.test.ts')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const service of services) service.restart();
    }, quietMs);
  };
  for (const folder of ['src', 'worker']) watch(join(root, folder), { recursive: true, signal }, onChange);
}
