import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { readState } from './embedded-files.ts';

/** A PostgreSQL that leaves nothing behind. */
export interface TemporaryPostgres extends EmbeddedPostgres {
  /** Folder of everything that it keeps on disk. */
  readonly dataDir: string;
}

/**
 * Starts an empty PostgreSQL in a new folder for temporary files; `stop` removes all of it. It does not wait
 * for the disk: fast, and good for tests and comparisons only.
 *
 * @param purpose part of the folder's name
 */
export async function startTemporaryPostgres(purpose: string): Promise<TemporaryPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), `collabcanvas-${purpose}-`));
  await chmod(dataDir, 0o711); // as root: PostgreSQL, under another account, passes through
  const remove = async () => {
    const home = readState(join(dataDir, 'postgres.json'))?.home;
    if (home) await rm(home, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
    return {
      ...postgres,
      dataDir,
      stop: async () => {
        await postgres.stop({ hurry: true });
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
