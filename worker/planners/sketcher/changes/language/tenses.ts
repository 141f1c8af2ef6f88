import { type Tense, toInfinitive } from '../../text/infinitive.ts';

/** Longest word that is looked up, in characters. */
const LONGEST = 20;

/** An English verb in its past or "-ing" form, and its infinitive: "bought" is "buy"; null for other words. */
export function infinitiveOf(word: string): { verb: string; tense: Tense } | null {
  const lower = word.toLowerCase();
  if (!/^[a-z]{2,}$/.test(lower) || lower.length > LONGEST) return null;
  const tenses: Tense[] = lower.endsWith('ing') ? ['Gerund'] : ['Participle', 'PastTense'];
  for (const tense of tenses) {
    const verb = toInfinitive(lower, tense);
    if (verb !== lower && verb !== '') return { verb, tense };
  }
  return null;
}
