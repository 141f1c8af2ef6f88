import { splitOutside } from './split.ts';

/** The name of a comparison, before its sides. */
export const COMPARISON =
  /^.*?\b(?:compare|comparing|comparison(?: (?:table|matrix|grid|chart))?|table|tabla(?: comparativa)?|tableau(?: comparatif)?|tabelle|grid|matrix|venn(?: diagram)?|vergleich\p{L}*|comparare?|comparación|comparação|comparaison|compare[rz]?|confront(?:o|are))(?!\p{L})\s*(?:of|between|for|von|zwischen|de|entre|tra|fra)?\s*/iu;
const VERSUS =
  /\s+(?:vs\.?|versus|or|with|and|to|und|oder|y|et|e|i|ou|o|contra|gegen|contre|и|или)\s+|\s*,\s*(?:and\s+)?/i;

/** The sides of a comparison: "A vs B", "A, B and C". */
export function splitSides(text: string): string[] {
  return splitOutside(text, VERSUS);
}

/** "Basic, Pro and Team plans", "the plans Basic, Pro and Team": the noun belongs to all of them. */
export function withoutNoun(sides: readonly string[]): string[] {
  const bare = sides.map((side, at) =>
    at === 0
      ? side.replace(/^(?:(?:the|our|die|les|los|las)\s+)?\p{Ll}+\s+(?=\p{Lu}\S*$)/u, '')
      : side.replace(/^(\p{Lu}\S*) \p{Ll}+s$/u, at === sides.length - 1 ? '$1' : '$&'),
  );
  return bare.every((side) => /^\p{Lu}\S*$/u.test(side)) ? bare : [...sides];
}
