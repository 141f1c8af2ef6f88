import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, expect } from 'vitest';

const run = promisify(execFile);
const modulePath = join(import.meta.dirname, '../../../tools/setup/installed.mjs');

type Entry = {
  version: string;
  dev?: boolean;
  optional?: boolean;
};

/** Asks about a checkout whose lock file wants one thing and whose node_modules has another. */
const test = base.extend<{
  isInstalled: (
    wanted: Record<string, Entry>,
    present?: Record<string, Entry>,
    withoutDev?: boolean,
  ) => Promise<boolean>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  isInstalled: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'collabcanvas-installed-'));
    await use(async (wanted, present, withoutDev = false) => {
      await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
      if (present) {
        await mkdir(join(root, 'node_modules'), { recursive: true });
        await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
      }
      const code = `import { isInstalled } from ${JSON.stringify(modulePath)};
        console.log(isInstalled(process.argv[1], { withoutDev: ${withoutDev} }))`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code, root]);
      return stdout.trim() === 'true';
    });
    await rm(root, { recursive: true, force: true });
  },
});

const a = { 'node_modules/a': { version: '1.0.0' } };

test('nothing installed', async ({ isInstalled }) => {
  expect(await isInstalled(a)).toBe(false);
});

test('all installed, apart from packages of other platforms', async ({ isInstalled }) => {
  const other = { 'node_modules/for-another-platform': { version: '1.0.0', optional: true } };
  expect(await isInstalled({ ...a, ...other }, a)).toBe(true);
});

test('another version, or one package more', async ({ isInstalled }) => {
  expect(await isInstalled({ 'node_modules/a': { version: '1.0.1' } }, a)).toBe(false);
  expect(await isInstalled({ ...a, 'node_modules/b': { version: '1.0.0' } }, a)).toBe(false);
});

test('an installation without development packages is enough if requested', async ({ isInstalled }) => {
  const tool = { 'node_modules/tool': { version: '1.0.0', dev: true } };
  expect(await isInstalled({ ...a, ...tool }, a)).toBe(false);
  expect(await isInstalled({ ...a, ...tool }, a, true)).toBe(true);
});

test('the set-up for services changes an installation without development packages only to generate code', async () => {
  const root = await mkdtemp(join(tmpdir(), 'collabcanvas-setup-'));
  try {
    await cp(join(import.meta.dirname, '../../../tools/setup'), join(root, 'tools/setup'), {
      recursive: true,
    });
    await mkdir(join(root, 'node_modules'));
    const tool = { 'node_modules/tool': { version: '1.0.0', dev: true } };
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...a, ...tool } }));
    await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: a }));
    const setUp = (...args: string[]) => {
      const env = { PATH: root }; // without npm
      return run(process.execPath, [join(root, 'tools/setup/setup.mjs'), ...args], { env });
    };
    const installs = { stderr: expect.stringMatching(/Installing packages.*0 of about 2/s) };
    await expect(setUp('--services')).rejects.toMatchObject(installs);
    const generated = `import { serviceSteps } from ${JSON.stringify(join(root, 'tools/setup/generate.mjs'))};
      for (const { stamp } of serviceSteps(process.argv[1])) await stamp.rebuild(async () => undefined);`;
    await run(process.execPath, ['--input-type=module', '-e', generated, root]);
    expect(await setUp('--services')).toEqual({ stdout: '', stderr: '' });
    await expect(setUp()).rejects.toMatchObject(installs);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
