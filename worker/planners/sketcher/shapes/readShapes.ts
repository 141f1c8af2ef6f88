import { titleOf as titleOfWords } from '../instruction/title.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import type { Drawing } from './drawing.ts';
import { drawShapes } from './drawShapes.ts';
import { IN_THE_MIDDLE } from './phrases.ts';
import { readDrawing, wantedIn } from './readDrawing.ts';
import { type Named, readNames } from './readNames.ts';
import { COUNT } from './vocabulary.ts';

/** Draws a text that says which shapes to draw: how many, how they look and stand, what they say, what joins them. */
export function readShapes(text: string): PlanBuilder | null {
  const drawing = readDrawing(text);
  if (drawing !== null) return drawShapes(drawing, titleOf(wantedIn(text)));
  const named = readTitled(text) ?? readNames(text);
  return named === null ? null : drawShapes(named.drawing, named.title);
}

/** "a house made", before "of a square". */
const MADE =
  /\s+(?:(?:is|are)\s+)?(?:made|built|composed|consisting|drawn|gemacht|bestehend|fait|hech[oa])(?:\s+(?:up|out))*$/i;

/** A mark, "with" or "as" before a number, or a number by a number, ends a title. */
const TITLED = new RegExp(
  `^([^:：,.;\\n]{3,60}?)(?:[:：,]|\\s(?:with|as|of|from|aus|de|con|avec|mit)(?=\\s+${COUNT}\\s)|(?<=\\s(?:made|built|composed|consisting)(?:\\s+(?:up|out))?)\\s(?:of|from)|(?=\\s\\d{1,2}\\s?[x×]\\s?\\d))\\s+(\\S.*)$`,
  's',
);

/** A thing with a place, rather than a title. */
const HAS_PLACE = new RegExp(`\\s${IN_THE_MIDDLE}$`, 'i');

/** A title, and behind it how things stand: "Car park: 3 rows of 6 spaces". */
function readTitled(text: string): Named | null {
  const [, head = '', body = ''] = TITLED.exec(wantedIn(text)) ?? [];
  const drawing = body === '' || HAS_PLACE.test(head) ? null : readDrawing(body);
  const title = head.replace(MADE, '');
  const isWanted = drawing !== null && (title !== head || isArranged(drawing));
  return isWanted ? { title: titleOfWords(title), drawing } : null;
}

/** Whether it is said how things stand, or are joined: more than which there are. */
const isArranged = ({ groups, arrangement, connection, columns, rows, edges, fans }: Drawing): boolean =>
  (arrangement ?? connection ?? columns ?? rows) !== null ||
  edges.length + fans.length > 0 ||
  groups.some(({ contents, own }) => contents.length + own.size > 0);

/** What stands before the list of texts. */
const titleOf = (text: string): string =>
  (/^([^:：\n]{8,})[:：]\s/.exec(text)?.[1] ?? text).replace(/^text (?=["“„«'‘])/, '');
