// Builds the web app into web/dist unless it is up to date. Plain JavaScript for the stamp that it shares
// with the other set-up scripts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onSupervisorExit } from '../../src/service/supervisor.ts';
import { exclusively } from '../setup/exclusive.mjs';
import { stampOf } from '../setup/stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const vite = join(root, 'node_modules/vite/bin/vite.js');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const stamp = stampOf({
  root,
  name: 'web',
  // The documentation is published with the app.
  inputs: ['web', 'src/canvas/model', 'package-lock.json', 'docs', ...pages],
  outputs: ['web/dist/index.html', 'web/dist/.trusted-documents.json'],
  skip: /^web\/dist$|\.test\.tsx?$/,
});

/** The process that builds, which must not outlive this one. */
let builder;
function abandon() {
  builder?.kill('SIGTERM');
  process.exit(1);
}
onSupervisorExit(abandon);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, abandon);

async function build() {
  const began = performance.now();
  process.stdout.write('Building the web app, which takes half a minute or more …\n');
  builder = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'error'], {
    cwd: root,
    // The same build in every environment: Vite follows NODE_ENV if it is set.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(builder, 'exit');
  if (status !== 0) throw new Error('The web app could not be built; see above.');
  process.stdout.write(`Built the web app in ${Math.round((performance.now() - began) / 1_000)} s\n`);
}

/** An installation without development packages serves a web app that was built elsewhere, as it is. */
function isBuiltElsewhere() {
  if (existsSync(vite)) return false;
  if (existsSync(join(root, 'web/dist/index.html'))) return true;
  throw new Error(
    'The web app is not built, and development packages are needed for that: run `npm run build` first.',
  );
}

try {
  if (existsSync(join(root, 'web/index.html')) && !isBuiltElsewhere() && !stamp.isFresh()) {
    await exclusively(join(root, '.data/build.lock'), async () => {
      if (!stamp.isFresh()) await stamp.rebuild(build);
    });
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
