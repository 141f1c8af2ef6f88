import { spawn } from 'node:child_process';
import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFiles } from './embeddedFiles.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embeddedPostgres.ts';

/** A PostgreSQL that leaves nothing behind. */
export type TemporaryPostgres = EmbeddedPostgres & {
  /** Folder of everything that it keeps on disk. */
  readonly dataDir: string;
};

/** Starts another process, which cleans up if this one is killed or interrupted before `stop`. */
function startReaper(pid: number, dataDir: string, program: string) {
  const args = [join(import.meta.dirname, 'embeddedReaper.ts'), String(pid), dataDir];
  const reaper = spawn(program, args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  // Without a reaper everything works; only a process that is killed then leaves its files behind.
  reaper.on('error', () => undefined);
  reaper.stdin.on('error', () => undefined);
  reaper.unref();
  if (reaper.stdin instanceof Socket) reaper.stdin.unref();
  return reaper;
}

/** Linux keeps files in memory here. A test database is some 400 files, which a disk takes 0.4 s to copy. */
const memoryFolder = '/dev/shm';

/** Bytes that a run of the tests may use: a few databases, and the write-ahead log. */
const memoryNeededBytes = 4 * 1024 ** 3;

/** The folder for temporary files, in memory where there is plenty of it (containers often allow 64 MB). */
async function temporaryFolder(): Promise<string> {
  const memory = await statfs(memoryFolder).catch(() => undefined);
  return memory && memory.bavail * memory.bsize >= memoryNeededBytes ? memoryFolder : tmpdir();
}

/**
 * Starts an empty PostgreSQL in a new folder for temporary files; `stop` removes all of it. It does not wait
 * for the disk: fast, and good for tests and comparisons only.
 *
 * @param purpose part of the folder's name
 * @param reaperProgram Node.js; a test has one that is missing
 */
export async function startTemporaryPostgres(
  purpose: string,
  { reaperProgram = process.execPath } = {},
): Promise<TemporaryPostgres> {
  const dataDir = await mkdtemp(join(await temporaryFolder(), `collabcanvas-${purpose}-`));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
    const reaper = startReaper(postgres.pid, dataDir, reaperProgram);
    return {
      ...postgres,
      dataDir,
      stop: async () => {
        await postgres.stop({ hurry: true });
        await removeFiles(dataDir);
        reaper.stdin.end();
      },
    };
  } catch (error) {
    await removeFiles(dataDir);
    throw error;
  }
}
