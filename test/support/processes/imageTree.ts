import { copyFile, cp, link, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A package of the lock file, by the folder that it is installed in. */
type LockedPackage = { dev?: boolean; optional?: boolean; devOptional?: boolean };

/**
 * Lays the files of the last stage of deploy/Dockerfile out in a new folder, which is outside of the checkout, so that
 * nothing of it is found by accident.
 */
export async function layOutImage(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-image-'));
  const dockerfile = await readFile(join(root, 'deploy/Dockerfile'), 'utf8');
  for (const [, source = '', target = ''] of dockerfile.matchAll(
    /^COPY --from=build \/app\/(\S+) (\S+)$/gm,
  )) {
    await cp(join(root, source), join(folder, target), { recursive: true });
  }
  await Promise.all((await productionPackages()).map((path) => linkFiles(path, folder)));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** What `npm ci --omit=dev --omit=optional` installs. */
async function productionPackages(): Promise<string[]> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const packages: [string, LockedPackage][] = Object.entries(lock.packages);
  return packages
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path]) => path);
}

/** More than half of all files; no service reads them. */
const unused = /\.(?:d\.[cm]?ts|map|md)$/;

/** Links the files below a folder, but for packages inside of it, which the lock file lists by themselves. */
async function linkFiles(path: string, folder: string): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  for (const entry of await readdir(join(root, path), { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isFile() && !unused.test(entry.name)) await linkFile(join(root, below), join(folder, below));
    else if (entry.isDirectory() && entry.name !== 'node_modules') await linkFiles(below, folder);
  }
}

/** Temporary folders can be on another disk. */
const linkFile = (from: string, to: string) => link(from, to).catch(() => copyFile(from, to));
