import { describe } from './description.ts';
import type { EditedCanvas, Line } from './editedCanvas.ts';
import type { Finder } from './finder.ts';

const ENDS =
  /(?:from|between|zwischen|von|entre|de)\s+(.+?)\s*(?:\s(?:to|and|und|nach|zu|et|à|y|a)\s|->|→)\s*(.+)$/isu;
const AT = /\s(?:from|out of|leaving|to|into|of|at|on|around|von|an|de)\s+(.+)$/is;

/** The connectors that a phrase means: by their ends, their label, or what they are. */
export function findLines(phrase: string, canvas: EditedCanvas, finder: Finder): Line[] {
  const text = phrase.trim();
  const [, from, to] = ENDS.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    return canvas.between(finder.oneToJoin(from), finder.oneToJoin(to));
  }
  const at = AT.exec(text)?.[1];
  if (at !== undefined && finder.isThere(at)) {
    const { id } = finder.oneToJoin(at);
    if (/\b(?:from|out of|leaving)\s/i.test(text)) return canvas.linesFrom(id);
    return /\b(?:to|into)\s/i.test(text) ? canvas.linesTo(id) : canvas.linesAt(id);
  }
  return describedLines(text, canvas, finder);
}

/** "All dashed arrows", "the red line", "the arrow labelled yes". */
function describedLines(text: string, { lines }: EditedCanvas, finder: Finder): Line[] {
  const { name, color, isAll } = describe(text.replace(/\b(?:labell?ed|saying|with the label)\b/i, ''));
  const some = lines.filter((line) => color === null || line.color === color);
  const style = /^(?:dashed|dotted|solid)$/i.exec(name)?.[0];
  if (style !== undefined) {
    return some.filter((line) => line.style === (/solid/i.test(style) ? 'solid' : 'dashed'));
  }
  if (name !== '') return finder.labelled(name).filter((line) => some.includes(line));
  return isAll || color !== null || some.length === 1 ? some : [];
}
