import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, expect } from 'vitest';

const run = promisify(execFile);
const modulePath = join(import.meta.dirname, '../../../tools/setup/exclusive.mjs');

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-lock-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** A process that notes when it is inside, and for how long. */
const program = `
  import { exclusively } from ${JSON.stringify(modulePath)};
  import { appendFileSync } from 'node:fs';
  import { setTimeout as delay } from 'node:timers/promises';
  const [, lock, log] = process.argv;
  await exclusively(lock, async () => {
    appendFileSync(log, 'in ');
    await delay(30);
    appendFileSync(log, 'out ');
  });
`;

test('several processes take turns, and leave no lock behind', async ({ folder }) => {
  const [lock, log] = [join(folder, 'lock'), join(folder, 'log')];
  const args = ['--input-type=module', '-e', program, lock, log];
  await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, args)));
  expect(await readFile(log, 'utf8')).toBe('in out '.repeat(4));
  expect(await readdir(folder)).toEqual(['log']);
});

test('the lock of a process that has died is taken over', async ({ folder }) => {
  const [lock, log] = [join(folder, 'lock'), join(folder, 'log')];
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  await writeFile(lock, String(dead.pid));
  await run(process.execPath, ['--input-type=module', '-e', program, lock, log]);
  expect(await readFile(log, 'utf8')).toBe('in out ');
});
