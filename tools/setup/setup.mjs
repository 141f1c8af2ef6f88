// Makes a checkout ready to run: packages, generated code. Runs before every npm script of the project and
// is plain JavaScript, because it may run on the machine's own, older Node.js (20 or later).
//
// `--services`: for services, which need development packages only to generate code. `--start`: for `npm start`, which
// also builds the web app with them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exclusively } from './exclusive.mjs';
import { generate, hasServiceCode, isGenerated } from './generate.mjs';
import { isInstalled } from './installed.mjs';
import { areLibrariesLinked, linkLibraries } from './postgresLibraries.mjs';
import { showProgress } from './progress.mjs';
import { recordStartTime } from './startTime.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const began = Date.now() - process.uptime() * 1_000;
const say = (line) => process.stderr.write(`${line}\n`);

const forServices =
  process.argv.includes('--services') ||
  (process.argv.includes('--start') && existsSync(join(root, 'web/dist/index.html')));

/** Services run without development packages once their code is generated. */
const needsDev = () => !forServices || !hasServiceCode(root);
const hasDev = () => isInstalled(root, { withoutDev: false });

/** Whether an installation ends without the development packages. */
const omitDev =
  forServices &&
  (process.env.NODE_ENV === 'production' ||
    (process.env.npm_config_omit ?? '').split(',').includes('dev') ||
    (isInstalled(root, { withoutDev: true }) && !hasDev()));

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Node.js that the project's scripts run on, where npm has installed a pinned one for this platform. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', nodePackage, 'bin', name);
  return existsSync(path) ? path : undefined;
}

/**
 * Scripts of packages stay off: `@prisma/engines` has one that downloads, and the only one that the project
 * needs, the symbolic links of PostgreSQL's libraries, is run by `linkLibraries`.
 */
async function npm(command, withoutDev) {
  const which = withoutDev ? '--omit=dev' : '--include=dev';
  const args = [...command, which, '--ignore-scripts', '--loglevel=error', '--no-fund', '--no-audit'];
  // Not process.execPath: that may be the pinned Node.js inside the node_modules that npm is about to remove.
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const underNpm = script?.endsWith('.js') && node && !node.startsWith(join(root, 'node_modules'));
  const [program, prefix] = underNpm ? [node, [script]] : ['npm', []];
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.startsWith(join(root, 'node_modules')))
    .join(delimiter);
  await run(program, [...prefix, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !underNpm && process.platform === 'win32',
  });
}

async function install(withoutDev) {
  say('Installing packages (npm ci), which takes a minute or two the first time …');
  const stopProgress = showProgress(root, { omitDev: withoutDev, say, began });
  try {
    await npm(['ci'], withoutDev);
  } finally {
    stopProgress();
  }
}

/** Runs a program, and passes signals on: npm would otherwise continue. */
async function run(command, args, options) {
  const child = spawn(command, args, options);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  let interrupted;
  const onSignal = (signal) => {
    interrupted = signal;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const status = await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
  });
  for (const signal of signals) process.off(signal, onSignal);
  if (interrupted) throw new Error(`interrupted (${interrupted}).`);
  if (status !== 0) throw new Error(`npm failed:\n${reasonOf(stderr)}`);
}

/** The reason is in the first lines of npm's output. */
function reasonOf(stderr) {
  const lines = stderr.split('\n').filter((line) => /^npm error \S/.test(line));
  const log = lines.find((line) => line.includes('complete log'));
  return [...new Set([...lines.slice(0, 4), ...(log ? [log] : [])])].join('\n');
}

function hasNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return Boolean(pinnedNode()) || major > 22 || (major === 22 && minor >= 18);
}

/** The pinned Node.js is a development package: where an old machine needs it without those, it is installed alone. */
async function installNode() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const version = packages[`node_modules/${nodePackage}`]?.version;
  if (!version) return;
  say(`Installing Node.js ${version}, since ${process.versions.node} is too old …`);
  await npm(['install', '--no-save', `${nodePackage}@${version}`], true);
}

function checkNode() {
  if (hasNode()) return;
  throw new Error(
    `Node.js ${process.versions.node} is too old, and npm has no newer one for ${process.platform}-${process.arch}: ` +
      'install Node.js 22.18 or later (24 recommended) from https://nodejs.org and try again.',
  );
}

const isComplete = () => isInstalled(root, { withoutDev: !needsDev() });

const isReady = () => isComplete() && isGenerated(root) && areLibrariesLinked(root) && hasNode();

/** After they have generated the code. The pinned Node.js is removed with them. */
async function removeDev() {
  say('Removing development packages …');
  await npm(['prune'], true);
  if (!hasNode()) await installNode();
}

async function setUp() {
  if (isReady()) return;
  const lock = join(root, '.data/setup.lock');
  const onWait = (pid) => say(`Waiting for the set-up of this checkout by another process (${pid}) …`);
  await exclusively(
    lock,
    async () => {
      const onlyToGenerate = omitDev && needsDev() && !hasDev();
      if (!isComplete()) await install(omitDev && !needsDev());
      if (!hasNode()) await installNode();
      linkLibraries(root);
      checkNode();
      if (isGenerated(root)) return;
      say('Generating code …');
      await generate(root, pinnedNode() ?? process.execPath);
      if (onlyToGenerate) await removeDev();
      say(`Set-up finished after ${Math.round((Date.now() - began) / 1_000)} s`);
    },
    onWait,
  );
}

try {
  await setUp();
  checkNode();
  if (process.argv.includes('--start')) recordStartTime(root, began);
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  process.exitCode = 1;
}
