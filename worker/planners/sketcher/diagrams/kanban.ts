import { PlanBuilder } from '../plan/planBuilder.ts';
import { columnColor, columnTitle, isColumnName, stageOf } from '../reading/columns.ts';
import type { SketchRequest } from '../reading/request.ts';
import type { Item } from '../text/item.ts';
import { checklistOf, isChecklist } from '../text/outline.ts';
import { splitList } from '../text/split.ts';
import { findProcess, generalProcess } from '../topics/find.ts';
import { type Column, cardsOf, drawColumns } from './board.ts';

const DEFAULT_COLUMNS = ['To do', 'Doing', 'Done'];

/** A kanban board with the columns and cards that were given, else with usual ones for the subject. */
export function drawKanban(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'Kanban', 'kanban');
  const columns = checklist(request.body) ?? columnsWithCards(request.body) ?? columnsOf(request.items);
  if (columns.every((column) => column.cards.length === 0)) {
    const known = findProcess(request.subject || request.title);
    plan.warn(
      known === null
        ? 'No cards given, so these are starter cards.'
        : `No cards given, so these are typical cards for “${known.name}”.`,
    );
    const tasks = (known ?? generalProcess('')).steps;
    drawColumns(plan, spread(columns, tasks));
  } else {
    drawColumns(plan, columns);
  }
  return plan;
}

function checklist(body: string): Column[] | null {
  if (!isChecklist(body)) return null;
  const { open, done } = checklistOf(body);
  return [column('To do', 0, open), column('Doing', 1, []), column('Done', 2, done)];
}

/** "Backlog, Doing, Done and cards Login, Search": the cards begin in the first column. */
function columnsWithCards(body: string): Column[] | null {
  const match = /^(.+?)[,;]?\s+(?:and|with)\s+(?:the\s+)?(?:cards?|tasks?)\s*:?\s+(.+)$/is.exec(body);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const cards = splitList(match[2]);
  return splitList(match[1]).map((title, place) => column(title, place, place === 0 ? cards : []));
}

/** The columns that the items name; things without a column are cards of the first one. */
function columnsOf(items: readonly Item[]): Column[] {
  const isNamed = (item: Item) => item.children.length > 0 || isColumnName(item.text);
  const { true: named = [], false: loose = [] } = Object.groupBy(items, (item) => `${isNamed(item)}`);
  const titlesOnly =
    named.length === loose.length + named.length || named.every((item) => item.children.length === 0);
  if (named.length > 0 && titlesOnly)
    return items.map((item, place) => column(item.text, place, cardsOf(item.children)));
  const titles = named.length > 0 ? named : DEFAULT_COLUMNS.map((text): Item => ({ text, children: [] }));
  return titles.map((item, place) =>
    column(item.text, place, [...cardsOf(item.children), ...(place === 0 ? cardsOf(loose) : [])]),
  );
}

const column = (title: string, place: number, cards: readonly string[]): Column => ({
  title: columnTitle(title),
  color: columnColor(title, place),
  slot: null,
  cards,
});

/** Tasks over empty columns, as in the middle of the work: one done, one or two under way, the rest to come. */
function spread(columns: readonly Column[], tasks: readonly string[]): Column[] {
  const left = [...tasks];
  const taken = new Map<Column, string[]>();
  for (const stage of ['done', 'doing'] as const) {
    for (const target of columns.slice(1).filter((candidate) => stageOf(candidate.title) === stage)) {
      taken.set(target, left.splice(0, 1));
    }
  }
  const rest = columns.filter((candidate) => !taken.has(candidate));
  const share = Math.max(1, Math.ceil(left.length / Math.max(1, rest.length)));
  return columns.map((target) => ({ ...target, cards: taken.get(target) ?? left.splice(0, share) }));
}
