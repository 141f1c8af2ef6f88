/** What a job is asked for. */
export type Wanted = { instruction: string; canvasId: string | null; selection: readonly string[] };

/** One intended job. Sending it again with the same key gives the same job. */
export type Submission = Wanted & { key: string };

/** The submission for this input: the earlier one when that is the same, so that a second try makes no second job. */
export function submissionFor(earlier: Submission | null, wanted: Wanted, newKey: () => string): Submission {
  return earlier !== null && isSame(earlier, wanted) ? earlier : { ...wanted, key: newKey() };
}

const isSame = (one: Wanted, other: Wanted): boolean =>
  one.instruction === other.instruction &&
  one.canvasId === other.canvasId &&
  one.selection.join() === other.selection.join();
