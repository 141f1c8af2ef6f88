// Builds the web app into web/dist unless it is up to date. Plain JavaScript for the stamp that it shares
// with the other set-up scripts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exclusively } from './exclusive.mjs';
import { stampOf } from './stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = stampOf({
  root,
  name: 'web',
  inputs: ['web', 'src/canvas/model', 'package-lock.json'],
  outputs: ['web/dist/index.html', 'web/dist/.trusted-documents.json'],
  skip: /^web\/dist$|\.test\.tsx?$/,
});

function build() {
  process.stdout.write('Building the web app …\n');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', 'web', '--logLevel', 'error'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    // The same build whoever starts it: Vite goes by a NODE_ENV that is set.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The web app could not be built; the reason stands above.');
}

try {
  if (existsSync(join(root, 'web/index.html')) && !stamp.isFresh()) {
    await exclusively(join(root, '.data/build.lock'), async () => {
      if (!stamp.isFresh()) stamp.rebuild(build);
    });
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
