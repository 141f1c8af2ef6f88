import { isColumnName } from './columns.ts';
import { placedCard } from './placedCards.ts';

/** "Put a in doing and b in done on a kanban board": the board is named last. */
const ON_BOARD =
  /^\s*((?:please\s+)?(?:put|place|add|setze?|stelle?)\s[^\n]{3,400}?)\s+(?:on|onto|to|auf)\s+(?:(?:an?|the|my|our|ein|einem|das|dem)\s+)?(?:new\s+)?(kanban(?:[\s-]*board)?)[.!]?\s*$/i;
const PUT = /^\s*(?:please\s+)?(?:put|place|add|setze?|stelle?)\s+/i;
const QUOTED = /["“„”]/g;

/** A text that names its kanban board at the end, with the name in front. */
export function boardFirst(text: string): string {
  return text.replace(ON_BOARD, (_, cards: string, board: string) => `${board}: ${cards}`);
}

/** "Put "a" in doing and "b" in done" as a list of cards that each name their column; other texts stay. */
export function withoutPut(text: string): string {
  const list = text.replace(PUT, '').trim();
  if (list === text.trim() || list.includes('\n')) return text;
  const cards: string[] = [];
  const open: string[] = [];
  for (const piece of list.replace(/[.!]$/, '').split(BETWEEN)) {
    const card = piece.replace(PUT, '').replace(QUOTED, '').trim();
    const placed = placedCard(card, isColumnName);
    if (placed === null) open.push(card);
    else cards.push(...[...open.splice(0), placed.card].map((each) => `${each} in ${placed.column}`));
  }
  return open.length > 0 || cards.length === 0 ? text : cards.join(', ');
}

const BETWEEN = /,\s*(?:(?:and|und)\s)?|\s(?:and|und)\s/i;
