import { parse } from '@ts-graphviz/ast';
import type { CompletePlan } from '../../completePlan.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { readGraph } from './readGraph.ts';

/** How many lines are left out, at most, until the rest can be read. */
const maxUnreadLines = 5;

/** Reads DOT. Lines that the parser refuses are left out, with a warning each. */
export function readDot(source: DiagramSource): CompletePlan | null {
  const lines = graphOf(source.text).split('\n');
  const warnings: string[] = [];
  while (warnings.length <= maxUnreadLines) {
    try {
      const graph = parse(lines.join('\n')).children.find((child) => child.type === 'Graph');
      const plan = graph === undefined ? null : readGraph(graph).finish();
      return plan === null ? null : { ...plan, warnings: [...warnings, ...plan.warnings] };
    } catch (error) {
      const at = refusedLine(error, lines);
      if (at < 1) return null;
      warnings.push(unreadLine(source, at, lines[at] ?? '', 'for example “a -> b [label="text"];”'));
      lines[at] = /^\s*\}\s*$/.test(lines[at] ?? '') ? '}' : '';
      if (lines[at] === '}') return null;
    }
  }
  return null;
}

/** The source up to its last brace, which is added where it is missing: the end of what is pasted is often cut off. */
function graphOf(text: string): string {
  const end = text.lastIndexOf('}');
  return end === -1 ? `${text}\n}` : text.slice(0, end + 1);
}

/** The line that a syntax error names or, if it is blank or a brace, the last one before it; -1 if it names none. */
function refusedLine(error: unknown, lines: readonly string[]): number {
  const cause = error instanceof Error ? error.cause : undefined;
  const location = (cause as { location?: { start: { line: number } } } | undefined)?.location;
  if (location === undefined) return -1;
  return lines.slice(0, location.start.line).findLastIndex((line) => !/^[\s{}]*$/.test(line));
}
