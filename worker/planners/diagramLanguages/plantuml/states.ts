import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import { labelText } from '../plan/labelText.ts';
import { readArrow } from './arrow.ts';
import type { PlantumlSource } from './lines.ts';
import { nameOf, Structure } from './structure.ts';

const declaration =
  /^state\s+("[^"]+"|[^\s{<#:]+)(?:\s+as\s+("[^"]+"|[^\s{<#:]+))?(?:\s*<<([^>]*)>>)?(?:\s*#\w+)?\s*(?::\s*(.+?))?\s*(\{)?$/i;

const marks = new Map<string, { text: string; shape: PlanShape }>([
  ['choice', { text: '?', shape: 'diamond' }],
  ['fork', { text: 'Fork', shape: 'rect' }],
  ['join', { text: 'Join', shape: 'rect' }],
  ['start', { text: 'Start', shape: 'ellipse' }],
  ['end', { text: 'End', shape: 'ellipse' }],
]);

/** Composite states become frames. */
export function readStateDiagram(source: PlantumlSource) {
  const descriptions = descriptionsIn(source);
  return new Structure('State diagram', 'state', source)
    .read(
      source.lines,
      (text, structure) => readArrow(text) !== null || readLine(text, structure, descriptions),
    )
    .read(source.lines, (text, structure) => readLine(text, structure, descriptions))
    .addNotes();
}

const descriptionLine = /^([\p{L}\p{N}_]+)\s*:\s*(.+)$/u;

/** The lines `State : text`, by state: they may come after the state's first transition. */
function descriptionsIn({ lines }: PlantumlSource): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { text } of lines) {
    const [, name, description] = descriptionLine.exec(text) ?? [];
    if (name === undefined || description === undefined) continue;
    found.set(name, [...(found.get(name) ?? []), labelText(description)]);
  }
  return found;
}

function readLine(text: string, structure: Structure, descriptions: ReadonlyMap<string, string[]>): boolean {
  const shownOf = (name: string, shown: string) => [shown, ...(descriptions.get(name) ?? [])].join('\n');
  const [, first, alias, stereotype = '', description = '', brace] = declaration.exec(text) ?? [];
  if (first !== undefined) {
    const [name, shown] = alias?.startsWith('"') === true ? [first, alias] : [alias ?? first, first];
    const title = [labelText(nameOf(shown)), labelText(description)].filter((part) => part !== '').join('\n');
    const mark = marks.get(stereotype.toLowerCase());
    if (brace !== undefined) structure.openGroup(nameOf(name), title);
    else
      structure.builder.node(nameOf(name), mark?.text ?? shownOf(nameOf(name), title), {
        ...{ shape: mark?.shape ?? 'rect', parent: structure.parent },
      });
    return true;
  }
  const arrow = readArrow(text);
  if (arrow !== null) {
    const [from, to] = [endOf(arrow.from, true), endOf(arrow.to, false)];
    structure.builder.edge(from, to, { label: arrow.label, dashed: arrow.dashed });
    return true;
  }
  const name = descriptionLine.exec(text)?.[1];
  if (name !== undefined) structure.builder.node(name, shownOf(name, name), { parent: structure.parent });
  return name !== undefined;

  /** The state at an end of a transition. `[*]` is the start or the end of the innermost composite state. */
  function endOf(written: string, isStart: boolean): string {
    const { builder, parent } = structure;
    const plain = nameOf(written);
    if (plain !== '*') {
      builder.node(plain, shownOf(plain, plain), { parent });
      return plain;
    }
    const [name, text] = isStart ? [`start of ${parent}`, 'Start'] : [`end of ${parent}`, 'End'];
    builder.node(name, text, { shape: 'ellipse', parent });
    return name;
  }
}
