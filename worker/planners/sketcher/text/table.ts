import { type Item, leaf } from './item.ts';
import { splitCommas, splitOutside } from './split.ts';

/** Rows of a Markdown table: the first column heads a branch, the others are below it, "Heading: value". Null for other texts. */
export function tableItems(text: string): Item[] | null {
  const rows = text
    .split('\n')
    .filter((line) => /^\s*\|.*\|\s*$/.test(line) && !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return null;
  return body.map(([name = '', ...cells]) => ({
    text: name,
    children: underHeadings(cells, header.slice(1)),
  }));
}

/** The headings that a text names beside its rows: of the rows, of the columns, or neither. */
type Headings = { rows: readonly string[]; columns: readonly string[] };

/**
 * Rows between semicolons or lines, with cells between commas: "Fruit, Price; Apple, 2 €; Kiwi, 3 €". The first row
 * heads the columns unless their headings are given. Null when a row has another number of cells.
 */
export function rowItems(text: string, { rows: names, columns }: Headings): Item[] | null {
  const rows = splitOutside(text, /\s*[;；\n]\s*/).map((row) =>
    row.includes('|') ? splitOutside(row, /\s*\|\s*/) : splitCommas(row),
  );
  const first = columns.length > 0 ? columns : (rows.shift() ?? []);
  if (rows.length < 2 || first.length < 2) return null;
  const isNamed = columns.length === 0 && NAMED.test(first[0] ?? '');
  if (isNamed && !areValues(rows, first)) return null;
  const [heading = ''] = first;
  const named = [nameOf(heading, [], false).value, ...first.slice(1)];
  for (const headings of isNamed ? [named] : [first, first.slice(1)]) {
    const items = rows.map((row) => rowOf(row, headings, names));
    if (items.every((item) => item !== null)) return items;
  }
  return null;
}

/** Whether rows have numbers where the first one has none, as in "Plan: price; Free: 0 €"; "Mercury: hot" is a row itself. */
const areValues = (rows: readonly string[][], first: readonly string[]): boolean =>
  first.some((heading, at) => !/\d/.test(heading) && rows.every((row) => /\d/.test(row[at] ?? '')));

/** A name, and a value behind a mark. */
const NAMED = /\s*[:：=]\s/;

/** A row with as many values as there are columns, after its name. */
function rowOf(cells: readonly string[], headings: readonly string[], names: readonly string[]): Item | null {
  const [first = '', ...others] = cells;
  const { name, value } = nameOf(first, names, others.length < headings.length);
  const values = value === '' ? others : [value, ...others];
  return values.length === headings.length ? { text: name, children: underHeadings(values, headings) } : null;
}

/** A known name at the begin of a cell, what stands before a colon or, where a value is missing, before a number. */
function nameOf(cell: string, names: readonly string[], isShort: boolean): { name: string; value: string } {
  const lower = cell.toLowerCase();
  const known = names.find(
    (name) => lower === name.toLowerCase() || lower.startsWith(`${name.toLowerCase()} `),
  );
  const end = known?.length ?? NAMED.exec(cell)?.index ?? (isShort ? cell.search(/\s\p{S}?\d/u) : -1);
  const name = end > 0 ? cell.slice(0, end) : cell;
  return { name, value: cell.slice(name.length).replace(/^[\s:：=–-]+/, '') };
}

/** "Price: 2 €" for each cell; an empty one is left out. */
export function underHeadings(cells: readonly string[], headings: readonly string[]): Item[] {
  return cells.flatMap((cell, at) => {
    const heading = headings[at] ?? '';
    const isHeaded = heading === '' || cell.toLowerCase().startsWith(heading.toLowerCase());
    return cell === '' ? [] : [leaf(isHeaded ? cell : `${heading}: ${cell}`)];
  });
}
