/** "checks" as "check", "carries" as "carry". */
export function infinitiveOf(verb: string): string {
  if (/[a-z]ies$/i.test(verb)) return verb.replace(/ies$/i, 'y');
  if (/(?:ss|x|zz|ch|sh|o)es$/i.test(verb)) return verb.replace(/es$/i, '');
  return verb.replace(/s$/i, '');
}

/** "check" as "checks", "carry" as "carries". */
export function thirdPersonOf(verb: string): string {
  if (/^have$/i.test(verb)) return 'has';
  if (/^be$/i.test(verb)) return 'is';
  if (/(?:[sxz]|ch|sh|o)$/i.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/i.test(verb) ? verb.replace(/y$/i, 'ies') : `${verb}s`;
}
