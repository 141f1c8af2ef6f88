import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Ids that PostgreSQL runs under. */
export type Account = {
  readonly uid: number;
  readonly gid: number;
};

/** Any name would do; this one is there already where a distribution's PostgreSQL is installed. */
const accountName = 'postgres';

/**
 * The account that PostgreSQL is to run under, or undefined for that of this process. PostgreSQL refuses to run as root,
 * so root lends it the owner of data that is there already, else the user `postgres`, which is created if
 * the machine has none.
 *
 * @param data the cluster's data folder, which need not exist
 */
export function postgresAccount(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return findAccount() ?? createAccount();
}

function findAccount(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, accountName], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createAccount(): Account {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...flags, accountName], { stdio: 'pipe' });
  } catch (error) {
    const made = findAccount(); // by another process, at the same moment
    if (made) return made;
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new Error(
      `PostgreSQL does not run as root, and the user "${accountName}" could not be created for it (${reason}). ` +
        'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const account = findAccount();
  if (!account) throw new Error(`The user "${accountName}" was created and can't be found.`);
  return account;
}

/** Whether the account can enter a folder, with every folder above it. Always true for the account of this process. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  // `cd` asks the kernel, which considers access lists and mount options besides the mode bits.
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}
