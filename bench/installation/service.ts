import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A service of the project as a process of its own. */
export type Service = {
  pid: number;
  /** Address that it has logged; empty when it logs none. */
  url: string;
  /** What it had written to stderr when it was ready. */
  errors: string;
  stop(): Promise<void>;
};

/**
 * Starts a service and waits until it is ready.
 * @param file Its program, relative to the checkout.
 * @param readyText What its log says when it is ready.
 * @throws Error when it ends before that
 */
export async function startService(
  file: string,
  readyText: string,
  env: Record<string, string>,
): Promise<Service> {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  // With the channel, the process ends with this one, whatever ends that.
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout === null || child.stderr === null || child.pid === undefined)
    throw new Error(`${file} was not started`);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    process.stderr.write(text);
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
    lines.on('line', (line) => {
      if (line.includes(readyText)) resolve(JSON.parse(line).url ?? '');
    });
  });
  return {
    pid: child.pid,
    url,
    errors,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
