import { formatNumber } from '../language/formats.ts';
/** The server's limit, in characters after trimming. */
export const maxInstructionLength = 4000;
/** The count is shown from this length on. */
const countShownFrom = 3600;

/** The number of characters, when it is near the limit. */
export function CharacterCount({ length }: { length: number }) {
  if (length < countShownFrom) return <span className="composer-hint">Shift + Enter for a new line</span>;
  const over = length > maxInstructionLength;
  return (
    <span className="composer-count" data-over={over || undefined} role="status">
      {formatNumber(length)} / {formatNumber(maxInstructionLength)}
      {over && ' – too long'}
    </span>
  );
}
