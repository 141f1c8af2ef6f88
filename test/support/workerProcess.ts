import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../worker/main.ts', import.meta.url));

/** A worker as a process of its own, to be stopped, killed, or paused. */
export type WorkerProcess = {
  /** Sends a signal; `SIGKILL` is what `kill -9` does. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code when the process has ended; null when a signal ended it. */
  exited: Promise<number | null>;
};

/** Starts a worker process and waits until it takes jobs. `env` is all of its environment. */
export async function startWorkerProcess(env: Record<string, string>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { ...env, WORKER_PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  await Promise.race([
    readyLine(child),
    exited.then((code) => {
      throw new Error(`the worker ended with code ${code} before it was ready`);
    }),
  ]);
  return { signal: (name) => void child.kill(name), exited };
}

async function readyLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the worker has no output');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('the worker is ready')) resolve();
    });
  });
}
