/** The first line of a text that isn't blank, with an ellipsis when more follows. */
export function firstLine(text: string): string {
  const [first = '', ...more] = text.trim().split(/\s*\n\s*/);
  return more.length > 0 ? `${first} …` : first;
}
