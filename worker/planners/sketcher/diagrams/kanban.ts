import { columnColor, columnOrder, columnTitle, isColumnName, stageOf } from '../boards/columns.ts';
import { type PlacedCard, placedCard } from '../boards/placedCards.ts';
import { type Column, cardsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import type { Item } from '../text/item.ts';
import { withLed } from '../text/led.ts';
import { checklistOf, isChecklist } from '../text/outline.ts';
import { capitalise } from '../text/plain.ts';
import { findProcess } from '../topics/find.ts';
import { titleFrom } from './list.ts';

const DEFAULT_COLUMNS = ['To do', 'Doing', 'Done'];

/** A kanban board with the columns and cards that were given, else with usual ones for the subject. */
export function drawKanban(request: SketchRequest): PlanBuilder {
  const columns = checklist(request.body) ?? columnsOf(request);
  const plan = new PlanBuilder(request.title || titleOf(columns), 'kanban');
  if (columns.length > 0) drawColumns(plan, columns);
  else {
    const known = findProcess(request.subject || request.title);
    plan.warn(
      known === null
        ? 'No cards given, so the columns are empty. To fill them: “To do: paint, sand; Done: clean”.'
        : `No cards given, so these are typical cards for “${known.name}”.`,
    );
    drawColumns(plan, known === null ? emptyColumns() : spread(emptyColumns(), known.steps));
  }
  return plan;
}

const titleOf = (columns: readonly Column[]): string =>
  columns.length === 0 || columns.some(({ title }) => isColumnName(title))
    ? 'Kanban'
    : titleFrom(columns.map(({ title }) => title));

/** What is ticked is done; a column without entries is left out. */
function checklist(body: string): Column[] | null {
  if (!isChecklist(body)) return null;
  const { open, done } = checklistOf(body);
  return [column('To do', 0, open), column('Done', 1, done)].filter(({ cards }) => cards.length > 0);
}

/** The columns that were named, with the cards that name one at their end in that one. */
function columnsOf(request: SketchRequest): Column[] {
  const { declared } = request;
  const items = withoutCardsName(request.items);
  const columns = listedColumns({ ...request, items });
  const names = declared?.names.map((name) => name.toLowerCase()) ?? [];
  const isName = (name: string) => isColumnName(name) || names.includes(name.trim().toLowerCase());
  const told = items.map(stateTold);
  if (declared === null && told.length > 1 && told.every((each) => each !== null))
    return filledColumns(emptyColumns(), told);
  const [first, ...others] = columns;
  if (first === undefined || others.some(({ cards }) => cards.length > 0)) return columns;
  const placed = first.cards.map((card) => placedCard(card, isName));
  const found = placed.filter((each) => each !== null);
  if (found.length === 0 || found.length * 2 < placed.length) return columns;
  const loose = first.cards.filter((_, at) => placed[at] === null);
  return filledColumns([{ ...first, cards: loose }, ...others], found);
}

/** "Cards: a, b" as a and b. */
function withoutCardsName(items: Item[]): Item[] {
  const [only, ...others] = items;
  const isNamed = only !== undefined && others.length === 0 && CARDS.test(only.text);
  return isNamed && only.children.length > 0 ? only.children : items;
}

const CARDS =
  /^(?:cards?|tasks?|tickets|stories|items|notes|karten|aufgaben|tareas|tarjetas|cartes|tâches)$/i;

/** "Write docs: doing": a card with the column that it is in. */
function stateTold({ text, children }: Item): PlacedCard | null {
  const [only, ...others] = children;
  const isTold = only !== undefined && others.length === 0 && isColumnName(only.text) && !isColumnName(text);
  return isTold ? { card: text, column: only.text } : null;
}

/** Columns with further cards; what is no column yet becomes one at its usual place, instead of an empty one there. */
function filledColumns(columns: readonly Column[], placed: readonly PlacedCard[]): Column[] {
  const titles = new Set(columns.map(({ title }) => title.toLowerCase()));
  const keyOf = (name: string) => columnTitle(name).toLowerCase();
  const missing = [...new Map(placed.map((each) => [keyOf(each.column), each.column]))]
    .filter(([key]) => !titles.has(key))
    .map(([, name], at) => column(capitalise(name), columns.length + at, []));
  const stages = new Set(missing.map(({ title }) => columnOrder(title)));
  const isReplaced = ({ title, cards }: Column) =>
    DEFAULT_COLUMNS.includes(title) && cards.length === 0 && stages.has(columnOrder(title));
  const all = [...columns.filter((each) => !isReplaced(each)), ...missing];
  const isUsual = all.every(({ title }) => isColumnName(title));
  return (isUsual ? all.toSorted((a, b) => columnOrder(a.title) - columnOrder(b.title)) : all).map(
    (each) => ({
      ...each,
      cards: [
        ...each.cards,
        ...placed.filter((one) => keyOf(one.column) === each.title.toLowerCase()).map(({ card }) => card),
      ],
    }),
  );
}

/** The columns that were named; cards without a column are put into the first one. */
function listedColumns({ body, items, declared }: SketchRequest): Column[] {
  const all = declared === null ? withLed(body, items, isColumnName) : items;
  const isNested = all.some((item) => item.children.length > 0);
  const isColumn = (item: Item) => item.children.length > 0 || isColumnName(item.text);
  const named = declared === null ? all.filter(isColumn) : all;
  const loose = cardsOf(all.filter((item) => !named.includes(item)));
  if (all.length === 0) return [];
  if (isNested && named.length * 2 > all.length)
    return all.map((item, place) => column(item.text, place, cardsOf(item.children)));
  const columns =
    named.length > 0
      ? named.map((item, at) => column(item.text, at, cardsOf(item.children)))
      : emptyColumns();
  return columns.map((each, at) => (at === 0 ? { ...each, cards: [...each.cards, ...loose] } : each));
}

const emptyColumns = (): Column[] => DEFAULT_COLUMNS.map((title, at) => column(title, at, []));

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
