import { NUMBER, numberOf, singular } from '../../text/words.ts';

const COUNTED = new RegExp(`^(${NUMBER})\\s+(\\P{Lu}+?)(?:\\s+(\\p{Lu}.*))?$`, 'u');

/**
 * Objects that a number announces: "two kids", "Peter" and "Linda", or "two cooks Tim" and "Zoe".
 * @returns The names, and the words before them; null where the number is not theirs
 */
export function announced(objects: readonly string[]): { said: string; names: string[] } | null {
  const [first = '', ...others] = objects;
  const [, number = '', noun = '', name] = COUNTED.exec(first) ?? [];
  const names = name === undefined ? others : [name, ...others];
  // "One teacher and many students" announces nobody.
  const isAnnounced = names.length > 1 && numberOf(number) === names.length;
  return isAnnounced ? { said: `${number} ${noun}`, names } : null;
}

const LABEL = /^(?:\d{1,3}|\p{Lu})$/u;
const LABELLED = /^(.*\p{Ll}s) (\d{1,3}|\p{Lu})$/u;

/** "pods A" and "B" are Pod A and Pod B. */
export function distributed(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  const [, kind = '', label = ''] = LABELLED.exec(first) ?? [];
  const areLabels = label !== '' && others.length > 0 && others.every((name) => LABEL.test(name));
  return areLabels ? [label, ...others].map((each) => `${singular(kind)} ${each}`) : [...names];
}
