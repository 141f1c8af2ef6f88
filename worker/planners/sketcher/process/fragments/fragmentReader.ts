import { isRange } from '../../text/range.ts';
import { splitList } from '../../text/split.ts';
import { isWrong } from '../model/conditions.ts';
import { forkOf } from '../model/parallelWork.ts';
import { isQuestion, joined, ProcessBuilder } from '../model/processBuilder.ts';
import type { Fork, Statement } from '../model/statement.ts';
import { type Answer, answerOf, questionIn } from './answers.ts';
import { DEPENDING, EITHER, ELSE, LABELLED, MEANWHILE, REPEAT, TOGETHER, WHILE } from './phrases.ts';
import {
  type Condition,
  readAmount,
  readCondition,
  readVerbFirst,
  withUnmarkedStep,
} from './readCondition.ts';
import { splitCondition } from './splitCondition.ts';
import { inOrder, isCommand, isOneCommand, stepOf, stepsOf, stripLead } from './stepsOf.ts';

/** A sentence that is read, phrase by phrase. */
type Sentence = {
  fragments: readonly string[];
  /** Number of statements before it. */
  start: number;
  /** Whether at least two phrases begin with an amount: each is a case of its own. */
  hasAmounts: boolean;
  /** Whether it begins with a condition, which all of it belongs to. */
  isConditional: boolean;
  /** Whether it is an answer, which its conditions belong to. */
  isAnswer: boolean;
  /** Place of the last "otherwise"; -1 for none. */
  lastElse: number;
};

/** Reads sentences, given as their phrases, one after the other into what is done. */
export class FragmentReader {
  readonly #process = new ProcessBuilder();
  /** The question of which the answers follow, each by its name. */
  #choice: Fork | null = null;

  get statements(): Statement[] {
    return this.#process.statements;
  }

  /** Reads a sentence, or a line; `next` is the one behind it. */
  read(sentence: string, fragments: readonly string[], next: string): void {
    const isAnswer = this.#answerIn(stripLead(sentence)) !== null;
    const isNamed = this.#choice !== null && LABELLED.test(sentence);
    if (!isAnswer && !isNamed) {
      this.#process.leave();
      this.#choice = null;
    }
    if (isQuestion(sentence)) this.#readQuestion(sentence, next);
    else if (isOneCommand(fragments)) this.#process.into.push(...stepOf(sentence));
    else this.#readFragments(fragments, isAnswer || /^in case (?!of\b|that\b)/i.test(sentence));
  }

