import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A service of the project as a process of its own. */
export type Service = {
  pid: number;
  /** Address that it has logged; undefined when it logs none. */
  url: string | undefined;
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
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  // With the channel, the process ends with this one, whatever ends that.
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null || child.pid === undefined) throw new Error(`${file} was not started`);
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string | undefined>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)));
    lines.on('line', (line) => {
      if (line.includes(readyText)) resolve(JSON.parse(line).url);
    });
  });
  return {
    pid: child.pid,
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Milliseconds of a clock tick of Linux. */
const tickMs = 10;

/** CPU time of a process and its threads so far, in ms: of its main thread, and of all others. */
export function cpuOf(pid: number): { main: number; others: number } {
  const times = readdirSync(`/proc/${pid}/task`).map((task) => {
    const fields = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { isMain: Number(task) === pid, ms: (Number(fields[11]) + Number(fields[12])) * tickMs };
  });
  const sum = (isMain: boolean) =>
    times.filter((time) => time.isMain === isMain).reduce((total, { ms }) => total + ms, 0);
  return { main: sum(true), others: sum(false) };
}
