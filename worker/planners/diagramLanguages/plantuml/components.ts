import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import { labelText } from '../plan/labelText.ts';
import { endsOf, readArrow } from './arrow.ts';
import type { PlantumlSource } from './lines.ts';
import { nameOf, Structure } from './structure.ts';

const kinds =
  'component|node|database|cloud|artifact|storage|rectangle|usecase|actor|interface|package|folder|frame|queue|file|card|agent|boundary|control|entity|stack|collections|hexagon|person';
const element = new RegExp(
  String.raw`^(${kinds})\s+("[^"]+"|\[[^\]]+\]|\([^)]+\)|:[^:]+:|[^\s{<#]+)(?:\s+as\s+("[^"]+"|\[[^\]]+\]|[^\s{<#]+))?(?:\s*<<[^>]*>>)?(?:\s*#[\w;:.]+)?\s*(\{)?$`,
  'i',
);
const bare =
  /^(\[[^\]]+\]|\([^)]+\)|:[^:]+:|\(\)\s*(?:"[^"]+"|\S+))(?:\s+as\s+("[^"]+"|\S+))?(?:\s*<<[^>]*>>)?(?:\s*#\w+)?$/;

/** Groups with contents are frames, components, actors and use cases nodes. */
export function readComponents(source: PlantumlSource) {
  return new Structure('Components', 'flow', source)
    .read(source.lines, (text, structure) => readArrow(text) !== null || readLine(text, structure))
    .read(source.lines, readLine)
    .addNotes();
}

function readLine(text: string, structure: Structure): boolean {
  const [, kind = '', first, alias, brace] = element.exec(text) ?? [];
  if (first !== undefined) {
    const [name, shown] = namesOf(first, alias);
    if (brace !== undefined) structure.openGroup(name, shown);
    else structure.builder.node(name, shown, { shape: shapeOf(kind, first), parent: structure.parent });
    return true;
  }
  const group = /^(?:package|node|folder|frame|cloud|database|rectangle)\s*\{$/i.exec(text);
  if (group !== null) {
    structure.openGroup(`group ${text}`, text.replace(/\s*\{$/, ''));
    return true;
  }
  return readBare(text, structure) || readLink(text, structure);
}

/** `"Long name" as A` and `A as "Long name"` are the same. */
function namesOf(first: string, alias: string | undefined): [name: string, shown: string] {
  if (alias === undefined) return [nameOf(first), labelText(nameOf(first))];
  const isSwapped = /^["[]/.test(alias) && !/^["[]/.test(first);
  const [name, shown] = isSwapped ? [first, alias] : [alias, first];
  return [nameOf(name), labelText(nameOf(shown))];
}

function readBare(text: string, structure: Structure): boolean {
  const [, marked, alias] = bare.exec(text) ?? [];
  if (marked === undefined) return false;
  const [name, shown] = namesOf(marked.replace(/^\(\)\s*/, ''), alias);
  structure.builder.node(name, shown, { shape: shapeOf('', marked), parent: structure.parent });
  return true;
}

function readLink(text: string, { builder, parent }: Structure): boolean {
  const arrow = readArrow(text);
  if (arrow === null) return false;
  const { from, to, label, dashed } = arrow;
  for (const end of [from, to])
    builder.node(nameOf(end), labelText(nameOf(end)), { shape: shapeOf('', end), parent });
  builder.edge(nameOf(from), nameOf(to), { label, dashed, ends: endsOf(arrow) });
  return true;
}

function shapeOf(kind: string, marked: string): PlanShape {
  if (/^(?:actor|person|usecase|interface)$/i.test(kind)) return 'ellipse';
  return /^(?:\(|:)/.test(marked) ? 'ellipse' : 'rect';
}
