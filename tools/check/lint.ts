import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '../..');
const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');

/** For tests: what the plugins of the linter report about a file at a path of the project, by its configuration. */
export async function lint(path: string, code: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(join(project, 'biome.json'), join(folder, 'biome.json'));
  await cp(import.meta.dirname, join(folder, 'tools/check'), { recursive: true });
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), code);
  const options = ['lint', '--only=plugin', '--vcs-enabled=false', '--reporter=json', path];
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(process.execPath, [biome, ...options], { cwd: folder }, (_error, output) => resolve(output));
  const { diagnostics }: { diagnostics: { message: string }[] } = JSON.parse(await promise);
  return diagnostics.map(({ message }) => message);
}
