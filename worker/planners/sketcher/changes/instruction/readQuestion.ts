import { stems } from '../../text/words.ts';
import { type Context, phrasesOf } from '../grammar/clause.ts';
import { leadingVerbs } from '../grammar/verbs.ts';
import { infinitiveOf } from '../language/tenses.ts';

/** "How about deleting Review", "would it be possible to …": what leads to a wish in a question. */
const SUGGESTS =
  /^(?:(?:how|what)\s+about|what\s+if\s+we|why\s+(?:not|don['’]?t\s+(?:we|you))|(?:(?:would|do)\s+you\s+)?mind(?=\s+\S+ing\s)|(?:is\s+(?:it\s+possible|there\s+(?:a|any)\s+way)|any\s+chance)\s+(?:to|(?:that\s+)?(?:you|we)\s+(?:can|could))|would\s+it\s+be\s+possible\s+to|is\s+it\s+ok(?:ay)?\s+to|(?:shouldn['’]?t|should|shall|may|might|couldn['’]?t|can['’]?t)\s+(?:we|i|you)(?:\s+not)?)\s+/i;
const INVERTED = /^((?:should|could|can|must|would|is|are)(?:n['’]?t)?)\s+(?!there\s)/i;
/** What begins a question that wishes for something. */
const ASKS =
  /^(?:[¿\s]|(?:can|could|would|will|may|might|shall|should)\s|k[aöo]nn|soll|peu[tx]|pourr|est-ce|pued|podemos|podr)/i;
/** What asks for an answer, and for no change. */
const ASKS_WHAT =
  /^(?:what|how|why|who|which|where|was|wie|warum|wer|welche[rs]?|wo|quoi|quel(?:le)?s?|comment|pourquoi|qui|qué|cómo|quién|cuál)\s[^\n]*\?$/i;
/** Most words of what an inverted question is about. */
const MOST_WORDS = 8;

/**
 * A question that suggests a change, as a statement: "shouldn't Review come first?" is "Review should come first". Null
 * for one that asks for an answer. The question mark of a text that is to be added stays.
 */
export function asStatement(said: string, context: Context): string | null {
  const text = said.replace(/[\s?]+$/, '');
  const wish = text.replace(SUGGESTS, '');
  if (wish !== text) return withInfinitive(wish);
  if (ASKS_WHAT.test(said)) return null;
  const [lead = '', verb = ''] = INVERTED.exec(text) ?? [];
  const words = text.slice(lead.length).split(' ');
  const isSubject = (length: number) =>
    hasMeaning(words[length - 1] ?? '') &&
    phrasesOf(words.slice(0, length).join(' '), context).every((phrase) => context.isThere(phrase));
  const lengths = Array.from({ length: Math.min(words.length - 1, MOST_WORDS) }, (_, at) => at + 1);
  const length = verb === '' ? undefined : lengths.findLast(isSubject);
  if (length === undefined) return ASKS.test(said) ? text : said;
  const [subject, rest] = [words.slice(0, length).join(' '), words.slice(length).join(' ')];
  return `${subject} ${/^(?:is|are)/i.test(verb) ? 'is' : 'should'} ${rest}`;
}

const hasMeaning = (word: string) => word.includes('\uE000') || stems(word).length > 0;

/** "Deleting Review" and "a survey at the end" as commands. */
function withInfinitive(wish: string): string {
  const [first = '', ...rest] = wish.split(' ');
  const verb = infinitiveOf(first);
  const command = [verb?.verb ?? first, ...rest].join(' ');
  if (/^(?:an?|another|one|some|two|three)$/i.test(first)) return `add ${wish}`;
  return verb?.tense === 'Gerund' && leadingVerbs(command).length > 0 ? command : wish;
}
