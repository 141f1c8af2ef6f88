import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two lines where each one stays, and between two updates of one line on a terminal. */
const INTERVAL = 10_000;
const TERMINAL_INTERVAL = 500;

/**
 * Shows how far an installation of packages is, until the returned function is called: by the packages of
 * `package-lock.json` that are in `node_modules` already.
 *
 * @param {string} root the checkout
 * @param {{ omitDev: boolean, say: (line: string) => void, began: number }} options
 *   `began` in milliseconds since the epoch
 */
export function showProgress(root, { omitDev, say, began }) {
  const wanted = wantedPackages(root, omitDev);
  const terminal = process.stderr.isTTY;
  const show = () => {
    const present = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
    const seconds = Math.round((Date.now() - began) / 1_000);
    const text = `  ${present} of about ${wanted.length} packages, ${seconds} s`;
    if (terminal) process.stderr.write(`\r${text}`);
    else say(text);
  };
  const timer = setInterval(show, terminal ? TERMINAL_INTERVAL : INTERVAL);
  return () => {
    clearInterval(timer);
    show();
    if (terminal) process.stderr.write('\n');
  };
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
