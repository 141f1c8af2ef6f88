import { contentOf } from '../../text/lostContent.ts';
import { label } from '../../text/plain.ts';
import { type Asked, compareConditions, isBare, type Relation } from './conditions.ts';
import { type Decision, type Loop, newDecision, type Statement } from './statement.ts';

type Related = { decision: Decision; relation: Relation };

/** Collects what is done, each statement on the side of the decision that it belongs to. */
export class ProcessBuilder {
  readonly statements: Statement[] = [];
  /** Where the next statements go. */
  into: Statement[] = this.statements;
  /** The last decision that belongs to no other, and those within it, outermost first. */
  #asked: Decision[] = [];

  /** What follows is done in any case. */
  leave(): void {
    this.into = this.statements;
  }

  /** A decision that "otherwise" belongs to from now on; the caller adds it. */
  decision(asked: Asked, met: Statement[] = []): Decision {
    const decision = newDecision(asked, met);
    if (this.into === this.statements) this.#asked = [];
    this.#asked.push(decision);
    return decision;
  }

  /** Adds a decision; what follows is done if the condition holds. */
  ask(asked: Asked, met: Statement[] = []): Decision {
    const decision = this.decision(asked, met);
    this.into.push(decision);
    this.into = decision.met;
    return decision;
  }

  /**
   * Goes to the side of an open decision that a condition is the opposite of ("valid", "not valid"); asks any other
   * condition, within the other side where it is another answer to the same question ("a bug", "a question").
   */
  decide(given: Asked): Decision | null {
    const checked = PRONOUN.test(given.condition) ? this.#checked() : null;
    const asked = checked === null ? given : { ...given, condition: checked };
    const [first, ...rest] = asked.parts ?? [];
    const part = first === undefined ? null : this.relatedTo(first);
    if (part?.relation === 'opposite') {
      this.enterOtherwise(part.decision);
      return this.ask(joined(rest));
    }
    const related = this.relatedTo(asked) ?? this.#answeredBy(asked);
    if (related?.relation === 'same') {
      this.into = related.decision.met;
      return null;
    }
    if (related !== null) this.enterOtherwise(related.decision);
    if (related?.relation === 'opposite') return null;
    // "If it fails, retry. If it still fails, …": asked behind the retry.
    const open = this.waiting();
    if (related === null && open !== null && isStill(asked, open)) this.into = open.met;
    const decision = this.ask(asked);
    if (related !== null) decision.isAlternative = true;
    return decision;
  }

  /** The open decision that a condition is another side of, the innermost first. */
  relatedTo(asked: Asked): Related | null {
    if (/\b(?:again|even)\b/i.test(asked.condition)) return null;
    for (const decision of openDecisions(this.statements).toReversed()) {
      const at = (decision.parts ?? []).findLastIndex(
        (part) => compareConditions(part, asked) === 'opposite',
      );
      if (at !== -1) return { decision: takeApart(decision, at), relation: 'opposite' };
      const relation = compareConditions(decision, asked);
      if (relation !== null && (relation !== 'same' || decision.met.length === 0))
        return { decision, relation };
    }
    return null;
  }

