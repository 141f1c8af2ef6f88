import { type Tense, toInfinitive } from '../../text/infinitive.ts';

/**
 * How a verb relates its subject to its object. `join`: without a direction or a label; `mutual`: without a direction; `lead`: an arrow that needs no label;
 * `contain`: the object is a part; `have`: the object belongs to the subject; `act`: an arrow with the verb as label.
 */
export type VerbClass = 'join' | 'mutual' | 'lead' | 'contain' | 'have' | 'act';

/** Verbs that are more than the label of an arrow. */
const classOf = new Map<string, VerbClass>(
  Object.entries({
    join: 'connect link join attach wire pair',
    mutual: 'marry border neighbour neighbor',
    lead: 'lead point flow go',
    contain: 'contain include comprise consist',
    have: 'have own',
  }).flatMap(([name, verbs]) => verbs.split(' ').map((verb) => [verb, name as VerbClass] as const)),
);

/** A verb in a text: its class, and the form that it has there. */
export type VerbForm = {
  verbClass: VerbClass;
  base: string;
  form: 'base' | 'third' | 'participle' | 'ing';
};

/** Reads a word as a form of a verb; it is taken for one because of its place. */
export function verbForm(word: string): VerbForm {
  const lower = word.toLowerCase();
  const baseOf = (tense: Tense) => toInfinitive(lower, tense);
  const read = (base: string, form: VerbForm['form']): VerbForm => ({
    verbClass: classOf.get(base) ?? 'act',
    ...{ base, form },
  });
  if (classOf.has(lower)) return read(lower, 'base');
  if (/[^su]s$/.test(lower)) return read(baseOf('PresentTense'), 'third');
  if (/\p{L}{2}ing$/u.test(lower)) return read(baseOf('Gerund'), 'ing');
  // "Done" is no past of "dine".
  const [first, second] = lower.endsWith('ed')
    ? (['PastTense', 'Participle'] as const)
    : (['Participle', 'PastTense'] as const);
  const past = baseOf(first);
  const base = past === lower ? baseOf(second) : past;
  return read(base, base === lower ? 'base' : 'participle');
}
