import { groupColor } from '../../colors.ts';
import { TWO_BY_TWO } from '../boards/template.ts';
import { kindEnd } from '../instruction/kinds.ts';
import { splitOpening } from '../instruction/opening.ts';
import { titleOf } from '../instruction/title.ts';
import { cardsOf, columnsOf, drawColumns } from '../plan/columns.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import { type Item, leaf } from '../text/item.ts';
import { NAME_MARK } from '../text/sections.ts';
import { splitList, splitOutside } from '../text/split.ts';
import { quadrantsOf } from './quadrants.ts';

/**
 * Draws four fields on two axes, as in "2x2 matrix impact vs effort. High impact, low effort: dark mode; …" or "top left:
 * …, top right: …". A field that is not named stays empty. Null for other texts.
 */
export function readMatrix(text: string): PlanBuilder | null {
  const { head, body } = splitOpening(text, kindEnd);
  const read = head === '' ? null : matrixIn(body);
  const { before, axes, fields } = read ?? matrixIn(text) ?? {};
  if (before === undefined || axes === undefined || fields === undefined) return null;
  const title = [read === null ? '' : titleOf(head), ...before, ...cardsOf(axes)];
  const plan = new PlanBuilder(title.filter((part) => part !== '').join(', ') || 'Matrix', TWO_BY_TWO);
  for (const place of [0, 1, 2, 3]) {
    const item = fields.find((field) => field.place === place)?.item;
    if (item === undefined) plan.frame(null);
    else
      drawColumns(
        plan,
        columnsOf([item], () => groupColor(place)),
      );
  }
  return plan;
}

/** Fields between semicolons or sentences; between commas where these have too few names. */
const STRONG = /\s*[;；\n]\s*|\.(?=\s)\s*/;
const WEAK = /\s*[;；\n]\s*|[.,](?=\s)\s*/;

function matrixIn(text: string) {
  for (const separator of [STRONG, WEAK]) {
    const { before, fields } = fieldsIn(splitOutside(text, separator));
    const quadrants = quadrantsOf(fields);
    if (quadrants !== null) return { before, ...quadrants };
  }
  return null;
}

/** Pieces with a name and a mark, with what follows without one, and the pieces before them. */
function fieldsIn(pieces: readonly string[]): { before: string[]; fields: Item[] } {
  const before: string[] = [];
  const fields: Item[] = [];
  for (const piece of pieces) {
    const mark = NAME_MARK.exec(piece);
    const last = fields.at(-1);
    if (mark !== null) {
      const content = splitList(piece.slice(mark.index + mark[0].length));
      fields.push({ text: piece.slice(0, mark.index), children: content.map(leaf) });
    } else if (last !== undefined) last.children.push(...splitList(piece).map(leaf));
    else before.push(piece);
  }
  return { before, fields };
}
