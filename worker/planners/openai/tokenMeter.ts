import type { PlannerUsage } from '../planner.ts';

/** English text has about four characters to a token. Good enough for a stream that was cut short. */
const charactersPerToken = 4;

/**
 * Counts the tokens of all that is asked and answered in one attempt. What the provider has given no figures for,
 * not yet or because its stream was cut short, is estimated.
 */
export class TokenMeter {
  #earlier: PlannerUsage = { inputTokens: 0, outputTokens: 0, estimated: false };
  #now: PlannerUsage = { inputTokens: 0, outputTokens: 0, estimated: false };
  #received = 0;

  /** Says that a provider has begun to answer a text of so many characters. */
  begin(askedCharacters: number): void {
    this.#earlier = this.total;
    this.#received = 0;
    const inputTokens = Math.ceil(askedCharacters / charactersPerToken);
    this.#now = { inputTokens, outputTokens: 0, estimated: true };
  }

  /** Counts text of the answer that has come in. */
  receive(text: string): void {
    this.#received += text.length;
    const outputTokens = Math.ceil(this.#received / charactersPerToken);
    if (this.#now.estimated) this.#now = { ...this.#now, outputTokens };
  }

  /** Takes the provider's own figures for the present answer. */
  settle({ inputTokens, outputTokens }: { inputTokens: number; outputTokens: number }): void {
    this.#now = { inputTokens, outputTokens, estimated: false };
  }

  /** All so far. */
  get total(): PlannerUsage {
    return {
      inputTokens: this.#earlier.inputTokens + this.#now.inputTokens,
      outputTokens: this.#earlier.outputTokens + this.#now.outputTokens,
      estimated: this.#earlier.estimated || this.#now.estimated,
    };
  }
}
