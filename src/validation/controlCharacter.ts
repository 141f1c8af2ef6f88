/** The name of the first control character in a text, such as "U+0007", but of none that is allowed. */
export function controlCharacterIn(text: string, allowed = ''): string | undefined {
  const found = text.match(/\p{Cc}/gu)?.find((character) => !allowed.includes(character));
  return found && `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
