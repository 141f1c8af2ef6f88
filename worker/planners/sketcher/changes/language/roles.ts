import type { Language } from './words.ts';

/** What a preposition says of a place. */
export type Relation = 'after' | 'before' | 'between' | 'under' | 'beside' | 'in';

const WORDS: Record<Language, Record<Relation, string>> = {
  en: {
    after: '(?:right |directly |just |immediately )?(?:after|behind|following)|to the right of',
    before:
      '(?:right |directly |just |immediately )?(?:before|ahead of|in front of|prior to)|to the left of|above',
    between: '(?:in )?between',
    under: '(?:right |directly |just )?(?:underneath|under|below|beneath)',
    beside: 'next to|beside|alongside|near|close to',
    in: 'over to|back to|back into|into|inside|within|in|to|onto|on|at|for',
  },
  de: {
    after: 'direkt nach|direkt hinter|nach|hinter',
    before: 'direkt vor|vor',
    between: 'zwischen',
    under: 'unter|unterhalb von',
    beside: 'neben',
    in: 'in die spalte|in der spalte|in|im|ins|bei|zu|zur|zum|auf|an',
  },
  fr: {
    after: 'juste après|après|derrière',
    before: 'juste avant|avant|devant',
    between: 'entre',
    under: 'sous|en dessous de',
    beside: 'à côté de|près de',
    in: 'dans la colonne|dans|en|à|au|aux|vers|sur',
  },
  es: {
    after: 'justo después de|después de|tras|detrás de',
    before: 'justo antes de|antes de|delante de',
    between: 'entre',
    under: 'debajo de|bajo',
    beside: 'junto a|al lado de',
    in: 'en la columna|a la columna|hacia|en|a|al',
  },
};

const RELATIONS = ['after', 'before', 'between', 'under', 'beside', 'in'] as const;

const patternOf = (wordsOf: (relation: Relation) => string) =>
  new RegExp(
    `(?<=^|\\s)(?:${RELATIONS.map((relation) => `(?<${relation}>${wordsOf(relation)})`).join('|')})(?=\\s)`,
    'giu',
  );
const patterns = {
  ...(Object.fromEntries(
    Object.entries(WORDS).map(([language, words]) => [language, patternOf((relation) => words[relation])]),
  ) as Record<Language, RegExp>),
  any: patternOf((relation) =>
    Object.values(WORDS)
      .map((words) => words[relation])
      .join('|'),
  ),
};

/** A phrase in two, at a preposition. */
export type RoleSplit = { left: string; relation: Relation; right: string };

/** Most prepositions of a phrase that are tried. */
const MOST = 12;

/** Every way to part a phrase at a preposition, the last one first. */
export function splitsAtRoles(phrase: string, language: Language | 'any'): RoleSplit[] {
  return [...phrase.matchAll(patterns[language])]
    .slice(-MOST)
    .reverse()
    .flatMap(({ index, 0: word, groups = {} }) => {
      const relation = RELATIONS.find((each) => groups[each] !== undefined);
      const [left, right] = [phrase.slice(0, index).trim(), phrase.slice(index + word.length).trim()];
      return relation === undefined || right === '' ? [] : [{ left, relation, right }];
    });
}
