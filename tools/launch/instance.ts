import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { commandOf, isAlive } from '../postgres/processes.ts';

/** What `DATA_DIR/npm-start.json` says about the `npm start` that works there. */
const instanceSchema = z.object({
  pid: z.number().int(),
  /** Whether it was asked to stop. */
  stopping: z.boolean(),
  /** Processes of its services. */
  services: z.array(z.number().int()),
});
type Instance = z.infer<typeof instanceSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'npm-start.json');

/** Milliseconds between two checks of whether an instance has ended. */
const POLL = 100;

/** Writes down what the next start has to know about this one. */
export function recordInstance(dataDir: string, instance: Omit<Instance, 'pid'>): void {
  const file = fileOf(dataDir);
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, JSON.stringify({ pid: process.pid, ...instance }), { mode: 0o600 });
    renameSync(aside, file);
  } catch {
    // A full disk must not end what runs; the next start then goes by the ports alone.
    rmSync(aside, { force: true });
  }
}

/** Removes what `recordInstance` has written, unless another instance has written since. */
export function forgetInstance(dataDir: string): void {
  if (readInstance(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/** Process id of another `npm start` that works in the folder and was not asked to stop. */
export function runningInstance(dataDir: string): number | undefined {
  const instance = readInstance(dataDir);
  if (instance === undefined || instance.pid === process.pid || instance.stopping) return undefined;
  return isSupervisor(instance.pid) ? instance.pid : undefined;
}

/**
 * Waits while an earlier `npm start` on the same folder is stopping, or services of one that was killed.
 *
 * @param onWait called once if there is something to wait for, with a process id
 */
export async function untilFormerInstanceIsGone(
  dataDir: string,
  onWait: (pid: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let reported = false;
  for (;;) {
    const pid = lastOf(readInstance(dataDir));
    if (pid === undefined || signal.aborted) return;
    if (!reported) onWait(pid);
    reported = true;
    await delay(POLL, undefined, { signal }).catch(() => undefined);
  }
}

/** A process that still has to end; undefined when there is none, or when the instance is to stay. */
function lastOf(instance: Instance | undefined): number | undefined {
  if (instance === undefined || instance.pid === process.pid) return undefined;
  if (isSupervisor(instance.pid)) return instance.stopping ? instance.pid : undefined;
  return instance.services.find((pid) => runs(pid, /main\.ts|dev-web\.mjs/));
}

const isSupervisor = (pid: number) => runs(pid, /launch\/start\.ts/);

/** Whether the process is alive and not another program that got the same number. */
function runs(pid: number, program: RegExp): boolean {
  return isAlive(pid) && program.test((commandOf(pid) ?? '').replaceAll('\\', '/'));
}

function readInstance(dataDir: string): Instance | undefined {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}
