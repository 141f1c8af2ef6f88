/** Longest instruction that the server takes, in characters after trimming. */
export const MAX_CHARACTERS = 4000;
/** From here on the count is shown. */
const NEAR = 3600;

/** How many characters are used, once the limit is near. */
export function CharacterCount({ length }: { length: number }) {
  if (length < NEAR) return <span className="composer-hint">Shift + Enter for a new line</span>;
  const over = length > MAX_CHARACTERS;
  return (
    <span className="composer-count" data-over={over || undefined} role="status">
      {length.toLocaleString('en')} / {MAX_CHARACTERS.toLocaleString('en')}
      {over && ' – too long'}
    </span>
  );
}
