import { type Item, leaf } from './item.ts';
import { isMarked, parseOutline } from './outline.ts';
import { hasWords } from './plain.ts';
import { splitList } from './split.ts';

const SECTION = /(?:^|[;,.\n|]\s*)(?:and\s+)?([^;:,.\n()|]{1,48}?)\s*:(?=\s|$)\s*/giu;

/** What a text lists, as a hierarchy: lines and indentation, "name: a, b; name: c", "a (b, c)", or "a, b and c". */
export function parseItems(text: string): Item[] {
  const lines = text.split('\n').filter(hasWords);
  const structured = lines.length > 1 && (lines.some(isMarked) || !lines.some((line) => /;\s/.test(line)));
  return structured ? expand(parseOutline(text)) : parseInline(lines.join('\n'));
}

/** Leaves of an outline that are themselves lists ("Food: vegetables, water") become branches. */
const expand = (items: readonly Item[]): Item[] =>
  items.map((item) => {
    const text = item.text.replace(/\s*:\s*$/, '');
    if (item.children.length > 0) return { text, children: expand(item.children) };
    const named = /^([^:]{1,48}):\s+(\S.*)$/.exec(text);
    if (named?.[1] === undefined || named[2] === undefined) return leaf(text);
    return { text: named[1], children: parseInline(named[2]) };
  });

/** One line of text as items. */
function parseInline(text: string): Item[] {
  const sections = [...text.matchAll(SECTION)];
  const first = sections[0];
  if (first === undefined) return splitList(text).map(withBrackets);
  const before = splitList(text.slice(0, first.index)).map(withBrackets);
  const named = sections.map((section, index) => {
    const content = text.slice(section.index + section[0].length, sections[index + 1]?.index ?? text.length);
    return { text: section[1]?.trim() ?? '', children: splitList(content).map(withBrackets) };
  });
  return [...before, ...named.filter((item) => hasWords(item.text))];
}

/** "food (vegetables, water)" is food with two things below it. */
function withBrackets(text: string): Item {
  const match = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return leaf(text);
  return { text: match[1], children: splitList(match[2]).map(leaf) };
}
