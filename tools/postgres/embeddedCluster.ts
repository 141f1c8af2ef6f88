import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterFiles } from './embeddedFiles.ts';

const run = promisify(execFile);

/** Name of the superuser of an embedded cluster. */
export const embeddedUser = 'collabcanvas';

/**
 * Makes the cluster unless it is there.
 *
 * @param sync whether to wait until the new files have reached the disk
 * @throws Error with a sentence for the user when the data belongs to another major version
 */
export async function ensureCluster(files: ClusterFiles, password: string, sync: boolean): Promise<void> {
  const versionFile = join(files.data, 'PG_VERSION');
  if (!existsSync(versionFile)) return createCluster(files, password, sync);
  const { stdout } = await run(join(files.bin, 'postgres'), ['--version'], { ...files.account, cwd: '/' });
  const [, program] = /(\d+)\./.exec(stdout) ?? [];
  const data = readFileSync(versionFile, 'utf8').trim();
  if (data !== program) {
    throw new Error(
      `The database in ${files.data} was written by PostgreSQL ${data}, and PostgreSQL ${program} is installed. ` +
        'Set DATA_DIR to another folder to start with an empty database, or migrate the data with pg_dump.',
    );
  }
}

/** Made beside its place and then moved there: a start that is interrupted leaves no half cluster behind. */
async function createCluster({ data, bin, account }: ClusterFiles, password: string, sync: boolean) {
  const work = await mkdtemp(join(dirname(data), 'new-'));
  try {
    const passwordFile = join(work, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [work, passwordFile]) await chown(path, account.uid, account.gid);
    const flags = [
      `--pgdata=${join(work, 'data')}`,
      `--username=${embeddedUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in locale sorts alike on every machine, whatever the C library has.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(sync ? [] : ['--no-sync']),
    ];
    await run(join(bin, 'initdb'), flags, { ...account, cwd: '/' });
    await rename(join(work, 'data'), data).catch((error: unknown) => {
      if (!existsSync(data)) throw error; // else another process was faster; its cluster is as good
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
