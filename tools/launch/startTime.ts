import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({ npm: z.number(), began: z.number() });

/**
 * When the command began, in milliseconds since the epoch: with its set-up, which npm has run before as a process of
 * its own and which has left a record (setup.mjs), else with this process.
 */
export function startedAt(root: string): number {
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
