import { formatNumber } from '../../language/formats.ts';
import { t } from '../../language/language.ts';

/** The server's limit, in characters after trimming. */
export const maxInstructionLength = 4000;
/** The count is shown from this length on. */
const countShownFrom = 3600;

/** The number of characters when it is near the limit, and a hint before. */
export function CharacterCount({ length, hint }: { length: number; hint: string }) {
  if (length < countShownFrom) return <span className="composer-hint">{hint}</span>;
  const over = length > maxInstructionLength;
  return (
    <span className="composer-count" data-over={over || undefined} role="status">
      {formatNumber(length)} / {formatNumber(maxInstructionLength)}
      {over && ` – ${t('composer.tooLong')}`}
    </span>
  );
}
