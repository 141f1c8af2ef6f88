import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two lines where each one stays, and between two updates of one line on a terminal. */
const intervalMs = 10_000;
const terminalIntervalMs = 500;

/**
 * Shows how far an installation of packages is, until the returned function is called: by the packages of
 * `package-lock.json` that have been written since. Those of a former installation, which npm removes first, don't count.
 *
 * @param {string} root the checkout
 * @param {{ omitDev: boolean, say: (line: string) => void, began: number }} options
 *   `began` in milliseconds since the epoch
 */
export function showProgress(root, { omitDev, say, began }) {
  const wanted = wantedPackages(root, omitDev);
  const terminal = process.stderr.isTTY;
  const installedFrom = Date.now();
  let present = 0;
  const show = () => {
    const written = wanted.filter((path) => wasWrittenSince(join(root, path, 'package.json'), installedFrom));
    present = Math.max(present, written.length);
    const seconds = Math.round((Date.now() - began) / 1_000);
    const text = `  ${present} of about ${wanted.length} packages, ${seconds} s`;
    if (terminal) process.stderr.write(`\r${text}`);
    else say(text);
  };
  const timer = setInterval(show, terminal ? terminalIntervalMs : intervalMs);
  return () => {
    clearInterval(timer);
    show();
    if (terminal) process.stderr.write('\n');
  };
}

/** npm gives files the modification time of their archive; the time of the last change of the inode is the real one. */
function wasWrittenSince(file, time) {
  // Some file systems keep whole seconds.
  return (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= time - 1_000;
}

/** Folders of the packages that npm installs on this platform. */
function wantedPackages(root, omitDev) {
  const { packages = {} } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const fits = (list, own) => list === undefined || list.includes(own);
  return Object.entries(packages)
    .filter(
      ([path, { dev, os, cpu }]) =>
        path !== '' && !(dev && omitDev) && fits(os, process.platform) && fits(cpu, process.arch),
    )
    .map(([path]) => path);
}
