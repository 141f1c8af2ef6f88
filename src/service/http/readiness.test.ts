import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { diskCheck } from './readiness.ts';

describe('the disk of the embedded database', () => {
  const check = (free: number, folder = tmpdir()) => diskCheck(folder, async () => ({ size: 1_000, free }))();

  test('is fine with a tenth or more, and otherwise a warning', async () => {
    expect(await check(100)).toBe(true);
    expect(await check(99)).toEqual({ degraded: '9 % of the disk of DATA_DIR is free' });
  });

  test('is of no interest where there is no such database', async () => {
    expect(await check(0, '/not/there')).toBe(true);
  });
});
