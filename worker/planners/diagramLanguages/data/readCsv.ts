import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { boardColumn, boardPlan } from './boardTable.ts';
import { edgeColumns, edgePlan } from './edgeTable.ts';
import { parseRows, type Table, tablePlan } from './table.ts';

const managerColumn =
  /^(?:line )?(?:manager|reports? to|parent|supervisor|boss|superior|vorgesetzte[rn]?|jefe|responsable)\b/i;
const nameColumn = /^(?:full )?(?:name|employee|person|position|role|title|mitarbeiter(?:in)?|nom|nombre)\b/i;
const idColumn = /^(?:employee )?(?:id|no|number|key)\b/i;

/**
 * A table with a header row. With columns such as `from` and `to` it is a graph, with one of managers or parents an
 * org chart, with a status a board.
 * @param delimiters The first that the header has is used
 */
export function readCsv(source: DiagramSource, delimiters: readonly string[]): CompletePlan | null {
  const [first = ''] = source.text.trimStart().split('\n', 1);
  const delimiter = delimiters.find((mark) => first.includes(mark)) ?? delimiters[0] ?? ',';
  const { rows: all, warnings } = parseReadable(source, delimiter);
  const [header, ...rows] = all;
  if (header === undefined || rows.length === 0) return null;
  const normal = header.map((cell) => cell.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  const manager = normal.findIndex((cell) => managerColumn.test(cell));
  const plan = planOf({ header, rows }, { header: normal, rows }, manager);
  return plan === null ? null : { ...plan, warnings: [...warnings, ...plan.warnings] };
}

/** @param named The same table with its column names in words */
function planOf(table: Table, named: Table, manager: number): CompletePlan | null {
  const edges = edgeColumns(table.header);
  if (edges !== null) return edgePlan(table, edges);
  if (manager !== -1) return orgChart(named, manager);
  const status = boardColumn(table.header);
  return status === -1 ? tablePlan('Table', table) : boardPlan(table, status);
}

/** The rows, or those before a line that is no CSV. */
function parseReadable(source: DiagramSource, delimiter: string): { rows: string[][]; warnings: string[] } {
  try {
    return { rows: parseRows(source.text, delimiter), warnings: [] };
  } catch (error) {
    const lines = source.text.split('\n');
    const named = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    const at = Math.min(Math.max(named, 1), lines.length) - 1;
    const warning = unreadLine(source, at, lines[at] ?? '', 'a row whose quotes are closed');
    try {
      return { rows: parseRows(lines.slice(0, at).join('\n'), delimiter), warnings: [warning] };
    } catch {
      return { rows: [], warnings: [warning] };
    }
  }
}

function orgChart({ header, rows }: Table, manager: number): CompletePlan | null {
  const others = header.flatMap((_, at) => (at === manager ? [] : [at]));
  const name = others.find((at) => nameColumn.test(header[at] ?? '')) ?? others[0] ?? 0;
  const id = others.find((at) => at !== name && idColumn.test(header[at] ?? ''));
  const builder = new DiagramBuilder('Org chart', 'tree', 'down');
  const keys = new Map<string, string>();
  for (const row of rows) {
    const key = row[name] ?? '';
    if (key === '') continue;
    const details = others.filter((at) => at !== name && at !== id).map((at) => row[at] ?? '');
    builder.node(key, [key, ...details.filter((detail) => detail !== '')].join('\n'), { color: 'blue' });
    keys.set(key, key);
    if (id !== undefined) keys.set(row[id] ?? '', key);
  }
  for (const row of rows) {
    const [key, above] = [row[name] ?? '', row[manager] ?? ''];
    if (above === '' || above === '-' || keys.get(above) === key) continue;
    const parent = keys.get(above) ?? above;
    builder.node(parent, parent, { color: 'purple' });
    builder.edge(parent, key);
  }
  return builder.finish();
}
