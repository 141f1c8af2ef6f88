import nlp from 'compromise/two';

/** A form of an English verb. */
export type Tense = 'Participle' | 'PastTense' | 'PresentTense' | 'Gerund';

type Verbs = { toInfinitive(word: string, model: object, tense: Tense): string };
const { two } = nlp.methods() as { two: { transform: { verb: Verbs } } };
const model = nlp.model();

/** The infinitive of a word in small letters that is taken for a verb in that form: "bought" is "buy". */
export function toInfinitive(word: string, tense: Tense): string {
  return two.transform.verb.toInfinitive(word, model, tense);
}
