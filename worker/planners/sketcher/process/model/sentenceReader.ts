import { actionOf, actorOf } from '../clauses/actionText.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf, type Word } from '../words/readWords.ts';
import { activityOf, eventOf, isDone, plainEvent, withoutArticle } from './activity.ts';
import { ActorMemory } from './actorMemory.ts';
import { addTrailing, askAfterwards, askWait, sideOfKind } from './asking.ts';
import { choiceIn, forkOfChoice } from './choice.ts';
import { classify, isHandover, isIntroduction } from './classify.ts';
import { askedOf, endOfCondition, isBehind, isCondition, isTrailing, optionIn } from './conditionClauses.ts';
import { type Asked, isWrong } from './conditions.ts';
import { kindIn } from './kindCondition.ts';
import { isLasting, isRepetition, timeOf, untilOf } from './loopClauses.ts';
import {
  addBehind,
  addBeside,
  forkSentences,
  isAnnouncement,
  isBeside,
  isBesideSentence,
  isListedParallel,
} from './parallelWork.ts';
import { ProcessBuilder } from './processBuilder.ts';
import type { Statement, Way } from './statement.ts';

/** Reads sentences, one after the other, into what is done. */
export class SentenceReader {
  readonly #process = new ProcessBuilder();
  /** Whether the text is long enough to have remarks beside the process. */
  readonly #hasRemarks: boolean;
  readonly #actors = new ActorMemory();
  /** Whether the last condition was told by "unless": "in that case" is its other side then. */
  #isUnless = false;
  /** The first clause of the next sentence. */
  #next: Clause | undefined;
  /** Whether the present sentence begins with "while" and a step of its own. */
  #hasWhile = false;
  /** Where the present sentence began. */
  #start = 0;
  /** Where the last sentence began. */
  #lastStart = 0;
  /** What was said before, in small letters. */
  #said = '';

  constructor(hasRemarks: boolean) {
    this.#hasRemarks = hasRemarks;
  }

  get statements(): Statement[] {
    return this.#process.statements;
  }

