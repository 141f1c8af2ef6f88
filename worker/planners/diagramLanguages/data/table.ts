import { parse } from 'csv-parse/sync';
import { groupColor } from '../../colors.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { boardColumn } from './boardTable.ts';
import { edgeColumns } from './edgeTable.ts';

/** Most values that are cards of their own; in larger tables each row is one card. */
const maxCards = 120;

/** Rows of cells, the first one with the names of the columns. */
export type Table = { header: string[]; rows: string[][] };

/** Parses CSV. @throws CsvError that names the line */
export function parseRows(text: string, delimiter: string): string[][] {
  return parse(text, {
    ...{ delimiter, bom: true, trim: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  });
}

/**
 * Whether a text is a table: at least two rows, all with as many cells as the first, and no row that could be a list
 * in a sentence ("apples, pears, plums").
 */
export function isTable(text: string, delimiter: ',' | ';' | '\t'): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  if (!first.includes(delimiter) || !second.includes(delimiter)) return false;
  try {
    const rows = parseRows(text, delimiter);
    const cells = rows[0]?.length ?? 0;
    if (rows.length < 2 || !rows.every((row) => row.length === cells)) return false;
    const header = rows[0] ?? [];
    if (delimiter === '\t') return true;
    if (first.includes(`${delimiter} `) || !isHeader(header)) return false;
    return cells > 2 || edgeColumns(header) !== null || boardColumn(header) !== -1;
  } catch {
    return false;
  }
}

/** Names of columns: short, each different, and no arrows. */
const isHeader = (cells: readonly string[]): boolean =>
  new Set(cells).size === cells.length &&
  cells.every((cell) => cell !== '' && cell.length <= 40 && !/->|→/.test(cell));

/** Each row is a region with its first cell as heading, and a card `Column: value` for each other cell. */
export function tablePlan(title: string, { header, rows }: Table): CompletePlan | null {
  const builder = new DiagramBuilder(title, 'grid');
  const isLarge = rows.length * header.length > maxCards || header.length < 2;
  for (const [at, row] of rows.entries()) {
    const [head = '', ...cells] = row;
    const color = groupColor(at);
    const cards = cells.flatMap((cell, column) => (cell === '' ? [] : [cardText(header[column + 1], cell)]));
    const name = `row ${at}`;
    if (isLarge) builder.node(name, [head, ...cards].join('\n'), { color });
    else builder.frame(name, head || `${at + 1}`);
    if (!isLarge)
      for (const [column, card] of cards.entries())
        builder.node(`${name} ${column}`, card, { color, parent: name });
  }
  return builder.finish();
}

const cardText = (column: string | undefined, cell: string): string => (column ? `${column}: ${cell}` : cell);
