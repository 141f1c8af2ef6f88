import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm records what it has installed in
 * `node_modules/.package-lock.json`; the two are compared by content, because modification times are meaningless
 * after a `git checkout`.
 *
 * @param {string} root the checkout
 * @param {{ withoutDev: boolean }} options whether an installation without development packages is enough
 */
export function isInstalled(root, { withoutDev }) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    // Packages of other platforms are in the lock file and never in node_modules.
    return Boolean(entry.optional || entry.devOptional || (entry.dev && withoutDev));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