  /** Reads the clauses of a sentence; `next` is the first one of the next sentence. */
  read(clauses: readonly Clause[], next: Clause | undefined): void {
    this.#next = next;
    const isAsked = next?.link === 'else';
    const start = this.statements.length;
    this.#start = start;
    this.#hasWhile = false;
    this.#process.leave();
    const ways: Way[] = [];
    for (let at = 0; at < clauses.length; at += 1) {
      const clause = clauses[at] as Clause;
      if (isCondition(clause)) {
        const end = endOfCondition(clauses, at);
        this.#readCondition(clauses, at, end, isAsked);
        at = end - 1;
      } else this.#readMain(clause, clauses, at, ways);
    }
    if (isBesideSentence(clauses[0]) && !this.#hasWhile && start > this.#lastStart)
      forkSentences(this.statements, this.#lastStart, start);
    if (this.statements.length > start) this.#lastStart = start;
    this.#said += ` ${clauses
      .map(({ lead, words }) => `${textOf(lead)} ${textOf(words)}`)
      .join(' ')
      .toLowerCase()}`;
  }

  #readMain(clause: Clause, clauses: readonly Clause[], at: number, ways: Way[]): void {
    this.#enterSide(clause);
    if (clause.verb === null && clause.link === null && !this.#hasRemarks)
      this.#process.into.push(activityOf('', '', clause));
    if (
      clause.verb === null ||
      this.#isTime(clause, at) ||
      isAnnouncement(clause) ||
      (isHandover(clause, clauses[at + 1]) && kindIn(clause, this.#said) === null)
    )
      return;
    if (this.#readLoop(clause, clauses, at)) return;
    const found = this.#readAction(clause, clauses, at);
    if (found === null) return;
    this.#readTime(clause);
    if (isListedParallel(clauses, at)) {
      if (ways.length === 0) this.#process.into.push({ kind: 'fork', question: null, ways });
      ways.push({ label: null, steps: [found] });
    } else if (at > 0 && (isBeside(clause) || (at === 1 && this.#hasWhile)) && this.#process.into.length > 0)
      addBeside(this.#process.into, found, clauses, at);
    else if (this.#hasWhile && at > 1) addBehind(this.#process.into, found);
    else this.#process.into.push(found);
    // What follows in the sentence is done in the same case.
    if (found.kind === 'decision') this.#process.into = found.met;
  }

  /** Goes to the side of a decision that "otherwise" or "in that case" is about. */
  #enterSide(clause: Clause): void {
    if (clause.link === 'else' || (clause.link === 'so' && this.#isUnless)) this.#process.enterOtherwise();
    else if (clause.link === 'so') this.#process.enterMet();
    if (clause.link === 'else' && clause.verb === null) this.#readOther(clause);
  }

  /** "Otherwise the vendor": who or what comes next, where the next sentence is not about it. */
  #readOther(clause: Clause): void {
    const text = plainEvent(clause);
    if (text === '') return;
    if (!this.#process.hasAsked) this.#process.into.push({ kind: 'wait', text: 'otherwise' });
    if (textOf(this.#next?.subject ?? []) !== text)
      this.#process.into.push({ kind: 'activity', text, actor: null, task: text });
  }

  #readAction(clause: Clause, clauses: readonly Clause[], at: number): Statement | null {
    const kind = kindIn(clause, this.#said);
    const subject = this.#actors.actorIn(clause, clauses, at);
    const actor = kind === null ? subject : subject.replace(kind.prefix, '');
    const action = this.#actors.withAuxiliary(clause, actionOf(clause));
    const told = classify(clause, actor, action);
    if (told !== 'remark') this.#actors.remember(actor, clause);
    if (told === 'end') return { kind: 'end' };
    const isRequired = isCondition(clauses[at - 1] ?? clause) && /\b(?:required|needed)$/i.test(action);
    if (
      this.#hasRemarks &&
      kind === null &&
      !isRequired &&
      (told === 'remark' || (this.statements.length === 0 && isIntroduction(clauses, actor)))
    )
      return null;
    const activity = activityOf(actor, action, clause);
    if (IN_ANY_CASE.test(`${textOf(clause.lead)} ${textOf(clause.words)}`.trim())) activity.isForAll = true;
    if (kind !== null) return sideOfKind(this.#process, kind, activity);
    const choice = choiceIn(clause);
    if (choice !== null) return forkOfChoice(choice, this.#actors, clauses, at);
    // The next sentence asks by itself what comes of it.
    const isAsked = at === clauses.length - 1 && this.#next?.link === 'if';
    const option = isAsked ? null : optionIn(clause);
    return option === null
      ? activity
      : this.#process.decision({ condition: `${withoutArticle(actor)} ${option}`, isNegated: false });
  }

  /** "Repeat until it is empty", "as long as it is hot, …"; "wait until it is cold" is one step. */
  #readLoop(clause: Clause, clauses: readonly Clause[], at: number): boolean {
    const [before, next] = [clauses[at - 1], clauses[at + 1]];
    const isRepeated = isRepetition(clause) && next !== undefined && isLasting(next);
    if (isRepeated) this.#process.repeat(untilOf(next), this.#start);
    if (isRepeated || !isLasting(clause)) return isRepeated;
    if (before === undefined) this.#process.repeatWhile(untilOf(clause));
    else if (!isRepetition(before))
      this.#readTrailingEvent(clause, clause.link === 'lasting' ? 'as long as' : `${clause.link}`);
    return true;
  }

  /** "Every Monday", "two weeks later": what sets the process off, or what is waited for. */
  #readTime(clause: Clause): void {
    const text = timeOf(clause);
    if (text === '') return;
    if (this.statements.length > 0) this.#process.into.push({ kind: 'wait', text });
    else this.#process.into.push({ kind: 'activity', text, actor: null, task: text, isTrigger: true });
  }

  /** "Because …", "before …", "while the others work, …" where that is known: no step of its own. */
  #isTime(clause: Clause, at: number): boolean {
    const { link, verb, words } = clause;
    if (link === 'reason' || link === 'before') return true;
    if (link !== 'while' || at > 0 || verb === null) return false;
    const main = words[verb.main];
    const isKnown =
      clause.subject.length === 0 || this.#isSaid(main) || /^(?:do|work|wait)/.test(main?.lower ?? '');
    this.#hasWhile = !isKnown;
    return isKnown && !verb.isState;
  }

  /** Whether a verb was used before, in any form. */
  #isSaid(verb: Word | undefined): boolean {
    return this.#said.includes((verb?.lower ?? ' ').replace(/(?:es|ed|s|d)$/, ''));
  }

  #readCondition(clauses: readonly Clause[], at: number, end: number, isAsked: boolean): void {
    const condition = clauses.slice(at, end);
    const [first] = condition as [Clause];
    const asked = askedOf(condition);
    this.#isUnless = first.link === 'unless';
    this.#actors.remember(actorOf(first), first);
    if (first.link === 'when' && isBehind(clauses, at) && end === clauses.length)
      this.#readTrailingEvent(first);
    else if (first.link === 'when' && !this.#isQuestion(asked, isAsked)) this.#readEvent(first);
    else if (isTrailing(clauses, at, end)) askAfterwards(this.#process, asked);
    else this.#ask(condition, asked);
  }

  #ask([first]: readonly Clause[], asked: Asked): void {
    if (askWait(this.#process, asked, this.#lastStart)) return;
    const decision = this.#process.decide(asked);
    if (decision === null && first?.link === 'when' && isDone(first)) this.#process.into.push(eventOf(first));
  }

  /** Whether "when …" asks something, rather than waits for what surely comes. */
  #isQuestion(asked: Asked, isAsked: boolean): boolean {
    if (isAsked) return true;
    if (this.statements.length === 0) return false;
    return (
      isWrong(asked.condition, asked.isNegated) ||
      WENT_WELL.test(asked.condition) ||
      this.#process.relatedTo(asked)?.relation === 'opposite'
    );
  }

  /** "When a customer orders, …": done by somebody, else waited for. */
  #readEvent(clause: Clause): void {
    const { verb, words } = clause;
    if (verb === null) return;
    this.#actors.remember(actorOf(clause), clause);
    const isFirst = this.statements.length === 0;
    const isKnown = this.#isSaid(words[verb.main]);
    if (!isFirst && (isKnown || !isDone(clause)))
      this.#process.into.push({ kind: 'wait', text: plainEvent(clause) });
    else this.#process.into.push(isFirst ? { ...eventOf(clause), isTrigger: true } : eventOf(clause));
  }

  #readTrailingEvent(clause: Clause, word = 'when'): void {
    if (this.statements.length === 0) this.#readEvent(clause);
    else addTrailing(this.#process, `${word} ${plainEvent(clause)}`);
  }
}

const IN_ANY_CASE = /^in (?:any|all|both|either) cases?\b/i;
const WENT_WELL = /\b(?:well|successful(?:ly)?|passes|passed)$/i;
