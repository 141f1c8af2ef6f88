// Makes a checkout ready to run: packages, generated code. Runs before every npm script of the project and
// is plain JavaScript, because it may run on the machine's own, older Node.js (20 or later).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exclusively } from './exclusive.mjs';
import { generate, isGenerated } from './generate.mjs';
import { isInstalled } from './installed.mjs';
import { areLibrariesLinked, linkLibraries } from './postgres-libraries.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const say = (line) => process.stderr.write(`${line}\n`);

const withoutDev =
  process.env.NODE_ENV === 'production' || (process.env.npm_config_omit ?? '').split(',').includes('dev');

/** Node.js that the project's scripts run on, where npm has a pinned one for this platform. */
function pinnedNode() {
  const [platform, name] = process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
  const path = join(root, `node_modules/node-${platform}-${process.arch}/bin/${name}`);
  return existsSync(path) ? path : undefined;
}

/**
 * Scripts of packages stay off: `@prisma/engines` has one that downloads, and the only one that the project
 * needs, the symbolic links of PostgreSQL's libraries, is run by `linkLibraries`.
 */
function install() {
  say('Installing packages (npm ci), about a minute the first time …');
  const args = ['ci', '--ignore-scripts', '--loglevel=error', '--no-fund', '--no-audit'];
  // Not process.execPath: that may be the pinned Node.js inside the node_modules that npm is about to remove.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const underNpm = npm?.endsWith('.js') && node && !node.startsWith(join(root, 'node_modules'));
  const [command, prefix] = underNpm ? [node, [npm]] : ['npm', []];
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.startsWith(join(root, 'node_modules')))
    .join(delimiter);
  const { status, error, stderr } = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !underNpm && process.platform === 'win32',
  });
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`npm ci says:\n${reasonOf(stderr)}`);
}

/** npm explains itself at length, and adds its manual; the first lines tell. */
function reasonOf(stderr) {
  const lines = stderr.split('\n').filter((line) => /^npm error \S/.test(line));
  const log = lines.find((line) => line.includes('complete log'));
  return [...new Set([...lines.slice(0, 4), ...(log ? [log] : [])])].join('\n');
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (pinnedNode() || major > 22 || (major === 22 && minor >= 18)) return;
  throw new Error(
    `Node.js ${process.versions.node} is too old, and npm has no newer one for ${process.platform}-${process.arch}: ` +
      'install Node.js 22.18 or later (24 recommended) from https://nodejs.org and try again.',
  );
}

const isReady = () => isInstalled(root, { withoutDev }) && isGenerated(root) && areLibrariesLinked(root);

async function setUp() {
  if (isReady()) return;
  const lock = join(root, '.data/setup.lock');
  const onWait = (pid) => say(`Waiting for the set-up of this checkout by another process (${pid}) …`);
  await exclusively(
    lock,
    async () => {
      if (!isInstalled(root, { withoutDev })) install();
      linkLibraries(root);
      checkNode();
      generate(root, pinnedNode() ?? process.execPath);
    },
    onWait,
  );
}

try {
  await setUp();
  checkNode();
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  process.exitCode = 1;
}
