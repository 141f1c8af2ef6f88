import { isVerb } from '../../text/verbs.ts';
import { beginsMain } from '../clauses/beginsMain.ts';
import { readSentences, textOf } from '../words/readWords.ts';

/** "Older than 3 years replace it" as the condition and what follows from it, where no comma parts them; null for none. */
export function splitCondition(text: string): [condition: string, step: string] | null {
  const [first = '', second = '', ...others] = text.split(' ');
  // Parts of speech take much longer than a look into the list of verbs.
  if (others.length === 0)
    return isVerb(second) && !second.endsWith('s') && !/^(?:no|not|any|the|an?)$/i.test(first)
      ? [first, second]
      : null;
  const [words = []] = readSentences(text);
  const at = words.findIndex((_, place) => beginsMain(words, place));
  return at === -1 ? null : [textOf(words.slice(0, at)), textOf(words.slice(at))];
}
