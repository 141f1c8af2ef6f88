import { withoutCommand } from '../instruction/command.ts';
import type { Drawing } from './drawing.ts';
import { FILLER, SEPARATOR } from './phrases.ts';
import { readArrowToNext, readConnection, readEdges, readFan } from './readConnections.ts';
import { readColors, readGroup, readThings, readUnmet, readWritten } from './readGroup.ts';
import { beginReading, type PartReader } from './reading.ts';
import { readHeld, readMembers, readPlaces } from './readMembers.ts';
import { readArrangement, readContents, readFigure, readGrid } from './readPlaces.ts';
import { readBeside, readRelation } from './readRelations.ts';
import { readLine, readNamed, readNumbers, readUnnamed } from './readTexts.ts';

/** What a text may consist of: the first reader that knows what comes next reads it. */
const readers: readonly PartReader[] = [
  readMembers,
  readHeld,
  readPlaces,
  readUnmet,
  readWritten,
  readFan,
  readEdges,
  readArrowToNext,
  readColors,
  readGrid,
  readFigure,
  readNumbers,
  readNamed,
  readContents,
  readBeside,
  readArrangement,
  readConnection,
  readRelation,
  readGroup,
  readThings,
  readUnnamed,
  readLine,
  ({ scanner }) => (scanner.take(SEPARATOR) ?? scanner.take(FILLER)) !== null,
];

/** "Write "Welcome"" asks for a text, "put these on sticky notes" for the notes. */
const WRITE: readonly [RegExp, string][] = [
  [/^(?:write|type|print)\s+(?=["“„«'‘])/i, 'text '],
  [
    /^(?:(?:put|write|show|turn|make)\s+)?(?:these|them|this|the following)(?:\s+\p{L}+){0,2}?\s+(?:on|onto|into|as|in)\s+/iu,
    '',
  ],
];

/** What an instruction wants drawn: without "please draw" and the like before it. */
export function wantedIn(text: string): string {
  const bare = withoutCommand(text, () => 0);
  return WRITE.reduce((rest, [asked, by]) => rest.replace(asked, by), bare);
}

/**
 * Reads a text that says which shapes to draw, as in "three red circles in a row, connected". Null if any part of it
 * says something else.
 */
export function readDrawing(text: string): Drawing | null {
  const reading = beginReading(wantedIn(text));
  const { scanner, drawing } = reading;
  while (scanner.rest.trim() !== '') if (!readers.some((read) => read(reading))) return null;
  const isGrid = drawing.columns !== null && drawing.rows !== null;
  return drawing.groups.length + drawing.edges.length > 0 || isGrid ? drawing : null;
}
