/** One intended job. Sending it again with the same key gives the same job. */
export type Submission = { instruction: string; canvasId: string | null; key: string };

/** The submission for this input: the earlier one when that is the same, so that a second try makes no second job. */
export function submissionFor(
  earlier: Submission | null,
  instruction: string,
  canvasId: string | null,
  newKey: () => string,
): Submission {
  if (earlier?.instruction === instruction && earlier.canvasId === canvasId) return earlier;
  return { instruction, canvasId, key: newKey() };
}
