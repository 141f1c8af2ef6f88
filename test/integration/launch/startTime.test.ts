import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { readStartTime } from '../../../tools/launch/startTime.ts';

const { recordStartTime } = await import(join(import.meta.dirname, '../../../tools/setup/startTime.mjs'));

const test = base.extend<{ root: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'collabcanvas-began-'));
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
});

const ownStart = () => Date.now() - process.uptime() * 1_000;

test('a command began with its set-up', ({ root }) => {
  const began = ownStart() - 90_000;
  recordStartTime(root, began);
  expect(readStartTime(root)).toBe(began);
});

test('a command without a set-up began with its own process', ({ root }) => {
  expect(Math.abs(readStartTime(root) - ownStart())).toBeLessThan(1_000);
});

test('the set-up of another command, or one that is later than this process, does not count', async ({
  root,
}) => {
  const file = join(root, 'node_modules/.cache/collabcanvas/began.json');
  recordStartTime(root, Date.now());
  expect(Math.abs(readStartTime(root) - ownStart())).toBeLessThan(1_000);
  await writeFile(file, JSON.stringify({ npm: process.ppid + 1, began: ownStart() - 90_000 }));
  expect(Math.abs(readStartTime(root) - ownStart())).toBeLessThan(1_000);
  await writeFile(file, 'half a rec');
  expect(Math.abs(readStartTime(root) - ownStart())).toBeLessThan(1_000);
});
