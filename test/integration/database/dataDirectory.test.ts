import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { ensureDataDirectory } from '../../../tools/postgres/dataDirectory.ts';

const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-data-'));
    await use(join(folder, 'data'));
    await rm(folder, { recursive: true, force: true });
  },
});

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a data folder is for its owner alone from the beginning', async ({ dataDir }) => {
  ensureDataDirectory(dataDir);
  expect(await modeOf(dataDir)).toBe('700');
});

test('an existing data folder and logs become readable by their owner only', async ({ dataDir }) => {
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  for (const file of ['postgres.json', 'logs/api.log', 'logs/api.log.1', 'logs/postgres.log']) {
    await writeFile(join(dataDir, file), '');
    await chmod(join(dataDir, file), 0o644);
  }
  await chmod(dataDir, 0o755);
  ensureDataDirectory(dataDir);
  expect(await modeOf(dataDir)).toBe('700');
  expect(await modeOf(join(dataDir, 'logs'))).toBe('700');
  for (const file of ['api.log', 'api.log.1', 'postgres.log']) {
    expect(await modeOf(join(dataDir, 'logs', file))).toBe('600');
  }
});

test('a folder with other files keeps its permissions', async ({ dataDir }) => {
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  await writeFile(join(dataDir, 'thesis.txt'), '');
  await chmod(dataDir, 0o755);
  ensureDataDirectory(dataDir);
  expect(await modeOf(dataDir)).toBe('755');
  expect(await modeOf(join(dataDir, 'logs'))).toBe('700');
});
