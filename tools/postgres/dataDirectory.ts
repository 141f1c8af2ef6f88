import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever the project keeps in its data folder; names that begin like these belong to it, too. */
const ownEntries = /^(?:postgres|logs|npm-start\.json|new-|(?:setup|build)\.lock)/;

/** Access for the owner alone. */
const privateMode = 0o700;

/**
 * Makes the folder of database and logs if need be, and closes it and its logs to other users, also when they are
 * there from before. A folder that holds other files, for instance a home folder, keeps its mode; only the
 * project's own files in it are closed.
 */
export function ensureDataDirectory(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: privateMode });
  if (readdirSync(dataDir).every((entry) => ownEntries.test(entry))) makePrivate(dataDir, privateMode);
  const logs = join(dataDir, 'logs');
  if (!existsSync(logs)) return;
  makePrivate(logs, privateMode);
  for (const file of readdirSync(logs)) makePrivate(join(logs, file), 0o600);
}

function makePrivate(path: string, mode: number): void {
  const { mode: present, uid } = statSync(path);
  const own = process.getuid?.() ?? uid;
  if ((present & 0o777) !== mode && (own === uid || own === 0)) chmodSync(path, mode);
}
