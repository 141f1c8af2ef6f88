import { contentOf } from '../../text/lostContent.ts';
import { splitSentences } from '../../text/sentences.ts';
import { isWrong } from '../model/conditions.ts';
import { ANSWER } from './phrases.ts';

/** "not found -> report": what is the case, and what follows from it. */
const CASE = /^([^,;:>→=]{2,60}?)\s*(?:->|→|=>)\s*(\S.*)$/u;
const DENIAL = /(?<!\p{L})(?:(?:not|no|nicht|keine?|non|pas)\s+|(?:un|in|im|non-?)(?=\p{L}{3}))/iu;
const BEHIND_QUESTION = new RegExp(`(?<=[?？])\\s*(?:->|→|=>)\\s*(?!${ANSWER.source}(?!\\p{L}))`, 'giu');
const ANSWERED = new RegExp(`^${ANSWER.source}\\s*(?:->|→|=>|:)`, 'iu');

/** A question of yes or no, and a step behind it on its line that is no answer, condition or question. */
const ASKED_STEP = new RegExp(
  `([^.!?？\\n]{2,120}[?？]) (?!(?:${ANSWER.source}|not|if|when|wenn|falls|si|in|otherwise|else|sonst|sinon)(?!\\p{L}))(?=([^.!?？:>→\\n]{2,120}(?:[.!\\n]|$)))`,
  'giu',
);
const OPEN_QUESTION =
  /(?:^|[,;:]\s)(?:who|what|how|where|why|which|when|wer|was|wie|wo|warum|qui|que|comment|où)\s/iu;

/**
 * Puts an answer before what follows a question alone, or behind an arrow: yes, but no where the step makes true what
 * was asked ("Is it plugged in? Plug it in.").
 */
export function withAnswers(text: string): string {
  return withDenied(text)
    .replace(BEHIND_QUESTION, ' yes: ')
    .replace(ASKED_STEP, (all, question: string, step: string) => {
      if (OPEN_QUESTION.test(question)) return all;
      const isMending = !isWrong(question, false) && !contentOf(question).isDisjointFrom(contentOf(step));
      return `${question} ${isMending ? 'no' : 'yes'}: `;
    });
}

/** "Paid? Ship. Not paid? Remind.": a question that denies the one before it is its other answer. */
function withDenied(text: string): string {
  let asked: string | undefined;
  return text.replace(ASKED_BESIDE, (all, space: string, question: string) => {
    if (areOpposite(question, asked)) return `${space}no: `;
    asked = question;
    return all;
  });
}

/** A question with a step behind it on its line. */
const ASKED_BESIDE = /(^|[.!;\n]\s*)([^.!?？;\n]{2,60})[?？][^\S\n]+(?=\S)/gu;

/** Sentences in which cases stand behind an arrow as conditions: "known? Unknown -> call" is "known?", "in case unknown, call". */
export function readCases(sentences: readonly string[]): string[] {
  const read: string[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const found = caseIn(sentence);
    const isCase =
      found !== null && (PERSISTING.test(found.head) || isAnswering(read) || isOpposed(sentences, at));
    read.push(isCase ? `in case ${found.head}, ${found.step}` : sentence);
  }
  return read;
}

/** "Still broken -> call us". */
const PERSISTING = /^(?:still|not|no|immer noch|toujours|todavía)\s/iu;

/** Whether what follows sentences may be another answer to the question before it. */
function isAnswering(sentences: readonly string[]): boolean {
  const [before = '', last = ''] = ['', ...sentences].slice(-2);
  return isQuestion(last) || /^in case /.test(last) || (isQuestion(before) && ANSWERED.test(last));
}

/** "Check the soil. Dry? yes -> water it": answers behind a question on the line of a sentence. */
const ASKED_BEHIND = new RegExp(`[.!;]\\s[^\\n.!?>→]{2,60}[?？][ ]${ANSWER.source}\\s*(?:->|→|=>|:)`, 'iu');

/** Whether a text has two opposite cases behind arrows, or a question with answers behind a sentence on its line. */
export function hasCases(text: string): boolean {
  const written = withAnswers(text);
  if (ASKED_BEHIND.test(written) || withDenied(text) !== text) return true;
  if (!/->|→|=>/.test(written)) return false;
  const sentences = splitSentences(written.replace(/^\s*(?:[-*•]|\d+[.)])\s+/gm, ''));
  return sentences.some((_, at) => isOpposed(sentences, at));
}

/** Whether the case of a sentence is the opposite of the next one, or of a question before it. */
function isOpposed(sentences: readonly string[], at: number): boolean {
  const head = caseIn(sentences[at] ?? '')?.head;
  const questions = sentences.slice(Math.max(0, at - 2), at).filter(isQuestion);
  return [caseIn(sentences[at + 1] ?? '')?.head, ...questions].some((other) => areOpposite(head, other));
}

function caseIn(sentence: string): { head: string; step: string } | null {
  const [, head, step] = ANSWERED.test(sentence) ? [] : (CASE.exec(sentence) ?? []);
  return head === undefined || step === undefined ? null : { head, step };
}

const isQuestion = (text: string): boolean => /[?？]$/.test(text);

const areOpposite = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (denies(one, other) || denies(other, one));

/** Whether a text is another one, or its end, with a denial: "not found" and "bag found?". */
function denies(denied: string, other: string): boolean {
  const bare = denied.replace(DENIAL, '');
  const words = new Set(wordsOf(other));
  return bare !== denied && wordsOf(bare).every((word) => words.has(word));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
