import type { CompletePlan } from '../../completePlan.ts';
import { addClassBox } from '../plan/classBox.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import type { DiagramSource } from '../source/diagramSource.ts';

const part = '["`[]?[\\p{L}\\p{N}_$]+["`\\]]?';
const name = `${part}(?:\\.${part})?`;
const create = new RegExp(
  `^\\s*create\\s+(?:\\w+\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(${name})\\s*\\(`,
  'iu',
);
const reference = new RegExp(`\\breferences\\s+(${name})`, 'iu');
const constraint = /^(?:constraint|primary|foreign|unique|check|index|key|exclude|like)\b/i;
const foreignKey = /foreign\s+key\s*\(([^()]*)\)/i;
/** Longest statement that is read, in characters. */
const maxStatement = 20_000;

/** The tables that `CREATE TABLE` makes, with their columns, and which of them refer to others. */
export function readSql({ text }: DiagramSource): CompletePlan | null {
  const builder = new DiagramBuilder('Database schema', 'class', 'down');
  const references: { from: string; to: string; column: string }[] = [];
  for (const statement of text.replace(/--[^\n]*/g, '').split(';')) {
    const [head, table] = create.exec(statement.slice(0, maxStatement)) ?? [];
    if (head === undefined || table === undefined) continue;
    const parts = partsOf(statement.slice(head.length, maxStatement));
    const columns = parts.filter((part) => !constraint.test(part));
    const box = { name: plain(table), compartments: [columns.map(columnText)] };
    addClassBox(builder, plain(table), box, { color: 'blue' });
    for (const part of parts) {
      const to = reference.exec(part)?.[1];
      const column = foreignKey.exec(part)?.[1] ?? (constraint.test(part) ? '' : part.split(/\s/, 1)[0]);
      if (to !== undefined)
        references.push({ from: plain(table), to: plain(to), column: plain(column ?? '') });
    }
  }
  for (const { from, to, column } of references) builder.edge(from, to, { label: column });
  return builder.finish();
}

/** The definitions between a table's brackets, in which commas within further brackets part nothing. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length && depth >= 0; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth > 0 || (character !== ',' && depth === 0)) continue;
    parts.push(text.slice(from, at).replace(/\s+/g, ' ').trim());
    from = at + 1;
  }
  return parts.filter((part) => part !== '');
}

/** `id int`: the name and the type of a column, without its constraints. */
const columnText = (part: string): string =>
  part
    .replace(/\s+(?:primary|not|null|unique|references|default|check|constraint|generated|collate)\b.*$/i, '')
    .replace(/["`]/g, '');

/** A name without quotes and schema. */
const plain = (text: string): string =>
  text
    .replace(/["[\]`]/g, '')
    .trim()
    .replace(/^.*\./, '');
