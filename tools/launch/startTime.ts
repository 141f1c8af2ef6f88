import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({ npm: z.number(), began: z.number() });

/**
 * When the command began, in milliseconds since the epoch. npm runs the set-up before it as a process of its own, which
 * leaves a record (`tools/setup/startTime.mjs`). Without a record by the same npm, the command began with this process.
 */
export function readStartTime(root: string): number {
  const ownStart = Date.now() - process.uptime() * 1_000;
  try {
    const file = join(root, 'node_modules/.cache/collabcanvas/began.json');
    const { npm, began } = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (npm === process.ppid && began <= ownStart) return began;
  } catch {
    // No set-up has run.
  }
  return ownStart;
}
