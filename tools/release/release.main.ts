import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVersion, ReleaseError, releaseChangelog } from './changelog.ts';

/**
 * `npm run release -- <version>`: makes a release of what is committed. Changelog, package and released schema get the
 * version, everything is checked, and a commit and an annotated tag are made, with what others can compare their copy
 * to. Nothing is pushed.
 */

const project = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
const show = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });

function checkState(version: string): void {
  checkVersion(version, JSON.parse(read('package.json')).version);
  if (run('git', 'status', '--porcelain') !== '')
    throw new ReleaseError('There are uncommitted changes. Commit them first.');
  if (run('git', 'tag', '--list', `v${version}`) !== '')
    throw new ReleaseError(`The tag v${version} exists. Choose the next version.`);
}

function writeVersion(version: string): void {
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(join(project, 'CHANGELOG.md'), releaseChangelog(read('CHANGELOG.md'), version, today));
  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
  run('npm', 'run', 'schema:release');
}

/** What the release was made from and with. */
function provenance(version: string): string {
  const hashOf = (file: string) => createHash('sha256').update(read(file)).digest('hex');
  const migrations = readdirSync(join(project, 'prisma/migrations'), { withFileTypes: true });
  const newest = migrations
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .at(-1);
  return [
    `CollabCanvas ${version}`,
    '',
    `Tree: ${run('git', 'rev-parse', 'HEAD^{tree}')}`,
    `Newest migration: ${newest}`,
    ...['package-lock.json', 'schema.graphql'].map((file) => `SHA-256 of ${file}: ${hashOf(file)}`),
    `Checked with Node.js ${process.version}, npm ${run('npm', '--version')}`,
  ].join('\n');
}

function release(version: string): void {
  checkState(version);
  writeVersion(version);
  show('npm', 'run', 'check');
  run('git', 'commit', '--all', '--message', `Release version ${version}`);
  const notes = provenance(version);
  run('git', 'tag', '--annotate', `v${version}`, '--message', notes);
  process.stdout.write(`\n${notes}\n\nCommitted and tagged. Publish it with: git push --follow-tags\n`);
}

try {
  release(process.argv[2] ?? '');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  if (!(error instanceof ReleaseError))
    process.stderr.write(
      'Nothing was committed or tagged unless said above; `git checkout .` takes changes of files back.\n',
    );
  process.exitCode = 1;
}
