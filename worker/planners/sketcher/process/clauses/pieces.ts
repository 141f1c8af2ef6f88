import type { Word } from '../words/readWords.ts';
import { isAuxiliary, isDeterminer, isNoun, isPreposition } from '../words/wordClasses.ts';
import { beginsMain } from './beginsMain.ts';
import { findVerb } from './findVerb.ts';
import { isClauseStart, isConditional, withoutMarkers, withoutParallel } from './markers.ts';

/** The pieces of a sentence that may be clauses of their own. */
export function piecesOf(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [];
  let piece: Word[] = [];
  let depth = 0;
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const ends = before !== undefined && depth === 0 && /[,;:–—]|-$/.test(before.after);
    const starts =
      depth === 0 &&
      piece.length > 0 &&
      (isClauseStart(words, at) ||
        isThen(word, piece) ||
        isBehindLead(words, at, piece) ||
        isMainClause(words, at, piece));
    const { link, rest: marked } = withoutMarkers(piece);
    const { rest } = withoutParallel(marked);
    if (piece.length > 0 && (ends || starts) && (rest.length > 0 || (link === 'else' && starts))) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(word);
    if (word.before.includes('(')) depth += 1;
    if (word.after.includes(')') && depth > 0) depth -= 1;
  }
  return [...pieces, piece].filter((each) => each.length > 0);
}

/** "boil water then add salt", but not "the department then checks". */
const isThen = ({ lower }: Word, piece: readonly Word[]): boolean =>
  lower === 'then' &&
  !isAuxiliary(piece.at(-1) as Word) &&
  findVerb(withoutMarkers(piece).rest, null) !== null;

/** "After the trip the pupils write", "in case of a difference the values are …": a subject behind a phrase. */
function isBehindLead(words: readonly Word[], at: number, piece: readonly Word[]): boolean {
  const [word, before, first] = [words[at], words[at - 1], piece[0]];
  if (word === undefined || before === undefined || first === undefined || piece.length < 2) return false;
  if (
    !isArticle(word) ||
    !isNoun(before) ||
    !(isPreposition(first) || /^(?:after|before|during)$/.test(first.lower))
  )
    return false;
  return !withoutParallel(piece).isParallel && findVerb(piece, null) === null && hasVerb(words, at);
}

const isArticle = (word: Word): boolean =>
  isDeterminer(word) && !/^(?:that|this|which|who)$/.test(word.lower);

/** "when the pizza is ready it is packed", "if payment fails we remind": a main clause without a comma before it. */
function isMainClause(words: readonly Word[], at: number, piece: readonly Word[]): boolean {
  const { link, rest } = withoutMarkers(piece);
  if (!isConditional(link)) return false;
  return rest.length > 0 && beginsMain(words.slice(at - rest.length), rest.length);
}

/** Words of a subject, at most. */
const LONGEST_SUBJECT = 6;

/** Whether a verb follows within a short subject: "the new hire starts". */
function hasVerb(words: readonly Word[], at: number): boolean {
  const next = words.slice(at, at + LONGEST_SUBJECT + 1);
  const end = next.findIndex(({ after }) => after !== '');
  return findVerb(end === -1 ? next : next.slice(0, end + 1), null) !== null;
}
