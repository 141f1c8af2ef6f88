import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { Table } from './table.ts';

const fromColumn = /^(?:from|source|start|von|de|desde|origin|src|parent node)$/i;
const toColumn = /^(?:to|target|end|nach|à|hasta|destination|dest|dst|child node)$/i;

type Ends = { from: number; to: number };

/** The columns of a table whose rows are edges, or null. */
export function edgeColumns(header: readonly string[]): Ends | null {
  const [from, to] = [fromColumn, toColumn].map((name) => header.findIndex((cell) => name.test(cell.trim())));
  return from === undefined || to === undefined || from === -1 || to === -1 ? null : { from, to };
}

/** Each row is an edge; what its other cells hold is the label. */
export function edgePlan({ rows }: Table, { from, to }: Ends): CompletePlan | null {
  const builder = new DiagramBuilder('Graph', 'flow');
  for (const row of rows) {
    const [start = '', end = ''] = [row[from], row[to]];
    for (const name of [start, end]) if (name !== '') builder.node(name, name, { color: 'blue' });
    const label = row.filter((cell, at) => at !== from && at !== to && cell !== '').join(', ');
    builder.edge(start, end, { label });
  }
  return builder.finish();
}
