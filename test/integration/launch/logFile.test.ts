import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { openLogFile } from '../../../tools/launch/logFile.ts';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-log-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** A file system of 64 KB; undefined where this process may not mount one. */
function smallDisk(place: string) {
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]);
  if (mount.status !== 0) return undefined;
  return { [Symbol.dispose]: () => void spawnSync('umount', ['--lazy', place]) };
}

const linesOf = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n');

test('on a full disk lines are dropped and counted, and the log continues when there is space', async ({
  folder,
  skip,
}) => {
  using disk = smallDisk(folder);
  skip(disk === undefined, 'file systems cannot be mounted here');
  const reports: string[] = [];
  const file = join(folder, 'api.log');
  const log = openLogFile(file, (line) => reports.push(line));
  log.write('before');
  await log.flushed();
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(1_000_000)).catch(() => undefined);

  for (let number = 0; number < 300; number += 1) {
    log.write(`${number} ${'x'.repeat(100)}`);
    if (number % 50 === 0) await log.flushed();
  }
  await log.flushed();
  expect(reports).toEqual([expect.stringMatching(/cannot be written \(ENOSPC/)]);

  await rm(ballast);
  log.write('after');
  await log.flushed();
  const lines = await linesOf(file);
  const kept = lines.filter((line) => /^\d+ x{100}$/.test(line)).length;
  const notes = lines.filter((line) => line.includes('were dropped'));
  expect(reports[1]).toContain(`${300 - kept} lines were dropped`);
  expect(notes).toEqual([expect.stringContaining(`${300 - kept} lines of this log were dropped`)]);
  expect(lines.slice(-2)).toEqual([notes[0], 'after']);
  await log.close();
});

test('a log is for its owner alone, also one from before', async ({ folder }) => {
  const file = join(folder, 'logs/worker.log');
  await mkdir(join(folder, 'logs'));
  await writeFile(file, 'earlier\n');
  await chmod(file, 0o644);
  const log = openLogFile(file, () => undefined);
  log.write('later');
  await log.flushed();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await linesOf(file)).toEqual(['earlier', 'later']);
  await log.close();
});

test('a log that cannot be written loses lines, counts them, and continues later', async ({ folder }) => {
  const reports: string[] = [];
  const place = join(folder, 'disk');
  await writeFile(place, 'in the way of a folder');
  const log = openLogFile(join(place, 'api.log'), (line) => reports.push(line));
  log.write('one');
  log.write('two');
  await log.flushed();
  log.write('three');
  await log.flushed();
  expect(reports).toEqual([
    expect.stringMatching(/api\.log cannot be written \(.*\); its lines are dropped/),
  ]);

  await rm(place);
  log.write('four');
  await log.flushed();
  expect(reports[1]).toMatch(/can be written again; 3 lines were dropped/);
  const lines = (await readFile(join(place, 'api.log'), 'utf8')).trim().split('\n');
  expect(lines).toEqual([expect.stringContaining('3 lines of this log were dropped'), 'four']);
  await log.close();
});
