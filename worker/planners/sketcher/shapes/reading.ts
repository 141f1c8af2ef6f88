import { hideQuotes } from '../text/quotes.ts';
import { type Arrangement, type Connection, type Drawing, emptyDrawing, type Group } from './drawing.ts';
import { Scanner } from './scanner.ts';

/** A drawing that is being read. */
export type Reading = {
  scanner: Scanner;
  drawing: Drawing;
  /** What stood in quotation marks, which the scanned text has marks for. */
  quotes: readonly string[];
};

/** Reads a part of the text into the drawing; false when the text goes on with something else. */
export type PartReader = (reading: Reading) => boolean;

/** Begins to read a text. */
export function beginReading(text: string): Reading {
  // French "d'un" as two words, as in "de deux".
  const { text: hidden, quotes } = hideQuotes(text.replace(/(?<=\s)d['’](?=une?\s)/gi, 'de '));
  return { scanner: new Scanner(hidden), drawing: emptyDrawing(), quotes };
}

/** The group that was read last. */
export function lastOf({ drawing }: Reading): Group | undefined {
  return drawing.groups.at(-1);
}

export function arrange({ drawing }: Reading, arrangement: Arrangement): void {
  drawing.arrangement = arrangement;
}

export function connect({ drawing }: Reading, connection: Connection, hasArrows = false): void {
  drawing.connection = connection;
  drawing.hasArrows ||= hasArrows;
}
