import { type Item, leaf } from './item.ts';

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
  return body.map((cells) => ({
    text: cells[0] ?? '',
    children: cells
      .slice(1)
      .flatMap((cell, at) => (cell === '' ? [] : [leaf(`${header[at + 1] ?? ''}: ${cell}`)])),
  }));
}