  /** "Alert, triage, is it severe?", or the question of an answer: "no: is it sunny?". */
  #readQuestion(sentence: string, next: string): void {
    const named = this.#enterWay(sentence);
    const answered = named ?? this.#takeAnswer(stripLead(sentence));
    const { earlier, asked } = questionIn(answered ?? sentence);
    for (const step of earlier) this.#add(step);
    if (answerOf(next, true) === null && LABELLED.test(next)) this.#choose(asked);
    else this.#process.ask({ condition: asked, isNegated: false }).isLate = true;
  }

  #readFragments(fragments: readonly string[], isAnswer: boolean): void {
    const sentence: Sentence = {
      fragments,
      start: this.statements.length,
      isAnswer,
      hasAmounts: fragments.filter(isRange).length >= 2,
      isConditional: conditionAt(fragments, 0) !== null || WHILE.test(fragments[0] ?? ''),
      lastElse: fragments.findLastIndex((fragment) => ELSE.test(stripLead(fragment))),
    };
    for (let at = 0; at < fragments.length; at += 1) {
      at = this.#readFragment(sentence, at);
      if (leadsBack(fragments, at)) this.#process.leave();
    }
  }

  /** Reads a phrase of a sentence, and those that belong to it; gives the place of the last one. */
  #readFragment(sentence: Sentence, at: number): number {
    const { fragments, hasAmounts, start } = sentence;
    const raw = stripLead(fragments[at] ?? '');
    const answered = this.#takeAnswer(raw);
    const fragment = answered ?? raw;
    if (answered !== null && isQuestion(fragment)) this.#readQuestion(fragment, '');
    else if (this.#readTrigger(sentence, fragment) || this.#readLoop(fragment, start)) return at;
    else if (this.#readWay(fragment, fragments.slice(at + 1))) return at;
    else {
      const amount = hasAmounts ? readAmount(fragment) : null;
      const condition = amount ?? conditionAt(fragments, at, fragment);
      if (this.#isOutside(sentence, at, condition, answered !== null)) this.#process.leave();
      if (amount !== null) this.#readAmount(amount);
      else if (condition !== null) return this.#readCondition(condition, fragments, at);
      else this.#add(fragment);
    }
    return at;
  }

  /** "Wenn der Kunde anruft, …": what sets the process off, and has no other side. */
  #readTrigger({ fragments, lastElse }: Sentence, text: string): boolean {
    const isTrigger =
      this.statements.length === 0 &&
      fragments.length > 1 &&
      lastElse === -1 &&
      EVENT.test(text) &&
      !isWrong(text, false);
    if (isTrigger) this.#process.into.push({ kind: 'activity', text, actor: null, task: text, isTrigger });
    return isTrigger;
  }

  /** Whether a phrase belongs to no condition before it in its sentence. */
  #isOutside(sentence: Sentence, at: number, condition: Condition | null, isAnswer: boolean): boolean {
    const { fragments, hasAmounts, isConditional, lastElse } = sentence;
    const isJoined = /^(?:and|und|et|y)\b/i.test(fragments[at] ?? '');
    const hasSteps = this.#process.into.length > 0;
    if (condition === null)
      return hasAmounts || (hasSteps && at > lastElse && lastElse !== 0 && !isConditional && !isJoined);
    return (
      !isAnswer &&
      !sentence.isAnswer &&
      !(isJoined && isConditional) &&
      (condition.closed || at > lastElse || hasSteps)
    );
  }

  /** Reads a condition, with those that "and" joins to it; gives the place of the last phrase of them. */
  #readCondition(first: Condition, fragments: readonly string[], at: number): number {
    const condition = withUnmarkedStep(first, stripLead(fragments[at] ?? ''));
    const parts = [condition];
    let end = at;
    while (condition.met === '' && isContinued(fragments, end)) {
      end += 1;
      parts.push(readCondition(`if ${(fragments[end] ?? '').replace(/^\S+\s+/, '')}`) ?? condition);
    }
    const decision = this.#process.decide(joined(parts.map(({ asked }) => asked)));
    if (decision !== null && !decision.isAlternative) decision.isLate = true;
    this.#add(parts.at(-1)?.met ?? '');
    if (condition.closed) this.#process.leave();
    return end;
  }

  /** "Under 100 …, 100 to 1000 …": the next amount is asked when the one before is not the case. */
  #readAmount({ asked, met }: Condition): void {
    const before = this.#process.waiting();
    const isNext = before !== null && isRange(before.condition);
    if (isNext) this.#process.enterOtherwise(before);
    const decision = this.#process.ask(asked);
    if (isNext) decision.isAlternative = true;
    this.#add(met);
  }

  /** "Repeat until full", "while there is mail, …"; `start`: where the sentence began. */
  #readLoop(fragment: string, start: number): boolean {
    const [, until, again] = REPEAT.exec(fragment) ?? [];
    const [, before, first] = WHILE.exec(fragment) ?? [];
    const held = again ?? first;
    if (held === undefined) return false;
    const [condition, step] = splitCondition(held) ?? [held, ''];
    const asked = { condition, isNegated: (until ?? before) !== undefined };
    if (again === undefined) this.#process.repeatWhile(asked);
    else this.#process.repeat(asked, start);
    this.#add(step);
    return true;
  }

  /** One of several ways: of an answer by its name, of "either … or", or at the same time as the step before. */
  #readWay(fragment: string, following: readonly string[]): boolean {
    const step = this.#enterWay(fragment);
    if (step !== null) {
      this.#add(step);
      return true;
    }
    const [, earlier, question, rest] = DEPENDING.exec(fragment) ?? [];
    if (
      question !== undefined &&
      [rest ?? '', ...following].filter((each) => LABELLED.test(each)).length >= 2
    ) {
      if (earlier !== undefined) this.#add(earlier);
      this.#choose(question);
      return rest === undefined || this.#readWay(rest, following);
    }
    const [, either, one, or, other] = EITHER.exec(fragment) ?? [];
    if (either === undefined || or === undefined) return this.#readBeside(fragment);
    if (this.statements.length === 0) this.#add('Start');
    const ways = [stepsOf(one ?? ''), stepsOf(other ?? '')];
    this.#process.into.push(forkOf(ways, [either, or]));
    return true;
  }

  /** "Meanwhile, set the table", "lint and test in parallel". */
  #readBeside(fragment: string): boolean {
    const { into } = this.#process;
    const beside = MEANWHILE.exec(fragment)?.[1]?.replace(/^.*$/, inOrder);
    const together = TOGETHER.exec(fragment)?.[1];
    if (beside === undefined && together === undefined) return false;
    const sides = splitList(together ?? beside ?? '');
    const isBeside = into.length > 0 && (beside !== undefined || sides.length === 1);
    const ways = (isBeside ? [beside ?? together ?? ''] : sides).map(stepsOf);
    const before = isBeside ? into.pop() : undefined;
    if (before?.kind === 'fork' && before.question === null) {
      into.push({ ...before, ways: [...before.ways, ...forkOf(ways).ways] });
    } else into.push(forkOf(before === undefined ? ways : [[before], ...ways]));
    return true;
  }

  #choose(question: string): void {
    this.#choice = { kind: 'fork', question, ways: [] };
    this.#process.into.push(this.#choice);
  }

  /** Goes to the way of an answer by its name, and gives what follows that; null for other phrases. */
  #enterWay(fragment: string): string | null {
    const [, label, step] = LABELLED.exec(fragment) ?? [];
    if (this.#choice === null || label === undefined || step === undefined) return null;
    const steps: Statement[] = [];
    this.#choice.ways.push({ label, steps });
    this.#process.into = steps;
    return step;
  }

  #add(text: string): void {
    this.#process.into.push(...stepsOf(text));
  }

  /** Goes to the side of an answer at the beginning of a phrase, and gives what follows it; null for other phrases. */
  #takeAnswer(fragment: string): string | null {
    const answer = this.#answerIn(fragment);
    if (answer !== null) this.#process.answer(answer.isYes);
    return answer?.rest ?? null;
  }

  #answerIn(fragment: string): Answer | null {
    if (!this.#process.hasAsked) return null;
    const open = this.#process.waiting();
    return answerOf(fragment, open !== null && isQuestion(open.condition));
  }
}

