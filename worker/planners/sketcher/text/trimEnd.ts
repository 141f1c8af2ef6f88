/**
 * The text without any of `characters` at its end; a space among them stands for all white space. A pattern such as `/[.!]+$/` would begin
 * again at every such character of the text, which takes quadratic time.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && isOneOf(text.charAt(end - 1), characters)) end -= 1;
  return text.slice(0, end);
}

const isOneOf = (character: string, characters: string): boolean =>
  characters.includes(character) || (characters.includes(' ') && character.trim() === '');
