import { kindNamed } from '../language/words.ts';

/** Refers to what was meant before. */
export const PRONOUN =
  /^(?:it|its|that|this|him|her|he|she|them|they|these|those|this one|that one|these ones|those ones|all of them|all of these|all of it|both|both of them|es|sie|ihn|ihm|diese[nrs]?|das|ça|celui-ci|ceux-ci|esto|estos|eso)$/i;
/** Refers to what the person has selected. */
export const SELECTED =
  /^(?:(?:the )?(?:selected|marked|highlighted)(?: \S+)?|(?:the|my) selection|what(?:'s| is| i(?:'ve| have)?) selected)$/i;
const DEMONSTRATIVE = /^(?:this|that|these|those|diese[nrs]?|ces?|cette|est[aeo]s?)\s+(\S+)$/i;
/** Refers to what was not meant before. */
export const ELSE =
  /^(?:(?:everything|anything|all) else|(?:all )?(?:the )?(?:rest|others?)|(?:all )?(?:the )?other (?:ones|\S+)|(?:the )?remaining (?:ones|\S+)|alles andere|de[rn] rest|(?:tout )?le reste|tous les autres|todo lo demás|el resto|los demás)$/i;

/** Whether a phrase refers to something: "it", "these two", "this card". */
export function isReferring(phrase: string): boolean {
  const noun = DEMONSTRATIVE.exec(phrase)?.[1];
  return PRONOUN.test(phrase) || (noun !== undefined && kindNamed(noun) !== null);
}

/** Whether it refers to several things: after a column was named, to what it holds. */
export function isPlural(phrase: string): boolean {
  return /^(?:them|they|these|those|(?:these|those|all)\s+(?:of\s+(?:them|these)|ones)|sie|estos)$/i.test(
    phrase,
  );
}
