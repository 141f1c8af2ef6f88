const BECAUSE =
  "because|(?:since|as|so that|now that)\\s+(?:it|this|that|they|he|she|we|i|you|there|nobody|everybody|the|our|all)|weil|denn|da\\s+(?:es|er|sie|wir|ich|das|die|der)|damit|parce\\s+qu['’e]|puisqu|car\\s+(?:il|elle|on|nous|c['’])|porque|ya\\s+que|puesto\\s+que";
const REASON = new RegExp(`(,?)\\s+(?:${BECAUSE}).*$`, 'isu');
const OPENING = new RegExp(`^(?:${BECAUSE})`, 'iu');

/** Somebody or something that was named before, with a verb: what follows a command so is a remark to it. */
export const REMARK =
  "(?:(?:it|this|that|they|he|she|there|these|those)(?:['’](?:s|re|ll|ve|d)\\s|\\s+(?:is|are|was|were|has|have|had|does|do|did|isn['’]?t|aren['’]?t|wasn['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|no longer|only|just|never|already|now|comes|goes|belongs|looks|will|can|can['’]?t|should|must|needs?)\\s)|(?:we|i|you|they|he|she|nobody|no one|everybody|everyone)(?:['’](?:re|ll|ve|d|m|s))?\\s(?!(?:said|says)\\s)|(?:das|es|er|sie|der|die)\\s+(?:ist|sind|war|hat|haben|wird|kommt|fehlt|brauch(?:t|en|e))\\s|(?:wir|ich|man)\\s+\\S|(?:il|elle|ils|elles|ça|cela)\\s+\\S|c['’]est\\s|(?:on|nous)\\s+\\S|(?:ya\\s+)?(?:no\\s+)?(?:hace|es|está|están|son|lo|la)\\s+\\S)";

/**
 * A clause without the reason that it gives: "move FAQ to Done because it is online". In what is added it stands behind a
 * comma: "add Call Bob because he waits" is all text.
 */
export function withoutReason(clause: string, isAddition: boolean): string {
  const reason = REASON.exec(clause);
  return reason === null || (isAddition && reason[1] === '') ? clause : clause.slice(0, reason.index);
}

/** Whether a part of a sentence is a reason and nothing else: "since we have no budget". */
export function isReason(part: string): boolean {
  return OPENING.test(part);
}
