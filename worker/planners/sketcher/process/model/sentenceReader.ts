import { actionOf, actorOf, taskOf } from '../clauses/actionText.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf } from '../words/readWords.ts';
import { ActorMemory } from './actorMemory.ts';
import { type Choice, choiceIn } from './choice.ts';
import { classify } from './classify.ts';
import { askedOf, endOfCondition, isBehind, isCondition, isTrailing, optionIn } from './conditionClauses.ts';
import { type Asked, compareConditions, isWrong } from './conditions.ts';
import { type Kind, kindIn } from './kindCondition.ts';
import {
  addBeside,
  forkSentences,
  isAnnouncement,
  isBeside,
  isBesideSentence,
  isListedParallel,
} from './parallelWork.ts';
import { ProcessBuilder } from './processBuilder.ts';
import type { Activity, Statement, Way } from './statement.ts';

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
    if (isBesideSentence(clauses[0]) && start > this.#lastStart)
      forkSentences(this.statements, this.#lastStart, start);
    if (this.statements.length > start) this.#lastStart = start;
    this.#said += ` ${clauses
      .map(({ lead, words }) => `${textOf(lead)} ${textOf(words)}`)
      .join(' ')
      .toLowerCase()}`;
  }

  #readMain(clause: Clause, clauses: readonly Clause[], at: number, ways: Way[]): void {
    if (clause.link === 'else' || (clause.link === 'so' && this.#isUnless)) this.#process.enterOtherwise();
    else if (clause.link === 'so') this.#process.enterMet();
    if (
      clause.verb === null ||
      isTime(clause, at) ||
      isAnnouncement(clause) ||
      isHandover(clause, clauses[at + 1])
    )
      return;
    const found = this.#readAction(clause, clauses, at);
    if (found === null) return;
    if (isListedParallel(clauses, at)) {
      if (ways.length === 0) this.#process.into.push({ kind: 'fork', question: null, ways });
      ways.push({ label: null, steps: [found] });
    } else if (at > 0 && isBeside(clause)) addBeside(this.#process.into, found, clauses, at);
    else this.#process.into.push(found);
    // What follows in the sentence is done in the same case.
    if (found.kind === 'decision') this.#process.into = found.met;
  }

  #readAction(clause: Clause, clauses: readonly Clause[], at: number): Statement | null {
    const kind = kindIn(clause, this.#said);
    const subject = this.#actors.actorIn(clause, clauses, at);
    const actor = kind === null ? subject : subject.replace(kind.prefix, '');
    const action = this.#actors.withAuxiliary(clause, actionOf(clause));
    const told = classify(clause, actor, action);
    if (told !== 'remark') this.#actors.remember(actor, clause);
    if (told === 'end') return { kind: 'end' };
    if (this.#hasRemarks && kind === null && (told === 'remark' || this.#isIntroduction(clauses, actor)))
      return null;
    const activity = activityOf(actor, action, clause);
    if (IN_ANY_CASE.test(`${textOf(clause.lead)} ${textOf(clause.words)}`.trim())) activity.isForAll = true;
    if (kind !== null) return this.#readKind(kind, activity);
    const choice = choiceIn(clause);
    if (choice !== null) return this.#readChoice(choice, clauses, at);
    // The next sentence asks by itself what comes of it.
    const isAsked = at === clauses.length - 1 && this.#next?.link === 'if';
    const option = isAsked ? null : optionIn(clause);
    return option === null
      ? activity
      : this.#process.decision({ condition: `${withoutArticle(actor)} ${option}`, isNegated: false });
  }

  /** "Depending on the distance, it is delivered or collected". */
  #readChoice({ condition, sides }: Choice, clauses: readonly Clause[], at: number): Statement {
    const ways = sides.map((side) => {
      const actor = this.#actors.actorIn(side, clauses, at) || actorOf(sides[0]);
      return {
        label: null,
        steps: [activityOf(actor, this.#actors.withAuxiliary(side, actionOf(side)), side)],
      };
    });
    return { kind: 'fork', question: condition, ways };
  }

  /** "A small shop repairs bicycles.", "Every Tuesday we release.": what the text is about. */
  #isIntroduction([only, ...others]: readonly Clause[], actor: string): boolean {
    if (this.statements.length > 0 || others.length > 0 || only === undefined) return false;
    return (
      /^an? (?:small|large|big|local|medium\S*)\b/i.test(actor) || only.verb?.main === only.words.length - 1
    );
  }

  /** "Incomplete applications are returned. Complete applications are …". */
  #readKind({ noun, condition }: Kind, activity: Activity): Statement | null {
    const open = this.#process.waiting();
    const isOther =
      open !== null &&
      open.otherwise.length === 0 &&
      (noun === '' || open.condition.toLowerCase().includes(noun));
    if (!isOther) return this.#process.decision({ condition, isNegated: false }, [activity]);
    if (isNegatedForm(open.condition, condition)) Object.assign(open, { condition, isNegated: true });
    this.#process.enterOtherwise(open);
    return activity;
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
    else if (isTrailing(clauses, at, end)) this.#askAfterwards(asked);
    else this.#ask(condition, asked);
  }

  #ask([first]: readonly Clause[], asked: Asked): void {
    if (this.#askWait(asked)) return;
    const open = this.#process.waiting();
    if (open !== null && /\bstill\b/i.test(asked.condition) && this.#process.relatedTo(asked) === null)
      this.#process.into = open.met;
    const decision = this.#process.decide(asked);
    if (decision === null && first?.link === 'when' && isDone(first)) this.#process.into.push(eventOf(first));
  }

  /** "When the offer is back, pay. If it does not come back, …": what was waited for is asked then. */
  #askWait(asked: Asked): boolean {
    const at = this.statements.findLastIndex(({ kind }) => kind === 'wait');
    const wait = this.statements[at];
    if (wait?.kind !== 'wait' || at < this.#lastStart) return false;
    const waited = { condition: wait.text, isNegated: false };
    if (compareConditions(waited, asked) !== 'opposite') return false;
    const [, ...met] = this.statements.splice(at);
    this.#process.leave();
    this.#process.ask(waited, met);
    this.#process.enterOtherwise();
    return true;
  }

  /** "Ship it unless the address is missing": the condition of what its sentence has just said. */
  #askAfterwards(asked: Asked): void {
    const { into } = this.#process;
    const before = into.pop();
    into.push(this.#process.decision(asked, before === undefined ? [] : [before]));
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
    const isKnown = this.#said.includes((words[verb.main]?.lower ?? ' ').replace(/(?:es|ed|s|d)$/, ''));
    if (!isFirst && (isKnown || !isDone(clause)))
      this.#process.into.push({ kind: 'wait', text: plainEvent(clause) });
    else this.#process.into.push(isFirst ? { ...eventOf(clause), isTrigger: true } : eventOf(clause));
  }

  #readTrailingEvent(clause: Clause): void {
    const last = this.#process.into.at(-1);
    if (this.statements.length === 0) this.#readEvent(clause);
    else if (last?.kind === 'activity')
      this.#process.into[this.#process.into.length - 1] = {
        ...last,
        text: `${last.text} when ${plainEvent(clause)}`,
      };
  }
}

const IN_ANY_CASE = /^in (?:any|all|both|either) cases?\b/i;
const WENT_WELL = /\b(?:well|successful(?:ly)?|passes|passed)$/i;

/** "Incomplete applications" of "Complete applications". */
const isNegatedForm = (one: string, other: string): boolean =>
  one.length > other.length &&
  /^(?:un|in|im|ir|non|dis)-?/i.test(one) &&
  one.toLowerCase().includes(other.slice(0, 4).toLowerCase());

/** "Because …", "before …", "while the others work, …": no step of its own. */
const isTime = ({ link }: Clause, at: number): boolean =>
  link === 'reason' || link === 'before' || (link === 'while' && at === 0);

/** "The request goes to the manager, who …": only leads on to what the manager does. */
const isHandover = ({ words, verb }: Clause, next: Clause | undefined): boolean =>
  next?.link === 'relative' &&
  !next.isThing &&
  /^(?:go|goes|passes)$/.test(words[verb?.main ?? 0]?.lower ?? '');

/** Whether an event is something that somebody does: "the reader collects the book". */
const isDone = ({ words, verb }: Clause): boolean =>
  verb !== null &&
  !verb.isState &&
  !verb.isPassive &&
  words.slice(verb.main + 1).some(({ tags }) => tags.has('Noun'));

const eventOf = (clause: Clause): Activity => activityOf(actorOf(clause), actionOf(clause), clause);

/** An activity as it was written, without the article; as a command where nobody or "we" do it. */
function activityOf(actor: string, action: string, clause: Clause): Activity {
  const task = taskOf(clause);
  const isNobody = actor === '' || /^(?:we|you|i)$/.test(actor);
  return {
    kind: 'activity',
    text: isNobody ? task : withoutArticle(`${actor} ${action}`),
    actor: isNobody || /^(?:it|they|he|she)$/.test(actor) ? null : withoutArticle(actor),
    task,
    isPassive: clause.verb?.isPassive === true,
  };
}

const withoutArticle = (text: string): string => text.replace(/^(?:the|an?)\s+/i, '');

const plainEvent = ({ words }: Clause): string => textOf(words).replace(/[,.;:]+$/, '');
