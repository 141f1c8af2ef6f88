import type { DiagramLanguage, DiagramSource } from '../source/diagramSource.ts';
import { languageOf } from './headers.ts';

/** The languages by their names after the marks of a fence, and at the end of a file's name. */
export const languageNames: ReadonlyMap<string, DiagramLanguage> = new Map<string, DiagramLanguage>([
  ['mermaid', 'mermaid'],
  ['mmd', 'mermaid'],
  ['dot', 'dot'],
  ['gv', 'dot'],
  ['graphviz', 'dot'],
  ['plantuml', 'plantuml'],
  ['puml', 'plantuml'],
  ['uml', 'plantuml'],
  ['iuml', 'plantuml'],
  ['markdown', 'markdown'],
  ['md', 'markdown'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['json', 'json'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['sql', 'sql'],
]);

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)/;

/** The first fence that holds a source, by its language or its content. */
export function findFence(text: string): DiagramSource | null {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, marks, name = ''] = opening.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) continue;
    const end = closingLine(lines, at + 1, marks);
    const content = lines.slice(at + 1, end).join('\n');
    const language = languageNames.get(name.toLowerCase()) ?? languageOf(content.trimStart(), true);
    if (language !== null) {
      const [before, after] = [lines.slice(0, at), lines.slice(end + 1)].map((some) =>
        some.join('\n').trim(),
      );
      return { language, text: content, first: at + 2, before: before ?? '', after: after ?? '' };
    }
    at = end;
  }
  return null;
}

/** The line that closes a fence, or the end: what a person pastes is often cut off. */
function closingLine(lines: readonly string[], from: number, marks: string): number {
  for (let at = from; at < lines.length; at += 1) if (lines[at]?.trim().startsWith(marks)) return at;
  return lines.length;
}
