import { NUMBER } from '../../text/words.ts';
import { isDate } from '../language/times.ts';
import { withoutArticle } from '../language/words.ts';
import type { Clause } from './clause.ts';
import type { Phrase } from './command.ts';

const MORE = new RegExp(
  `^(?:(?:${NUMBER}|some|more|another|new|additional|extra|further|also|other|big|main|major|great|noch|weitere[rnsm]?|neue[rns]?|zwei|drei|plus|autres?|nouv(?:eaux?|elles?)|deux|trois|otr[oa]s?|nuev[oa]s?|dos|tres|m[áa]s)\\s+)+`,
  'i',
);
const OF =
  /^(?:things?|ideas?|items?|points?|examples?|cards?|notes?|tasks?|steps?|entries|karten|cartes|tarjetas)\s+(?:(?:that\s+)?(?:we|i)\s+|for\s+|in\s+|under\s+)?/i;

/** What the words before a colon name, without how many more of it come: "two more threats" are "threats". */
export function headingIn(words: string): Phrase {
  return withoutArticle(
    withoutArticle(words)
      .replace(MORE, '')
      .replace(OF, '')
      .replace(/\s+more$/i, ''),
  );
}

/** The column, branch or date that the words before a colon name, or null. */
export function headingThere(words: string, clause: Clause): Phrase | null {
  return knownHeading(headingIn(words), clause) ?? knownHeading(headingIn(words.replace(BELOW, '')), clause);
}

/** "Unter Packen: Pass, Buch". */
const BELOW = /^(?:under|below|in|unter|bei|zu|sous|dans|bajo|en)\s+/i;

function knownHeading(heading: Phrase, clause: Clause): Phrase | null {
  const isBranch = clause.layout === 'mindmap' && clause.isThere(heading, { isOne: true });
  return isBranch || clause.isThere(heading, { kind: 'FRAME' }) || isDate(clause.names.show(heading))
    ? heading
    : null;
}