/**
 * Whether an answer leads back to a step, and no other answer follows: "if no, grind again, pour the water". What
 * follows is done when it is another one.
 */
function leadsBack(fragments: readonly string[], at: number): boolean {
  const answerAt = (place: number) => answerOf(stripLead(fragments[place] ?? ''), true);
  if (!AGAIN.test(fragments[at] ?? '') || (answerAt(at) === null && answerAt(at - 1)?.rest !== ''))
    return false;
  return !fragments.some((_, place) => place > at && answerAt(place) !== null);
}

const AGAIN = /\s(?:again|once more|erneut|noch einmal|nochmals?)$/i;

const EVENT = /^(?:wenn|sobald|quand|lorsque|cuando|quando)\s/i;

/** The condition of a phrase; German ones that begin with their verb need another phrase behind them. */
function conditionAt(
  fragments: readonly string[],
  at: number,
  fragment = stripLead(fragments[at] ?? ''),
): Condition | null {
  return readCondition(fragment) ?? (at === 0 && fragments.length > 1 ? readVerbFirst(fragment) : null);
}

/** Whether "and …" behind a condition is one more condition: it has no verb of a step, and something follows from both. */
function isContinued(fragments: readonly string[], at: number): boolean {
  const [next, behind] = [fragments[at + 1] ?? '', fragments[at + 2]];
  const [, more = ''] = /^(?:and|und|et|y)\s+(.+)$/iu.exec(next) ?? [];
  return more !== '' && behind !== undefined && !/^(?:and|und|et|y)\s/iu.test(behind) && !isCommand(more);
}
