import type { CompletePlan } from '../../completePlan.ts';
import type { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { readActivity } from './activity.ts';
import { readClassDiagram } from './classes.ts';
import { readComponents } from './components.ts';
import { type PlantumlLine, type PlantumlSource, plantumlLines } from './lines.ts';
import { readPlantumlMindmap } from './mindmap.ts';
import { readOldActivity } from './oldActivity.ts';
import { readSequenceDiagram } from './sequence.ts';
import { readStateDiagram } from './states.ts';

/** A type of diagram: a line that only it has, and what its lines look like. */
type DiagramType = {
  sign: RegExp;
  example: string;
  read(source: PlantumlSource): { builder: DiagramBuilder; unread: PlantumlLine[] };
};

/** In the order in which they are looked for: an `interface` is in class and in component diagrams. */
const types: readonly DiagramType[] = [
  {
    sign: /^(?:start$|:.*[;|<>/\]}]$|if\s*\(.*\)\s*(?:then|is|equals)\b)/i,
    read: readActivity,
    example: ':step;',
  },
  { sign: /^\(\*\)|[->]\s*\(\*\)/, read: readOldActivity, example: '"A" --> "B"' },
  { sign: /\[\*\]|^state\b/i, read: readStateDiagram, example: 'A --> B : label' },
  {
    sign: /^(?:component|node|database|cloud|artifact|storage|rectangle|usecase|\[[^\]]+\])(?:[\s"[(]|$)(?!.*\bas\b.*->)|^(?::[^:;]+:|[\w"]+)\s*[-.<][-.>]*\s*\([^)*]+\)/i,
    read: readComponents,
    example: '[A] --> [B] : label',
  },
  {
    sign: /^(?:(?:abstract\s+)?class|abstract|interface|enum|entity\s+\S+.*\{)(?:\s|$)|<\||\|>/i,
    read: readClassDiagram,
    example: 'A <|-- B',
  },
  { sign: /(?:)/, read: readSequenceDiagram, example: 'A -> B : message' },
];

/** Reads the common forms of PlantUML, line by line. Lines of other forms are left out, with a warning each. */
export function readPlantuml(source: DiagramSource): CompletePlan | null {
  if (/^\s*@start(?:mindmap|wbs)\b/i.test(source.text)) return readPlantumlMindmap(source);
  const prepared = plantumlLines(source.text);
  const isSequence = prepared.lines.some(({ text }) =>
    /^(?:participant|boundary|control|collections|activate)\b/i.test(text),
  );
  const type = isSequence
    ? types.at(-1)
    : types.find(({ sign }) => prepared.lines.some(({ text }) => sign.test(text)));
  if (type === undefined) return null;
  const { builder, unread } = type.read(prepared);
  if (prepared.title !== '') builder.header.title = prepared.title;
  for (const { at, text } of unread.slice(0, 10))
    builder.warn(unreadLine(source, at, text, `for example “${type.example}”`));
  if (unread.length > 10) builder.warn(`${unread.length - 10} more lines of the source were left out.`);
  return builder.finish();
}
