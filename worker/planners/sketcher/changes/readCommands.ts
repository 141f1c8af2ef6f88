import { hideQuotes, showQuotes } from '../text/quotes.ts';
import { splitSentences } from '../text/split.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import type { Command } from './command.ts';
import { readers, VERB } from './readers.ts';

type Reading = Command | { kind: 'unknown'; text: string };

const JOINT = new RegExp(
  `,?\\s+(?:and\\s+then|and\\s+also|and|then|also)\\s+(?=(?:${VERB})\\s)|,\\s+(?=(?:${VERB})\\s)`,
  'i',
);
const POLITE =
  /^(?:please|pls|plz|can you|could you|would you|also|then|now|next|and|i want to|let's)\b[\s,]*/i;

/**
 * Reads "add X after Y", "rename A to B" and the like, several in a sentence; what is none of them is unknown.
 * @param known Names of what is on the canvas.
 */
export function readCommands(text: string, known: readonly string[]): Reading[] {
  const { text: hidden, quotes } = hideQuotes(text, known);
  const show = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_key, part) =>
      typeof part === 'string' ? showQuotes(part, quotes) : part,
    );
  return splitSentences(hidden)
    .flatMap((sentence) => sentence.split(JOINT))
    .map((part): Reading => show(readCommand(part) ?? { kind: 'unknown', text: part }));
}

function readCommand(sentence: string): Command | null {
  let text = trimEndOf(sentence.trim(), '.!');
  while (POLITE.test(text)) text = text.replace(POLITE, '');
  for (const read of readers) {
    const command = read(text);
    if (command !== null) return command;
  }
  return null;
}