  /** "Is the soil dry? If dry, … If wet, …": what is no more than a quality is the other answer to a question. */
  #answeredBy({ condition, isNegated }: Asked): Related | null {
    const decision = this.waiting();
    if (decision === null || !isQuestion(decision.condition) || decision.met.length === 0) return null;
    if (!isBare(condition) || isNegated) return null;
    decision.otherwiseLabel = label(condition);
    return { decision, relation: 'opposite' };
  }

  /** The innermost decision of which only one side was told, and nothing behind it. */
  waiting(): Decision | null {
    return openDecisions(this.statements).at(-1) ?? null;
  }

  /** Goes to the other side of a decision: of the last one by default. */
  enterOtherwise(decision = this.#lastOpen()): void {
    if (decision === undefined) return;
    const at = this.statements.indexOf(decision);
    // "Empty? Refill. Rinse. Otherwise call": what follows a question is done if the answer is yes.
    if (at !== -1 && isQuestion(decision.condition)) decision.met.push(...this.statements.splice(at + 1));
    decision.hasOtherwise = true;
    this.into = decision.otherwise;
  }

  /** Goes to where the condition that was asked last holds. */
  enterMet(): void {
    this.#askChecked();
    this.into = this.#asked.at(-1)?.met ?? this.into;
  }

  /** Goes to the side that an answer to a question is about, of the innermost one where that side is free. */
  answer(isYes: boolean): void {
    this.#askChecked();
    const isFree = ({ met, otherwise }: Decision) => (isYes ? met : otherwise).length === 0;
    while (this.#asked.length > 1 && !isFree(this.#asked.at(-1) as Decision)) this.#asked.pop();
    const decision = this.#asked.at(-1);
    const isMet = isYes ? !(decision?.isNegated && !isQuestion(decision.condition)) : isTurned(decision);
    if (isMet) this.enterMet();
    else this.enterOtherwise(decision);
  }

  get hasAsked(): boolean {
    return this.#asked.length > 0 || this.#checked() !== null;
  }

  /** What the last step checks: "see whether it is hot"; null for other steps. */
  #checked(): string | null {
    const last = this.into.at(-1);
    return last?.kind === 'activity' ? (CHECKED.exec(last.text)?.[1] ?? null) : null;
  }

  /** "Check if it is hot. If so, …": asks what was checked. */
  #askChecked(): void {
    const condition = this.#checked();
    if (condition !== null) this.ask({ condition, isNegated: false });
  }

  /** Repeats what was said from a statement on, of those that are done in any case; all of it if that was the last one. */
  repeat(asked: Asked, start: number): void {
    this.leave();
    const body = this.into.splice(start < this.into.length ? start : 0);
    this.into.push(loopOf(asked, body, false));
  }

  /** What follows is repeated as long as the condition holds. */
  repeatWhile(asked: Asked): void {
    const loop = loopOf(asked, [], true);
    this.into.push(loop);
    this.into = loop.body;
  }

  #lastOpen(): Decision | undefined {
    this.#askChecked();
    return this.#asked.findLast(({ hasOtherwise }) => !hasOtherwise) ?? this.#asked.at(-1);
  }
}

const PRONOUN = /^(?:it|this|that|they|he|she)(?:\s(?:is|are|does|do|has|have|can|was|were))?$/i;
const CHECKED = /\s(?:whether|if|ob|si)\s+(?!.*\bor\b)(.+)$/i;
/** Whether a condition asks what is still so of another one. */
const isStill = ({ condition }: Asked, before: Decision): boolean =>
  /\bstill\b/i.test(condition) && !contentOf(condition).isDisjointFrom(contentOf(before.condition));

/** Whether a condition was asked as a question. */
export function isQuestion(condition: string): boolean {
  return /[?？]$/.test(condition);
}

const loopOf = ({ condition, isNegated }: Asked, body: Statement[], isAskedFirst: boolean): Loop => ({
  ...{ kind: 'loop', condition, isNegated, body, isAskedFirst },
});

/** Decisions at the end of statements that wait for their other side, outermost first. */
function openDecisions(statements: readonly Statement[]): Decision[] {
  const last = statements.at(-1);
  if (last?.kind !== 'decision') return [];
  return last.hasOtherwise ? openDecisions(last.otherwise) : [last, ...openDecisions(last.met)];
}

/** Conditions as one. */
export function joined(parts: readonly Asked[]): Asked {
  const [first, ...others] = parts;
  if (first === undefined) return { condition: '', isNegated: false };
  if (others.length === 0) return first;
  const condition = parts
    .map((part) => (part.isNegated ? `not ${part.condition}` : part.condition))
    .join(' and ');
  return { condition, isNegated: false, parts };
}

/** Makes "a and b" a decision about a, and within it one about b; gives the one about the part at a place. */
function takeApart(decision: Decision, at: number): Decision {
  const { parts = [], met } = decision;
  const decisions = parts.map((part, place) => (place === 0 ? decision : newDecision(part, [])));
  let inner = met;
  for (const each of decisions.slice(1).toReversed()) {
    each.met = inner;
    inner = [each];
  }
  delete decision.parts;
  Object.assign(decision, parts[0], { met: inner });
  return decisions[at] ?? decision;
}

/** Whether "otherwise" is the answer yes, since only no was told: "Hot? If not, wait. Otherwise pour.". */
const isTurned = (decision: Decision | undefined): boolean =>
  decision !== undefined &&
  !decision.isNegated &&
  isQuestion(decision.condition) &&
  decision.met.length === 0 &&
  decision.otherwise.length > 0;
