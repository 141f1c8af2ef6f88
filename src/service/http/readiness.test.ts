import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskCheck } from './readiness.ts';

describe('the disk of the embedded database', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'collabcanvas-disk-'));
    await mkdir(join(dataDir, 'logs'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  const check = (free: number, folder = dataDir) => diskCheck(folder, async () => ({ size: 1_000, free }))();

  test('is fine with a tenth or more, and otherwise a warning', async () => {
    expect(await check(100)).toBe(true);
    expect(await check(99)).toEqual({ degraded: '9 % of the disk of DATA_DIR is free' });
  });

  test('is of no interest where there is neither such a database nor a log', async () => {
    expect(await check(0, '/not/there')).toBe(true);
    expect(await check(0, join(dataDir, 'logs'))).toBe(true);
  });
});
