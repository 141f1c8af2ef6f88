import type { Clause } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readRedirected } from '../imperatives/readLines.ts';
import { readOrder } from '../imperatives/readOrder.ts';
import { readBareTask } from './readBareTask.ts';
import { readCondition, readContinuation, readLeading, readLine, readRepeated } from './readConditions.ts';
import { readEvent } from './readEvents.ts';
import { readCorrection, readExchange, readLooks, readNaming } from './readNames.ts';
import {
  readAlso,
  readContents,
  readDated,
  readMissing,
  readMore,
  readOwned,
  readPlacedFirst,
  readPlacedTask,
  readWanted,
} from './readNewcomers.ts';
import { readPosition, readRedated, readVerbless } from './readPositions.ts';
import { readBeing, readTold } from './readTold.ts';
import { readToldStep } from './readToldStep.ts';

/** Longest clause that is read as a statement, in characters. */
const LONGEST = 400;

const NOW = /\s+(?:now|directly|from now on|again|instead|jetzt|nun|ab jetzt|maintenant|désormais|ahora)$/i;

type Reader = (clause: Clause) => Command[] | null;

/** Readers of sentences that state how the canvas is to be, the surest first. */
const readers: readonly Reader[] = [
  readRedirected,
  readCorrection,
  readNaming,
  readRedated,
  readBeing,
  readTold,
  readContinuation,
  readEvent,
  readOrder,
  readCondition,
  readPlacedFirst,
  readPlacedTask,
  readDated,
  readRepeated,
  readMissing,
  readWanted,
  readOwned,
  readLeading,
  readPosition,
  readLooks,
  readExchange,
  readContents,
  readMore,
  readAlso,
  readLine,
  readToldStep,
  readBareTask,
  readVerbless,
];

/** Reads a statement such as "Review is now called Check"; null for what it does not understand. */
export function readStatement(clause: Clause): Command[] | null {
  if (clause.text.length > LONGEST) return null;
  const text = clause.text.replace(NOW, '');
  for (const read of readers) {
    const commands = read({ ...clause, text });
    if (commands !== null) return commands;
  }
  return null;
}
