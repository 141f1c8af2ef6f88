import type { PlanColor } from '../../../../../src/canvas/model/plan.ts';
import { colorOf } from '../../text/colors.ts';
import { numberOf } from '../../text/words.ts';
import { type Kind, kindNamed, ordinalNamed, withoutArticle } from '../language/words.ts';

/** What a phrase such as "the last two red cards" says of the objects that it means. */
export type Description = {
  /** The rest: a name, in which names may be hidden. */
  name: string;
  kind: Kind | null;
  color: PlanColor | null;
  /** From 0, or from -1 backwards. */
  ordinal: number | null;
  count: number | null;
  isAll: boolean;
  isEmpty: boolean;
};

const ALL =
  /^(?:all|every|each|both|any|everyone|everybody|alle|jede[nrs]?|tous|toutes|chaque|todos|todas|cada)$/i;
const EMPTY = /^(?:empty|blank|leere[nrs]?|vides?|vac[ií][oa]s?)$/i;
const FILLER =
  /^(?:of|the|las?|los|les?|die|der|den|these|those|remaining|other|existing|whole|entire|current|light|dark|bright|pale)$/i;
const NAMING =
  /^(?:called|named|titled|labelled|labeled|saying|with the (?:name|title|text)|namens|appelée?s?|llamad[oa]s?)\s+/i;

/** Reads a phrase word by word, from its front and from its end. What is no description is the name. */
export function describe(phrase: string): Description {
  const description: Description = {
    ...{ name: '', kind: null, color: null, ordinal: null, count: null, isAll: false, isEmpty: false },
  };
  const words = withoutArticle(phrase).split(/\s+/).filter(Boolean);
  while (words[0] !== undefined && takeIn(description, words[0], words.length === 1)) words.shift();
  const last = words.at(-1);
  if (last !== undefined && words.length > 1 && description.kind === null && kindNamed(last) !== null) {
    takeIn(description, last, true);
    words.pop();
  }
  if (description.kind === null && /^(?:everything|them|alles|tout|todo)$/i.test(words.join(' '))) {
    return { ...description, isAll: true, kind: description.kind ?? 'object' };
  }
  return { ...description, name: withoutArticle(words.join(' ').replace(NAMING, '')) };
}

const COUNTS: readonly (readonly string[])[] = [
  ['zwei', 'deux', 'dos'],
  ['drei', 'trois', 'tres'],
  ['vier', 'quatre', 'cuatro'],
];

function countNamed(word: string): number | null {
  const at = COUNTS.findIndex((words) => words.includes(word.toLowerCase()));
  return numberOf(word) ?? (at < 0 ? null : at + 2);
}

/** Takes one word of a description in; false for a word of a name. */
function takeIn(description: Description, word: string, isLast: boolean): boolean {
  const [kind, color, ordinal, count] = [
    kindNamed(word),
    colorOf(word),
    ordinalNamed(word),
    countNamed(word),
  ];
  if (ALL.test(word)) description.isAll = true;
  else if (EMPTY.test(word)) description.isEmpty = true;
  else if (ordinal !== null && description.ordinal === null) description.ordinal = ordinal;
  else if (count !== null && description.count === null && (!isLast || description.ordinal !== null))
    description.count = count;
  else if (color !== null && description.color === null) description.color = color;
  else if (kind !== null && description.kind === null) {
    description.kind = kind;
    if (/s$/i.test(word) && description.ordinal === null)
      description.isAll ||= isLast || description.count !== null;
  } else return FILLER.test(word);
  return true;
}

/** Whether it names objects by what they are, and not by their texts. */
export function isDescriptive({ name, kind, color, isAll, isEmpty, ordinal }: Description): boolean {
  return name === '' && (kind !== null || color !== null || isAll || isEmpty || ordinal !== null);
}
