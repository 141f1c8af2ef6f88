import { ARROW } from '../../reading/evidence.ts';
import { isMarked } from '../../text/outline.ts';
import { splitSentences } from '../../text/sentences.ts';
import { splitCommas, splitOutside } from '../../text/split.ts';
import { findVerb } from '../clauses/findVerb.ts';
import { foldAlternatives } from '../model/foldAlternatives.ts';
import type { Statement } from '../model/statement.ts';
import { readSentences } from '../words/readWords.ts';
import { readCases, withAnswers } from './cases.ts';
import { FragmentReader } from './fragmentReader.ts';
import { BEFORE_REPEAT, DURING, REMINDER, THEN, WHILE } from './phrases.ts';
import { splitCondition } from './splitCondition.ts';
import { inOrder } from './stepsOf.ts';

/** Reads phrases between commas, lines and full stops, one step each, with the conditions among them. */
export function readFragments(text: string): Statement[] {
  const lines = text.split('\n');
  const isList = lines.filter(isMarked).length >= 2;
  const reader = new FragmentReader();
  const isStep = (line: string) => isList && !BRANCHES.test(line) && !ARROW.test(line);
  const written = (isList ? lines : [text])
    .map(withAnswers)
    .map((line) => line.replace(MARKS, ''))
    .flatMap((line) => (isStep(line) ? [line] : splitSentences(line)))
    .map((sentence) => sentence.replace(ANSWER_ARROW, '$1: ').replace(CASE_ARROW, 'if $1, $2, $3'))
    .flatMap((sentence) => (/[?？]$/.test(sentence) ? splitOutside(sentence, BEFORE_ANSWER) : [sentence]));
  const sentences = readCases(written);
  for (const [at, sentence] of sentences.entries())
    reader.read(sentence, isStep(sentence) ? [sentence] : fragmentsOf(sentence), sentences[at + 1] ?? '');
  return foldAlternatives(
    asAlternatives(
      reader.statements.filter((each) => !(each.kind === 'activity' && REMINDER.test(each.text))),
    ),
  );
}

const MARKS =
  /^\s*(?:(?:[-*•]|\(?\d{1,3}[.)]|step \d+\s*[:.-])\s+|[①-⑳]\s*|[一二三四五六七八九十]{1,2}、)/gimu;
/** What makes a line of a list more than one step. */
const BRANCHES =
  /[?？]|(?<!\p{L})(?:if|unless|otherwise|else|wenn|falls|sonst|sinon|si|repeat|while|in case)\s/iu;
/** "If temperature > 38": no arrow. */
const COMPARED = /(?<!\p{L})(?:if|while|until|unless|wenn|falls|solange|si)\s[^,;:]{1,60}\s>=?\s/iu;
const SURE_ARROW = /\s*(?:-{1,3}>|[→⟶➔➜➝⇒])\s*/u;
/** "yes -> call". */
const ANSWER_ARROW = /(?<![\p{L}\p{N}])(yes|no|ja|nein|oui|non|sí)\s*(?:->|→|=>)\s*/giu;
/** "Yes: take it, no: is it cold?": the question is only that of the last answer. */
const BEFORE_ANSWER = /[,;]\s*(?=(?:yes|no|ja|nein|oui|non|sí)\s*:\s)/iu;
/** "Within 30 days -> refund, otherwise -> reject". */
const CASE_ARROW =
  /^(?!if\b)([^,;>→]+?)\s*(?:->|→|=>)\s*([^,;>→]+?)[,;]?\s*(?:->|→|=>)?\s*((?:otherwise|else|sonst|sinon)\b.*)$/i;

/** "If a, x; if b, y; otherwise z" are alternatives: each is asked only when those before do not hold. */
function asAlternatives(statements: readonly Statement[]): Statement[] {
  const nested: Statement[] = [];
  for (const statement of statements.toReversed()) {
    const next = nested.at(-1);
    const isOpen =
      statement.kind === 'decision' && !statement.hasOtherwise && !/[?？]$/.test(statement.condition);
    if (isOpen && next?.kind === 'decision' && next.hasOtherwise)
      nested[nested.length - 1] = { ...statement, otherwise: [next], hasOtherwise: true };
    else nested.push(statement);
  }
  return nested.toReversed();
}

/** The phrases of a sentence: between arrows, commas and words such as "then" and "otherwise". */
function fragmentsOf(sentence: string): string[] {
  return splitOutside(sentence, COMPARED.test(sentence) ? SURE_ARROW : ARROW)
    .flatMap((part) => {
      const isLed = THEN.exec(part)?.index === 0;
      return splitOutside(part, THEN).map((piece, at) => (isLed || at > 0 ? inOrder(piece) : piece));
    })
    .flatMap((part) => joinClauses(splitCommas(part)))
    .flatMap((part) => (WHILE.test(part) ? part.split(/:\s+/) : [part]))
    .flatMap((part) => part.split(BEFORE_REPEAT))
    .flatMap((part) => part.split(/(?<=\S)\s+(?=(?:otherwise|or else|else|sonst|sinon)\b)/i))
    .flatMap((part) => part.split(OTHER_CASE))
    .flatMap((part) => part.split(/(?<=\S)[\s,]+(?=(?:yes|no)\s*(?::|->|→))/i))
    .map((part) => part.replace(/\s+(?:and|und|et|y)$/i, ''))
    .flatMap(asBeside);
}

/** "If ok ship if not reorder": where the other case begins without a comma. */
const OTHER_CASE = /\s(?=(?:if|wenn|falls) (?:not|nicht)\s)(?<=^(?:if|wenn|falls)\s.{2,120}\S\s)/i;

/** "Check, ob es passt": a phrase that no step begins with belongs to the one before it. */
function joinClauses(phrases: readonly string[]): string[] {
  const joined: string[] = [];
  for (const phrase of phrases)
    if (BELONGING.test(phrase) && joined.length > 0) joined.push(`${joined.pop()}, ${phrase}`);
    else joined.push(phrase);
  return joined;
}
const BELONGING = /^(?:ob|dass|damit|weil|sodass|um|because|so that|which|afin|parce que|porque|para que)\s/i;

/** "While the dough rests" and the phrase behind it as steps at the same time; behind others, it is beside these. */
function asBeside(fragment: string, at: number, fragments: readonly string[]): string[] {
  const goingOn = (text: string | undefined) => {
    const [, word = '', held = ''] = DURING.exec(text ?? '') ?? [];
    return held !== '' &&
      splitCondition(held) === null &&
      (!/^(?:while|as|mientras)/i.test(word) || isDoing(held))
      ? held
      : null;
  };
  const held = goingOn(fragment);
  if (held !== null) return [at === 0 ? held : `meanwhile ${held}`];
  return [at === 1 && goingOn(fragments[0]) !== null ? `meanwhile ${fragment}` : fragment];
}

/** Whether something is done or goes on: "the dough rests", "it is running", "waiting"; no state, as "there is mail". */
function isDoing(text: string): boolean {
  const [words = []] = readSentences(text);
  if (words[0]?.tags.has('Gerund')) return true;
  return findVerb(words, null)?.isState === false && !/[<>=≤≥]/.test(text);
}
