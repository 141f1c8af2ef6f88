/** What says that things happen at the same time; a longer phrase stands before one that it begins with. */
export const atOncePhrases: readonly string[] = [
  'at the same time, in the meantime, in the mean time, meanwhile, simultaneously, concurrently, in parallel',
  'parallel to this, parallel to that, parallel dazu, gleichzeitig, zeitgleich, währenddessen, inzwischen',
  'in der Zwischenzeit, en même temps, pendant ce temps, en parallèle, parallèlement, al mismo tiempo',
  'mientras tanto, en paralelo',
].flatMap((phrases) => phrases.split(', '));

/** Source of a pattern for any of these; "parallel" alone is one where it stands apart. */
export const AT_ONCE = [...atOncePhrases, 'parallel'].join('|');
