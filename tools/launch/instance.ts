import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { commandOf, isAlive } from '../postgres/processes.ts';

/** `DATA_DIR/npm-start.json`: the `npm start` that uses the folder. */
const instanceSchema = z.object({
  pid: z.number().int(),
  /** Address of the web app, once its port is known. */
  url: z.string().optional(),
  /** Whether it was asked to stop. */
  stopping: z.boolean(),
  /** Processes of its services. */
  services: z.array(z.number().int()),
});
type Instance = z.infer<typeof instanceSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'npm-start.json');

/** Milliseconds between two checks of whether an instance has ended. */
const pollMs = 100;

/** Another `npm start` uses the data folder. The message is meant for the terminal. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  constructor(folder: string, { pid, url }: Pick<Instance, 'pid' | 'url'>) {
    const who = `process ${pid}${url === undefined ? '' : `, ${url}`}`;
    super(
      `Another npm start (${who}) uses ${folder}: stop it with Ctrl-C or \`kill ${pid}\`, or set DATA_DIR to ` +
        'another folder, and PORT and WORKER_PORT to other ports.',
    );
  }
}

/**
 * Makes this process the only `npm start` of the folder. Waits while a former one is stopping, or while services of
 * one that was killed are ending.
 *
 * @param folder the name of the folder in messages
 * @param onWait called once if there is something to wait for, with a process id
 * @returns whether the folder is claimed; false when the signal is aborted first
 * @throws FolderInUseError
 */
export async function claimFolder(
  dataDir: string,
  { folder, onWait, signal }: { folder: string; onWait: (pid: number) => void; signal: AbortSignal },
): Promise<boolean> {
  let isReported = false;
  while (!signal.aborted) {
    const former = readInstance(dataDir);
    const isRunning = former !== undefined && isSupervisor(former.pid);
    if (isRunning && !former.stopping) throw new FolderInUseError(folder, former);
    const remaining = isRunning ? former.pid : former?.services.find(isService);
    if (remaining === undefined) {
      if (replaceRecord(dataDir, former)) return true;
      continue;
    }
    if (!isReported) onWait(remaining);
    isReported = true;
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/** Updates the record of this process, which the next start reads. */
export function recordInstance(dataDir: string, instance: Omit<Instance, 'pid'>): void {
  const file = fileOf(dataDir);
  const aside = `${file}.${process.pid}`;
  try {
    writeRecord(aside, instance);
    renameSync(aside, file);
  } catch {
    // A full disk must not end what runs; the next start then goes by an older record.
    rmSync(aside, { force: true });
  }
}

/** Removes this process's record, and with it its claim of the folder. */
export function forgetInstance(dataDir: string): void {
  if (readInstance(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/**
 * Puts a record of this process in the place of the former one.
 *
 * @returns false when another process has been faster
 */
function replaceRecord(dataDir: string, former: Instance | undefined): boolean {
  const file = fileOf(dataDir);
  const aside = `${file}.${process.pid}`;
  try {
    // Moved aside first: of two processes that see the same former record, one moves it and the other fails.
    renameSync(file, aside);
    if (readRecord(aside)?.pid !== former?.pid) {
      linkSync(aside, file); // the record of one that has been faster
      return false;
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true }); // writing to it would change the record that it is linked to
  }
  try {
    writeRecord(aside, { stopping: false, services: [] });
    linkSync(aside, file); // unlike a rename, it fails when the file is there
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

function writeRecord(file: string, instance: Omit<Instance, 'pid'>): void {
  writeFileSync(file, JSON.stringify({ pid: process.pid, ...instance }), { mode: 0o600 });
}

const isSupervisor = (pid: number) => pid !== process.pid && runs(pid, /launch\/start\.ts/);
const isService = (pid: number) => runs(pid, /main\.ts|devWeb\.mjs/);

/** Whether the process is alive and not another program that got the same number. */
function runs(pid: number, program: RegExp): boolean {
  return isAlive(pid) && program.test((commandOf(pid) ?? '').replaceAll('\\', '/'));
}

const readInstance = (dataDir: string) => readRecord(fileOf(dataDir));

function readRecord(file: string): Instance | undefined {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
