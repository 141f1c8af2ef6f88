import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readCondition, readLeading, readRepeated } from './readConditions.ts';
import { readCorrection, readLooks, readNaming } from './readNames.ts';
import { readNeedless } from './readNeedless.ts';
import {
  readAlso,
  readContents,
  readMissing,
  readMore,
  readOwned,
  readPlacedFirst,
  readPlacedTask,
  readWanted,
} from './readNewcomers.ts';
import { readDone, readPosition, readRedated } from './readPositions.ts';

/** Longest clause that is read as a statement, in characters. */
const LONGEST = 400;

type Reader = (clause: Clause) => Command[] | null;

/** Readers of sentences that state how the canvas is to be, the surest first. */
const readers: readonly Reader[] = [
  readCorrection,
  readNaming,
  readNeedless,
  readCondition,
  readPlacedFirst,
  readPlacedTask,
  readRepeated,
  readMissing,
  readWanted,
  readOwned,
  readDone,
  readRedated,
  readLeading,
  readPosition,
  readLooks,
  readContents,
  readMore,
  readAlso,
];

/** Reads a statement such as "Review is now called Check"; null for what it does not understand. */
export function readStatement(clause: Clause): Command[] | null {
  if (clause.text.length > LONGEST) return null;
  for (const read of readers) {
    const commands = read(clause);
    if (commands !== null) return commands;
  }
  return null;
}
