import type { CompletePlan } from '../../completePlan.ts';
import type { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { readClasses } from './classes.ts';
import { readEntities } from './entities.ts';
import { readFlowchart } from './flowchart.ts';
import { readGantt } from './gantt.ts';
import { readJourney } from './journey.ts';
import { loadMermaid, type MermaidDiagram, type ParseMermaid } from './loadMermaid.ts';
import { readMermaidMindmap } from './mindmap.ts';
import { readPie } from './pie.ts';
import { readSequence } from './sequence.ts';
import { readStates } from './states.ts';
import { closeBracket, correctLine, prepare } from './text.ts';
import { readMermaidTimeline } from './timeline.ts';

/** How a type is read from Mermaid's database, and what its lines look like. */
type DiagramType = { read(db: never, source: string): DiagramBuilder; example: string };

const types = new Map<string, DiagramType>([
  ['flowchart-v2', { read: readFlowchart, example: 'A[Text] -->|label| B' }],
  ['flowchart', { read: readFlowchart, example: 'A[Text] -->|label| B' }],
  ['flowchart-elk', { read: readFlowchart, example: 'A[Text] -->|label| B' }],
  ['sequence', { read: readSequence, example: 'A->>B: message' }],
  ['classDiagram', { read: readClasses, example: 'A <|-- B : label' }],
  ['class', { read: readClasses, example: 'A <|-- B : label' }],
  ['stateDiagram', { read: readStates, example: 'A --> B : label' }],
  ['state', { read: readStates, example: 'A --> B : label' }],
  ['er', { read: readEntities, example: 'A ||--o{ B : label' }],
  ['mindmap', { read: readMermaidMindmap, example: 'an indented text' }],
  ['timeline', { read: readMermaidTimeline, example: '2024 : event' }],
  ['gantt', { read: readGantt, example: 'Task :id, 2024-01-31, 5d' }],
  ['journey', { read: readJourney, example: 'Task: 5: Person' }],
  ['pie', { read: readPie, example: '"Name" : 12' }],
]);

/** How often lines are corrected or left out, at most, until the rest can be read. */
const maxTries = 20;

/** Reads Mermaid with its own parser. Lines that it refuses are corrected, or left out with a warning each. */
export async function readMermaid(source: DiagramSource): Promise<CompletePlan | null> {
  const { title, lines } = prepare(source.text);
  const { diagram, unread } = await parseLines(await loadMermaid(), lines);
  const type = diagram === null ? undefined : types.get(diagram.type);
  if (diagram === null || type === undefined) return null;
  const builder = type.read(diagram.db as never, source.text);
  if (title !== '') builder.header.title = title;
  for (const { at, text } of unread)
    builder.warn(unreadLine(source, at, text, `for example “${type.example}”`));
  return builder.finish();
}

type UnreadLine = { at: number; text: string };

async function parseLines(parse: ParseMermaid, lines: readonly string[]) {
  const [rest, unread]: [string[], UnreadLine[]] = [[...lines], []];
  const header = rest.findIndex((line) => line.trim() !== '');
  for (let tries = 0; ; tries += 1) {
    try {
      const diagram: MermaidDiagram | null = await parse(rest.slice(header).join('\n'));
      return { diagram, unread };
    } catch (error) {
      const at = refusedLine(error, rest, header);
      if (at <= header || tries === maxTries) return { diagram: null, unread };
      if (correctAt(rest, at, header)) continue;
      unread.push({ at, text: lines[at] ?? '' });
      rest[at] = '';
    }
  }
}

/** Corrects a refused line, or closes a bracket in the line above it; false if neither has a known mistake. */
function correctAt(lines: string[], at: number, header: number): boolean {
  const above = lines.slice(0, at).findLastIndex((line) => line.trim() !== '');
  const corrections = [
    { place: above, line: above > header ? closeBracket(lines[above] ?? '') : lines[above] },
    { place: at, line: correctLine(lines[at] ?? '') },
  ];
  const correction = corrections.find(({ place, line }) => line !== lines[place]);
  if (correction?.line === undefined) return false;
  lines[correction.place] = correction.line;
  return true;
}

/**
 * The index of the line that an error names, counted from the header, or, if it is blank, of the last one before it;
 * -1 if it names none.
 */
function refusedLine(error: unknown, lines: readonly string[], header: number): number {
  const named = /\bline:? (\d+)/i.exec(error instanceof Error ? error.message : '')?.[1];
  if (named === undefined) return -1;
  return lines.slice(0, header + Number(named)).findLastIndex((line) => line.trim() !== '');
}
