import type { DiagramLanguage, DiagramSource } from '../source/diagramSource.ts';
import { findFence } from './fence.ts';
import { languageOf } from './headers.ts';

/** How many lines may come before a source without a fence: a sentence and a blank line. */
const maxLinesBefore = 3;
/** Longest text before a source without a fence, in characters. */
const maxLengthBefore = 300;

/**
 * Finds the diagram source in a text: in a fence, or from a line with a header that only a source has, after a
 * sentence at most. Prose, lists and `A -> B` are no source. Takes linear time.
 * @returns The first source, or null
 */
export function detectSource(text: string): DiagramSource | null {
  const normal = text.replace(/\r\n?/g, '\n');
  return findFence(normal) ?? findHeader(normal);
}

function findHeader(text: string): DiagramSource | null {
  for (const start of possibleStarts(text)) {
    const language = languageOf(text.slice(start), start === 0);
    if (language !== null) return sourceAt(text, start, language);
  }
  return null;
}

/** Where the first lines that are not blank begin, and what follows a colon in the first one. */
function possibleStarts(text: string): number[] {
  const starts: number[] = [];
  let start = 0;
  while (start < text.length && starts.length <= maxLinesBefore && start <= maxLengthBefore) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') {
      starts.push(start);
      const colon =
        starts.length === 1 ? text.slice(start, Math.min(end, maxLengthBefore)).indexOf(': ') : -1;
      if (colon !== -1) starts.push(start + colon + 2);
    }
    start = end + 1;
  }
  return starts;
}

function sourceAt(text: string, start: number, language: DiagramLanguage): DiagramSource {
  const end = language === 'plantuml' ? plantumlEnd(text, start) : text.length;
  return {
    language,
    text: text.slice(start, end),
    first: text.slice(0, start).split('\n').length,
    before: text.slice(0, start).trim(),
    after: text.slice(end).trim(),
  };
}

function plantumlEnd(text: string, start: number): number {
  const end = /@end(?:uml|mindmap|wbs)\b/.exec(text.slice(start));
  return end === null ? text.length : start + end.index + end[0].length;
}
