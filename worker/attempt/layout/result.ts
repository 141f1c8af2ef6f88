import type { CachedResult } from '../../../src/cache/cachedResult.ts';

/** A version that a job undoes, and the jobs that created the objects which come back with that. */
export type UndoneVersion = { userId: string; number: number; creators: Readonly<Record<string, string>> };

/** What a job changes on its canvas, ready to be committed. */
export type Result = CachedResult & {
  /** Of a job that was asked to undo a change: what that was. */
  undone?: UndoneVersion;
  /** Version of the canvas that the changes were made for. */
  baseVersion: number;
};
