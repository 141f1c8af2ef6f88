import { labelText } from '../plan/labelText.ts';
import { quoteSubgraphTitle } from './subgraphs.ts';

/** Stands for `<br>` while Mermaid reads: its sanitiser loses lines outside a browser. */
const lineBreak = '\uE00A';

/**
 * The lines that Mermaid's parser gets, one for each of the source: without front matter, whose title is kept, and
 * without directives and comments, and with titles of subgraphs that the parser reads.
 */
export function prepare(source: string): { title: string; lines: string[] } {
  const lines = source
    .replace(/<br\s*\/?>/gi, lineBreak)
    .replace(directive, blankLines)
    .split('\n');
  let title = '';
  const start = lines.findIndex((line) => line.trim() !== '');
  if (lines[start]?.trim() === '---') {
    const end = lines.findIndex((line, at) => at > start && line.trim() === '---');
    for (let at = start; at <= end; at += 1) {
      title ||= /^\s*title:\s*(.+)$/.exec(lines[at] ?? '')?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? '';
      lines[at] = '';
    }
  }
  return { title, lines: lines.map((line) => (/^\s*%%/.test(line) ? '' : quoteSubgraphTitle(line))) };
}

/** A directive, which may go over several lines. */
const directive = /%%\{(?:(?!%%)[\s\S]){0,2000}\}%%/g;

const blankLines = (text: string): string => text.replace(/[^\n]/g, '');

/**
 * A line of a flowchart with quotes around the labels that need them, and with arrows of two dashes: people and models
 * write `A[Draft (new)]` and `A -> B`, which Mermaid refuses.
 */
export function correctLine(line: string): string {
  return line
    .replace(/(?<=[\w\])}] )->(?=[ |])/g, '-->')
    .replace(/\((?![(["])([^"\n]*\([^"\n]*\)[^"\n]*)\)(?=\s*$)/, '("$1")')
    .replace(/\[(?!\()([^"[\]]*)\]/g, (label, text) => (/[(){}]/.test(text) ? `["${text}"]` : label))
    .replace(/\{([^"{}]*)\}/g, (label, text) => (/[()[\]]/.test(text) ? `{"${text}"}` : label))
    .replace(/\|([^"|]*)\|/g, (label, text) => (/[(){}[\]]/.test(text) ? `|"${text}"|` : label));
}

/** A line of a flowchart whose last bracket is closed: without it, Mermaid reads on in the lines below. */
export function closeBracket(line: string): string {
  const open = /([[({])[^"[\](){}]*$/.exec(line)?.[1];
  return open === undefined ? line : `${line.trimEnd()}${closing[open]}`;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** An icon of Font Awesome, which a canvas can't show. */
const iconName = /\bfa[bklrs]?:fa-[\w-]+\s*/g;

/** A label as Mermaid holds it, with codes of its own for entities, as plain text. */
export function mermaidText(label: string | undefined): string {
  const text = (label ?? '')
    .replaceAll(lineBreak, '\n')
    .replaceAll('ﬂ°°', '&#')
    .replaceAll('ﬂ°', '&')
    .replaceAll('¶ß', ';');
  return labelText(text)
    .replace(/^`([^`]*)`$/, '$1')
    .replace(iconName, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1');
}

/** The direction that a source states in a line of its own, such as `direction LR`; null if it states none. */
export function statedDirection(source: string): 'right' | 'down' | null {
  const stated = /^\s*direction\s+(TB|TD|BT|LR|RL)\s*;?\s*$/m.exec(source)?.[1];
  return stated === undefined ? null : mermaidDirection(stated);
}

/** Mermaid's direction as the plan's: from right to left and upwards are drawn the usual way round. */
export function mermaidDirection(direction: string | undefined): 'right' | 'down' {
  return direction === 'LR' || direction === 'RL' ? 'right' : 'down';
}
