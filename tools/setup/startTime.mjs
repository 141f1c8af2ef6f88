import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Records when a command began, for the program that npm runs next and that counts its time from there
 * (`tools/launch/startTime.ts`).
 *
 * @param {string} root the checkout
 * @param {number} began milliseconds since the epoch
 */
export function recordStartTime(root, began) {
  const folder = join(root, 'node_modules/.cache/collabcanvas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'began.json'), JSON.stringify({ npm: process.ppid, began }));
}
