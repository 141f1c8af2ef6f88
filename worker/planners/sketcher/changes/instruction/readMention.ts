import type { Context } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';

const REFERRING = /\b(?:it|him|her|them|this|that|ihn|es|sie)\b/i;
const SUBJECT = /^(.{1,80}?)\s+(?:is|are|was|were|has|have|had|ist|sind|est|está)\s/is;
const LOOK_AT = /^(?:take|see|look\s+at|regarding|about|as\s+for|concerning|nimm|prends|toma)\s+/i;
/** Most words of a name at the beginning. */
const MOST_WORDS = 8;

/**
 * What is no command, but names what the next one is about: "Anna is back, move her to Doing", "take Review, rename it".
 * @param next What follows.
 */
export function readMention(text: string, next: string, { isThere }: Context): Command[] | null {
  if (!REFERRING.test(next)) return null;
  const subject = SUBJECT.exec(text)?.[1];
  if (subject !== undefined && isThere(subject)) return [{ kind: 'mention', what: subject }];
  const words = text.trim().replace(LOOK_AT, '').split(/\s+/).slice(0, MOST_WORDS);
  const what = words
    .map((_, at) => words.slice(0, words.length - at).join(' '))
    .find((phrase) => isThere(phrase));
  return what === undefined ? null : [{ kind: 'mention', what }];
}
