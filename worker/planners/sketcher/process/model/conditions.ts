import { stems } from '../../text/words.ts';

const WRONG =
  /(?<!\p{L})(?:fail(?:s|ed|ures?)?|errors?|declin(?:es?|ed)|den(?:y|ies|ied)|reject(?:s|ed|ion)?|refus(?:es?|ed)|invalid|expired?|wrong|incorrect|missing|unavailable|broken?|time[ds]? ?-?out|cancel(?:s|led|ed)?|overdue|insufficient|incomplete|conflicts?|problems?|issues?|complain(?:s|ts?)?|late|damaged|defect(?:s|ive)?|faults?|faulty|infected|blockers?|too (?:high|low|late|big|small|expensive)|out of|nobody|nothing|no one|none|no longer|fewer|unsuitable|unsuccessful|negative|bad|red|objects?|disagrees?|lost|empty|unclear|not|no|never|fehl\p{L}*|scheitert|ungültig|abgelehnt)(?!\p{L})/giu;
const FINE =
  /\b(?:fine|ok|okay|good|right|correct|valid|approv(?:es?|ed|al)|accept(?:s|ed)?|success(?:ful|fully)?|succeeds?|pass(?:es|ed)?|available|free|complete|green|clean|well|agrees?|agreed|confirm(?:s|ed)?|ready|in stock|paid|signed|suitable|positive|match(?:es)?|works?|geeignet|genehmigt|gültig|bestanden|verfügbar)\b/i;

/** Whether a condition speaks of something that went right. */
export function isFine(condition: string, isNegated: boolean): boolean {
  return !isNegated && FINE.test(condition);
}

/** Whether a condition speaks of something that went wrong; two such words undo each other ("nobody objects"). */
export function isWrong(condition: string, isNegated: boolean): boolean {
  return ((condition.match(WRONG) ?? []).length % 2 === 1) !== isNegated;
}

/** A condition as it is compared: without its negation. */
export type Asked = {
  condition: string;
  isNegated: boolean;
  /** The conditions that "and" joins in it. */
  parts?: readonly Asked[];
};

/** A condition about an amount. */
const COMPARES =
  /\b(?:above|below|over|under|more than|less than|fewer than|at least|at most|exceeds?|higher|lower|larger|smaller)\b/i;
const ABOUT_ALL = /^(?:everything|all|it all|all of (?:it|them|this))\b/i;

/** What a condition is to one before it. */
export type Relation = 'same' | 'opposite' | 'alternative';

/**
 * How a condition relates to the one before it: its opposite ("valid", "not valid"), another answer to the same question
 * ("a bug", "a question"), the answer yes to a question, or null when it asks something else.
 */
export function compareConditions(before: Asked, next: Asked): Relation | null {
  const [wrongBefore, wrongNext] = [before, next].map(({ condition, isNegated }) =>
    isWrong(condition, isNegated),
  );
  const isTurned = wrongBefore !== wrongNext;
  if (ABOUT_ALL.test(next.condition) && isTurned) return 'opposite';
  const [a, b] = [contentOf(before.condition), contentOf(next.condition)];
  const shared = a.intersection(b).size;
  const isSame = shared > 0 && shared >= Math.min(a.size, b.size);
  if (isSame && /[?？]$/.test(before.condition) && before.isNegated === next.isNegated) return 'same';
  if (isSame && before.isNegated !== next.isNegated) return 'opposite';
  if (/\bstill\b/i.test(next.condition)) return isTurned && shared > 0 ? 'opposite' : null;
  if (COMPARES.test(before.condition) !== COMPARES.test(next.condition)) return null;
  const sameSubject = haveSameSubject(before.condition, next.condition);
  if (
    sameSubject &&
    isTurned &&
    (FINE.test(next.condition) || FINE.test(before.condition) || before.isNegated !== next.isNegated)
  )
    return 'opposite';
  return sameSubject ? 'alternative' : null;
}

/** "Fails" and "failure", "ill" and "illness" are alike. */
const contentOf = (text: string): Set<string> =>
  new Set(
    stems(text).map((word) =>
      word.replace(/(?<=\p{L}{3})(?:ure?|ness?)$/u, '').replace(/(?<=([lt]))\1$/, ''),
    ),
  );

const PRONOUN = /^(?:(?:it|they|he|she|this|that|these|those|one)\b|\p{L}+ (?:er|sie|es)(?!\p{L}))/iu;
const SUBJECT =
  /^(?:(?:the|an?|any|all|no|some|our|their|his|her|its)\s+)?([\p{L}'’-]+(?:\s+[\p{L}'’-]+)*?)\s+(?:is|are|was|were|has|have|does|do|can|may|must|will|should)\b/iu;

/** Whether two conditions are about the same thing: by its name, a pronoun, or because neither names one. */
function haveSameSubject(one: string, other: string): boolean {
  if (PRONOUN.test(other)) return true;
  if (isBare(one) && isBare(other)) return true;
  const [a, b] = [one, other].map((text) =>
    (
      SUBJECT.exec(text)?.[1] ??
      text
        .replace(/^(?:the|an?|any|all)\s+/i, '')
        .split(' ')
        .slice(0, 1)
        .join(' ')
    ).toLowerCase(),
  );
  return a !== undefined && a === b;
}

/** Whether a condition is a quality alone: "correct", "too high". */
export function isBare(condition: string): boolean {
  return /^(?:(?:too|very|so) )?\S+$/i.test(condition.trim());
}
