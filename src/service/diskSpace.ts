import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes of a disk. */
export type DiskSpace = { size: number; free: number };

/** Space of the disk with that folder; with its nearest parent, as long as there is no such folder. */
export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bsize, blocks, bavail } = await statNearest(folder);
  return { size: bsize * blocks, free: bsize * bavail };
}

async function statNearest(folder: string): Promise<StatsFs> {
  try {
    return await statfs(folder);
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return statNearest(dirname(folder));
  }
}
