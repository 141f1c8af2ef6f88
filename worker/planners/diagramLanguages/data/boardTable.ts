import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { Table } from './table.ts';

const statusColumn = /^(?:status|state|stage|column|list|état|estado|zustand)$/i;

/** The column of a table that says where each row stands, or -1. */
export function boardColumn(header: readonly string[]): number {
  return header.findIndex((cell) => statusColumn.test(cell.trim()));
}

/** A column for each status, with a card for each row. */
export function boardPlan({ header, rows }: Table, status: number): CompletePlan | null {
  const builder = new DiagramBuilder('Board', 'kanban');
  for (const [at, row] of rows.entries()) {
    const title = row[status] || 'No status';
    builder.frame(`column ${title}`, title);
    const [text = '', ...details] = row.flatMap((cell, column) => (column === status ? [] : [cell]));
    const names = header.filter((_, column) => column !== status).slice(1);
    const lines = details.flatMap((cell, place) => (cell === '' ? [] : [`${names[place]}: ${cell}`]));
    const options = { shape: 'sticky', color: 'yellow', parent: `column ${title}` } as const;
    builder.node(`row ${at}`, [text, ...lines].join('\n'), options);
  }
  return builder.finish();
}
