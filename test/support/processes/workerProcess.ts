import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { compileCache } from './compileCache.ts';

const entry = fileURLToPath(new URL('../../../worker/main.ts', import.meta.url));

/** A worker as a process of its own, to be stopped, killed, or paused. */
export type WorkerProcess = {
  /** Sends a signal; `SIGKILL` is what `kill -9` does. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code when the process has ended; null when a signal ended it. */
  exited: Promise<number | null>;
  /** Resolves when a line of the log contains the text, or did before. */
  untilLogged(text: string): Promise<void>;
};

/** Starts a worker process and waits until it takes jobs. `env` is all of its environment. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { ...env, ...compileCache, WORKER_PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const untilLogged = watchLog(child.stdout);
  await Promise.race([
    untilLogged('the worker is ready'),
    exited.then((code) => {
      throw new Error(`the worker ended with code ${code} before it was ready`);
    }),
  ]);
  return { signal: (name) => void child.kill(name), exited, untilLogged };
}

function watchLog(output: Readable): WorkerProcess['untilLogged'] {
  const lines: string[] = [];
  const reader = createInterface({ input: output }).on('line', (line) => lines.push(line));
  return (text) =>
    new Promise((resolve) => {
      const check = () => {
        if (!lines.some((line) => line.includes(text))) return;
        reader.off('line', check);
        resolve();
      };
      reader.on('line', check);
      check();
    });
}
