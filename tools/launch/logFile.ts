import { existsSync, renameSync, statSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Size in bytes at which a log is set aside (as `.1`) when the program starts. */
const sizeLimit = 10_000_000;
/** Characters that wait for the disk at most; lines beyond that are dropped. */
const waitingLimit = 4_000_000;

const lineFeed = 0x0a;

/** A file that lines are appended to, readable by its owner only. */
export type LogFile = {
  /** Appends a line. Never fails: a line that cannot be written, for instance to a full disk, is dropped. */
  write(line: string): void;
  /** Resolves when everything so far was written or dropped. */
  flushed(): Promise<void>;
  /** Closes the file after what was written so far; another line opens it again. */
  close(): Promise<void>;
};

/**
 * Opens a log, in a folder that is created if need be. The number of lines that had to be dropped is logged as soon as
 * the file can be written again.
 *
 * @param report gets a line when the file cannot be written, and another when it can again
 */
export function openLogFile(file: string, report: (line: string) => void): LogFile {
  setAsideIfLarge(file);
  let handle: FileHandle | undefined;
  let waiting: string[] = [];
  let waitingLength = 0;
  let writing: Promise<void> | undefined;
  let dropped = 0;
  let failing = false;
  /** Whether the file may end in the middle of a line, which a full disk has cut. */
  let cut = false;

  const append = async (lines: readonly string[]) => {
    handle ??= await openPrivately(file);
    if (dropped > 0) {
      const note = `${cut ? '\n' : ''}${noteOf(dropped)}\n`;
      if ((await writeAsFarAsPossible(handle, note)).error === undefined) {
        report(`The log ${file} can be written again; ${dropped} lines were dropped.`);
        [dropped, cut, failing] = [0, false, false];
      }
    }
    const { error, left } = await writeAsFarAsPossible(handle, `${lines.join('\n')}\n`);
    if (error === undefined) return;
    cut ||= !left.wholeLines;
    drop(left.lines, error);
  };
  const drop = (lines: number, error: unknown) => {
    dropped += lines;
    const reason = error instanceof Error ? error.message : String(error);
    if (!failing)
      report(`The log ${file} cannot be written (${reason}); its lines are dropped until it can.`);
    failing = true;
  };
  const writeAll = async () => {
    while (waiting.length > 0) {
      const lines = waiting;
      [waiting, waitingLength] = [[], 0];
      try {
        await append(lines);
      } catch (error) {
        drop(lines.length, error);
      }
    }
    writing = undefined;
  };
  return {
    write(line) {
      if (waitingLength > waitingLimit) {
        drop(1, 'it is too slow');
        return;
      }
      waiting.push(line);
      waitingLength += line.length;
      writing ??= writeAll();
    },
    flushed: async () => writing,
    async close() {
      await writing;
      const closing = handle;
      handle = undefined;
      await closing?.close();
    },
  };
}

function setAsideIfLarge(file: string): void {
  if (existsSync(file) && statSync(file).size > sizeLimit) renameSync(file, `${file}.1`);
}

/** Logs contain what people asked for. */
async function openPrivately(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  if ((await handle.stat()).isFile()) await chmod(file, 0o600); // it may be there from before
  return handle;
}

/** @returns The error that ended it, if any, and what was not written then. */
async function writeAsFarAsPossible(
  handle: FileHandle,
  text: string,
): Promise<{ error?: unknown; left: { lines: number; wholeLines: boolean } }> {
  const bytes = Buffer.from(text);
  let written = 0;
  let error: unknown;
  try {
    while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
  } catch (reason) {
    error = reason;
  }
  const left = bytes.subarray(written);
  const wholeLines = written === 0 || bytes[written - 1] === lineFeed;
  return { error, left: { lines: left.filter((byte) => byte === lineFeed).length, wholeLines } };
}

function noteOf(dropped: number): string {
  const time = new Date().toISOString();
  return JSON.stringify({ level: 'warn', time, msg: `${dropped} lines of this log were dropped` });
}
