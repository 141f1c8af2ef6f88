import { trimEndOf } from '../../text/trimEnd.ts';
import { infinitiveOf, thirdPersonOf } from '../words/inflect.ts';
import { textOf, type Word } from '../words/readWords.ts';
import { isAdverb, isDeterminer, isNegation, isPreposition, isThirdPerson } from '../words/wordClasses.ts';
import type { Clause } from './splitClauses.ts';

/** Most words on a shape; more are cut where a phrase of place, time or purpose begins. */
const MAX_WORDS = 13;

/** Who does it: the noun phrase right before the verb, without "then" and "in the evening"; '' for none. */
export function actorOf({ subject }: Clause): string {
  const words = [...subject];
  while (words.length > 1 && isAdverb(words.at(-1) as Word)) words.pop();
  const last = words.at(-1);
  if (last === undefined) return '';
  if (/^(?:we|you|they|it|he|she|i)$/.test(last.lower) && last.text !== 'IT') return last.lower;
  return plain(textOf(words.slice(startOfPhrase(words))));
}

/** Where the subject begins: "In our library [a reader]". */
function startOfPhrase(words: readonly Word[]): number {
  const first = words[0];
  if (/^(?:everything|everybody|everyone|somebody|someone)$/.test(words.at(-1)?.lower ?? ''))
    return words.length - 1;
  if (first === undefined || (isDeterminer(first) && !/^(?:every|each|this|that)$/.test(first.lower)))
    return 0;
  for (let at = words.length - 1; at > 0; at -= 1) {
    const before = words[at - 1] as Word;
    if (
      isDeterminer(words[at] as Word) &&
      !isPreposition(before) &&
      !/^(?:and|or|than|about)$/.test(before.lower)
    )
      return at;
  }
  return 0;
}

/** The action without its actor, as a command: "check the bicycle"; a passive or a modal one as it is. */
export function taskOf({ words, verb }: Clause): string {
  if (verb === null) return plain(textOf(words));
  const action = words.slice(verb.at);
  const [first, ...rest] = action;
  if (first === undefined) return '';
  if (verb.main === verb.at && isThirdPerson(first) && !verb.isState)
    return plain([infinitiveOf(first.text) + first.after, textOf(limited(rest))].join(' '));
  return plain(textOf(limited(action)));
}

/** The action as it was written, without its subject. */
export function actionOf({ words, verb }: Clause): string {
  return plain(textOf(limited(words.slice(verb?.at ?? 0))));
}

function limited(words: readonly Word[]): readonly Word[] {
  if (words.length <= MAX_WORDS) return words;
  const cut = words.findLastIndex(
    (word, at) =>
      at > 3 &&
      at <= MAX_WORDS &&
      (isPreposition(word) || /^(?:within|until|where|which|that|so|because|how|during)$/.test(word.lower)),
  );
  const end = cut === -1 ? MAX_WORDS : cut;
  return words.slice(0, /^(?:and|or)$/.test(words[end - 1]?.lower ?? '') ? end - 1 : end);
}

const plain = (text: string): string => trimEndOf(text, ' ,;:.!–—-').trim();

/** A condition without its negation: "the customer does not accept it" as "the customer accepts it", negated. */
export function positive(clause: Clause): { condition: string; isNegated: boolean } {
  const { words, verb } = clause;
  const text = plain(textOf(words));
  const existing = /^there\s+(?:is|are)(?:\s+(?:an?|any|some|still))*\s+(?!no\b|not\b|none\b)(.+)$/i.exec(
    text,
  )?.[1];
  if (existing !== undefined) return { condition: existing, isNegated: false };
  const missing =
    /^there\s+(?:(?:is|are)\s+no|(?:isn't|aren't|isn’t|aren’t|is not|are not)(?:\s+(?:an?|any|enough))?)\s+(.+)$/i.exec(
      text,
    )?.[1] ?? /^no\s+(?!.*\sor\s)(.+)$/i.exec(text)?.[1];
  if (missing !== undefined) return { condition: missing, isNegated: true };
  if (verb === null || !verb.isNegated) return withoutNot(text);
  const isDoing = /^(?:does|do|doesn|don)/.test(words[verb.at]?.lower ?? '');
  const kept = words.flatMap((word, at): Word[] => {
    if (at < verb.at || at > verb.main + 1 || (at > verb.main && word.lower !== 'not')) return [word];
    if (at === verb.main && isDoing && words[verb.at]?.lower.startsWith('does'))
      return [{ ...word, text: thirdPersonOf(word.text) }];
    if (isDoing && at === verb.at) return [];
    if (/^(?:not|never)$/.test(word.lower)) return [];
    return isNegation(word)
      ? [{ ...word, text: word.text.replace(/n['’]?t$/i, '').replace(/^can?$/i, 'can') }]
      : [word];
  });
  return { condition: plain(textOf(kept)), isNegated: true };
}

function withoutNot(text: string): { condition: string; isNegated: boolean } {
  const rest = /^not\s+(.+)$/i.exec(text)?.[1];
  return rest === undefined ? { condition: text, isNegated: false } : { condition: rest, isNegated: true };
}
