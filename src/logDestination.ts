import { writeSync } from 'node:fs';

/** Milliseconds between two tries on a pipe that is full, and for all of them. */
const retryMs = 5;
const retryLimitMs = 1_000;

/** Where pino writes to. */
export type LogDestination = {
  /** Writes a line. Never fails: what cannot be written, for instance to a full disk, is dropped and counted. */
  write(line: string): void;
};

/**
 * Writes lines to a file descriptor at once. pino's own destination ends the process on a full disk, or hangs at its
 * exit. The number of dropped lines is logged as soon as writing works again.
 *
 * @param describe makes the line for a number of dropped lines
 */
export function createLogDestination(fd: number, describe: (dropped: number) => string): LogDestination {
  let dropped = 0;
  /** Whether the last line was cut in the middle. */
  let cut = false;
  const writeAll = (line: string, limit: number): boolean => {
    const bytes = Buffer.from(line);
    let written = 0;
    const until = performance.now() + limit;
    while (written < bytes.length) {
      try {
        written += writeSync(fd, bytes, written);
      } catch (error) {
        if (isFull(error) && performance.now() < until) {
          pause(retryMs);
          continue;
        }
        if (written > 0) cut = true;
        return false;
      }
    }
    return true;
  };
  return {
    write(line) {
      // A reader that has stopped must not block the process with each further line.
      const limit = dropped === 0 ? retryLimitMs : 0;
      if (dropped > 0) {
        if (!writeAll(`${cut ? '\n' : ''}${describe(dropped)}\n`, limit)) {
          dropped += 1;
          return;
        }
        dropped = 0;
        cut = false;
      }
      if (!writeAll(line, limit)) dropped += 1;
    },
  };
}

/** Whether a pipe has no room until its reader has read. */
function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
