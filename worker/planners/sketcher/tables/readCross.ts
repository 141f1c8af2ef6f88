import { withoutCommand } from '../instruction/command.ts';
import { kindEnd } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { splitList } from '../text/split.ts';

const LIST = '(?:are\\s+|called\\s+|named\\s+)?[:=(]?\\s*([^:;.()=]{3,200}?)\\)?';
const ROWS = `(?:\\d{1,2}\\s+|the\\s+)?(?:rows?|zeilen|filas|lignes)\\s*${LIST}`;
const COLUMNS = `(?:\\d{1,2}\\s+|the\\s+)?(?:columns?|cols?|spalten|columnas|colonnes)\\s*${LIST}`;
const BETWEEN = '\\s*(?:[,;.x×&]|\\b(?:and|by|und|y|et))+\\s*';
const TITLE = '^([^:;.,()]{2,80}?)(?:[:,]|\\s(?:with|mit|con|avec|of))?\\s+';
const CROSSES: readonly { pattern: RegExp; rows: 2 | 3 }[] = [
  { pattern: new RegExp(`${TITLE}${ROWS}${BETWEEN}${COLUMNS}\\.?$`, 'iu'), rows: 2 },
  { pattern: new RegExp(`${TITLE}${COLUMNS}${BETWEEN}${ROWS}\\.?$`, 'iu'), rows: 3 },
];
const LONGEST = 500;

/** Draws an empty table with its rows and columns named: "matrix with rows Ann, Ben and columns Mon, Tue". Null for others. */
export function readCross(text: string): PlanBuilder | null {
  const bare = withoutCommand(text, kindEnd);
  if (bare.length > LONGEST) return null;
  for (const { pattern, rows: at } of CROSSES) {
    const found = pattern.exec(bare);
    const rows = splitList(found?.[at] ?? '');
    const columns = splitList(found?.[5 - at] ?? '');
    if (rows.length > 1 && columns.length > 1) return drawCross(titleOf(found?.[1] ?? ''), rows, columns);
  }
  return null;
}

function drawCross(title: string, rows: readonly string[], columns: readonly string[]): PlanBuilder {
  const plan = new PlanBuilder(title || 'Table', 'grid', null, columns.length + 1);
  for (const name of [null, ...columns]) plan.node(name, { color: name === null ? null : 'blue' });
  for (const name of rows) {
    plan.node(name, { color: 'blue' });
    for (const _ of columns) plan.node(null);
  }
  return plan;
}
