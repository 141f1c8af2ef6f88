import { type Asked, compareConditions } from './conditions.ts';
import { type Decision, newDecision, type Statement } from './statement.ts';

/** The last decision of a process, which "otherwise" and other answers belong to. */
export class OpenDecision {
  readonly #statements: readonly Statement[];
  #decision: Decision | null = null;
  /** Whether it was told by "unless": "in that case" is its other side then. */
  isUnless = false;

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
  }

  /** A new decision, which is the open one from now on. */
  ask(asked: Asked, met: Statement[] = []): Decision {
    this.#decision = newDecision(asked, met);
    return this.#decision;
  }

  /** How a condition relates to the decision, where that waits for its other side and nothing else was said since. */
  relationTo(asked: Asked): 'opposite' | 'alternative' | null {
    const decision = this.waiting();
    return decision === null || /\b(?:again|even)\b/i.test(asked.condition)
      ? null
      : compareConditions(decision, asked);
  }

  /** The decision, where only one side of it was told, and nothing behind it. */
  waiting(): Decision | null {
    const decision = this.#decision;
    return decision === null || decision.hasOtherwise || this.#last() !== decision ? null : decision;
  }

  /** Where the statements of the other side go; null when there is no decision. */
  otherwise(): Statement[] | null {
    if (this.#decision === null) return null;
    this.#decision.hasOtherwise = true;
    return this.#decision.otherwise;
  }

  /** Where the statements of the case go that was just asked about; null when there is no decision. */
  thatCase(): Statement[] | null {
    return this.isUnless ? this.otherwise() : (this.#decision?.met ?? null);
  }

  /** The last statement, within the other sides of decisions too. */
  #last(): Statement | undefined {
    let last = this.#statements.at(-1);
    while (last?.kind === 'decision' && last !== this.#decision && last.otherwise.length === 1)
      last = last.otherwise[0];
    return last;
  }
}
