import type { DiagramSource } from './diagramSource.ts';

/** The message about a line that could not be read. @param at The line's index in the source, from 0 */
export function unreadLine(
  { first }: Pick<DiagramSource, 'first'>,
  at: number,
  line: string,
  expected: string,
): string {
  const text = line.trim();
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `Line ${first + at} was left out: “${shown}”. Expected ${expected}.`;
}
