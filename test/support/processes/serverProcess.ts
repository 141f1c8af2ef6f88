import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { claimPort } from '../../../tools/launch/ports.ts';
import { compileCache } from './compileCache.ts';

/** A server of the project as a process of its own, on a port of its own. */
export type ServerProcess = {
  port: number;
  origin: string;
  /** Null while the process runs; else its exit code, or the name of the signal that ended it. */
  ended(): number | string | null;
  /** What it has written to stdout and stderr. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  exited: Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

type Program = {
  /** The program's file, relative to the checkout. */
  file: string;
  /** All of its environment, given its port. */
  env(port: number): Record<string, string>;
  /** Path that answers 200 once the server is up. */
  upPath: string;
  /** Where the program is; the checkout by default. */
  folder?: string;
};

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts a server and waits until it answers; it is killed when the returned object is disposed of. */
async function startServerProcess(
  { file, env, upPath, folder = checkout }: Program,
  wantedPort = 0,
): Promise<ServerProcess> {
  const place = { host: '127.0.0.1', hostVariable: 'HOST', portVariable: 'PORT' };
  const port = await claimPort({ ...place, port: wantedPort });
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: { ...compileCache, SLOW_QUERY_MS: '0', ...env(port) },
    // With the channel, the process ends with this one, whatever ends that.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit').then(() => undefined);
  const output = collect(child);
  const origin = `http://127.0.0.1:${port}`;
  const ended = () => child.exitCode ?? child.signalCode;
  const server: ServerProcess = {
    ...{ port, origin, exited, ended, output },
    signal: (name) => void child.kill(name),
    async [Symbol.asyncDispose]() {
      if (ended() === null) child.kill('SIGKILL');
      await exited;
    },
  };
  try {
    await expect
      .poll(() => (ended() === null ? statusOf(`${origin}${upPath}`) : output()), {
        timeout: 60_000,
        interval: 50,
      })
      .toBe(200);
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return server;
}

const statusOf = (url: string) =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 'no answer',
  );

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

/** The API, on a migrated database. */
export function startApiProcess(
  databaseUrl: string,
  env: Record<string, string> = {},
  port?: number,
  folder = checkout,
) {
  return startServerProcess(
    {
      folder,
      file: 'src/api/main.ts',
      upPath: '/ready',
      env: (own) => ({ DATABASE_URL: databaseUrl, PORT: String(own), DATABASE_POOL_SIZE: '3', ...env }),
    },
    port,
  );
}

/** The worker's server of health and figures. */
export function startWorkerServer(databaseUrl: string, env: Record<string, string> = {}, folder = checkout) {
  return startServerProcess({
    folder,
    file: 'worker/main.ts',
    upPath: '/ready',
    env: (port) => ({ DATABASE_URL: databaseUrl, WORKER_PORT: String(port), ...env }),
  });
}

/** An API and a worker in production, of the installation in a folder. */
export function startProductionApi(folder: string, env: Record<string, string>) {
  return startServerProcess({
    ...{ folder, file: 'src/api/main.ts', upPath: '/ready' },
    env: (port) => ({ NODE_ENV: 'production', PORT: String(port), ...env }),
  });
}

export function startProductionWorker(folder: string, env: Record<string, string>) {
  return startServerProcess({
    ...{ folder, file: 'worker/main.ts', upPath: '/ready' },
    env: (port) => ({ NODE_ENV: 'production', WORKER_PORT: String(port), ...env }),
  });
}

/** The development server of the web app, in front of the API at that address. */
export function startDevWebServer(apiOrigin: string) {
  return startServerProcess({
    file: 'tools/launch/devWeb.mjs',
    upPath: '/',
    env: (port) => ({ WEB_PORT: String(port), VITE_API_TARGET: apiOrigin }),
  });
}
