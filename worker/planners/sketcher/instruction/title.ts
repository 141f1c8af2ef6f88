import { capitalise, hasWords } from '../text/plain.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { NUMBER, numberOf } from '../text/words.ts';
import { withoutCommand } from './command.ts';
import { kindEnd, withoutKinds } from './kinds.ts';
import { withoutWishes } from './wishes.ts';

/** More of an opening than a title or a subject ever shows, in UTF-16 units. */
const MAX_OPENING = 400;
const ERROR_PATH =
  /,?\s*\b(?:with |and |plus |including )?(?:an? |the |its |one )?(?:error|failure|exception|unhappy|retry|fallback)s? (?:paths?|case|branch(?:es)?|handling|loops?|flow)\b|\bwith (?:an? )?(?:errors?|retries|retry)\b/gi;
const COUNT = new RegExp(
  `(?<!\\p{L})(?:(?:with|in|of|has|having|mit|in|aus|avec|en|con) )?(${NUMBER})[ -](?:\\p{L}+ )?(?:steps?|stages?|phases?|nodes?|boxes|columns|schritten?|stufen|phasen|spalten|kästchen|étapes|phases|pasos|fases|etapas)(?!\\p{L}|\\s+(?:des|der)\\s)`,
  'iu',
);
/** "Our onboarding has six steps", "there are four stages": a heading of what follows. */
const TELLS_COUNT = new RegExp(
  `(?:^(?:we|they|it|i|wir|sie|es|nous|on)(?=\\s))?\\s*(?<!\\p{L})(?:there (?:are|is)|has|have|hat|haben|gibt es|consists? of|besteht aus|goes through|comporte|compte|tiene)\\s+(?:the (?:following )?|these |this )?(?:${NUMBER})\\s+(?:\\p{L}+\\s)?(?:steps?|stages?|phases?|schritten?|stufen|phasen|étapes|pasos|fases|etapas)\\s*$`,
  'iu',
);

/** Whether words say no more than how many steps something has. */
export function tellsCount(words: string): boolean {
  return TELLS_COUNT.test(words);
}

/** "Mind map "Bees"" is called Bees. */
const CALLED =
  /^(?:[^\s"“„«]+\s+){1,3}(?<!\s(?:of|for|about|with|on|von|für|über|de|sobre|sur|pour|para|di)\s+)["“„«]([^"“”„«»]+)["”»]?$/i;
/** "… with the phases" before the list of them. */
const PARTS =
  /\s+(?:with|in|and|mit)\s+(?:the\s+|den\s+)?(?:following\s+)?(?:phases|columns|cards|tasks|Karten|Aufgaben|steps|stages|branches|topics|sections|rows|lanes|options|criteria)\s*$/i;
const ORDER =
  /^(?:compare|comparing|vergleiche?n?|comparare?|comparez?|confrontare|group|sort|cluster)(?: (?:these|this|them))?\s+(?=\S)/i;
const LAST_WORDS =
  /(?:[\s,:]|\b(?:and|with|in|of|for|from|between|among|showing|where|as|on|this|the following|below))+$/i;
/** Words that only ask for a drawing. */
const ASKING =
  /^(?:(?:this|that|it|these|them|the|following|a|hi|hello|hey|thanks|thank you|cheers|an|of|for|me|us|up|something|please|pls|plz|asap|quick|simple|nice|small|diagram|chart|flow ?charts?|picture|graph|canvas|drawing|with|as|like|need|right|so|ok(?:ay)?|well)\b[\s,.!]*)*$/i;

/**
 * What an opening calls the diagram: without the command, a number of steps and an error path, which the diagram itself
 * shows. '' if it only asks for one.
 */
export function titleOf(head: string): string {
  const words = CALLED.exec(beginOf(head))?.[1] ?? beginOf(head);
  if (isOnlyAsking(words)) return '';
  const name = trimEndOf(withoutCommand(withoutWishes(words), kindEnd), ' :,.!');
  const bare = [ORDER, TELLS_COUNT, ERROR_PATH, COUNT].reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    name,
  );
  return capitalise(
    bare
      .replace(/\s+/g, ' ')
      .replace(/^\s*(?:of|about|for)\s+(?=\S)/i, '')
      .replace(PARTS, '')
      .replace(LAST_WORDS, ''),
  );
}

/** Whether a text asks for a drawing, and does not say of what. */
export function isOnlyAsking(text: string): boolean {
  return ASKING.test(withoutCommand(text, () => 0));
}

/** What is left of an opening when the names of diagrams and the small words at its edges are gone. */
export function subjectOf(head: string): string {
  const bare = withoutCommand(beginOf(head))
    .replace(TELLS_COUNT, '')
    .replace(ERROR_PATH, '')
    .replace(COUNT, '');
  const words = withoutKinds(bare)
    .replace(/[^\p{L}\p{N}\p{S}'’&/+.-]+/gu, ' ')
    .trim();
  const subject = words.replace(EDGES, '').trim();
  return hasWords(subject) ? subject : '';
}

const FILLER =
  '\\b(?:simple|nice|detailed|basic|quick|diagram|chart|canvas|board|map|template|analysis|method|overview|picture|with|showing|from|of|for|about|on|our|my|the|a|an|to|by|sobre|über|für|sur|para|von|zum Thema|mit dem Thema|sur le thème|sobre el tema|del?|horizontal(?:ly)?|vertical(?:ly)?|left to right|top to bottom)\\b';
const EDGES = new RegExp(`^(?:(?:${FILLER})\\s*)+|(?:\\s*(?:${FILLER}))+$`, 'gi');

const beginOf = (head: string): string => head.slice(0, MAX_OPENING).toWellFormed();

/** The number of steps that an opening asks for, or null. */
export function countIn(head: string): number | null {
  return numberOf(COUNT.exec(head)?.[1] ?? '');
}

/** Whether a text asks for an error path in so many words. */
export function hasErrorPath(text: string): boolean {
  return text.search(ERROR_PATH) !== -1;
}

/** A text without the wish for an error path. */
export function withoutErrorPath(text: string): string {
  return text.replace(ERROR_PATH, '');
}
