import type { PlannerUsage } from '../planner.ts';

/** Rule of thumb for English text; close enough for a stream that was cut short. */
const charactersPerToken = 4;

/** Counts the tokens of one attempt. Estimates a request for which the provider has not reported its usage. */
export class TokenMeter {
  #previous: PlannerUsage = { inputTokens: 0, outputTokens: 0, estimated: false };
  #current: PlannerUsage = { inputTokens: 0, outputTokens: 0, estimated: false };
  #received = 0;

  /** Starts counting a request, whose conversation has `characters` characters. */
  startRequest(characters: number): void {
    this.#previous = this.total;
    this.#received = 0;
    const inputTokens = Math.ceil(characters / charactersPerToken);
    this.#current = { inputTokens, outputTokens: 0, estimated: true };
  }

  /** Adds a part of the answer to the estimate. */
  addOutput(text: string): void {
    this.#received += text.length;
    const outputTokens = Math.ceil(this.#received / charactersPerToken);
    if (this.#current.estimated) this.#current = { ...this.#current, outputTokens };
  }

  /** Replaces the estimate of the current request by the provider's figures. */
  setUsage({ inputTokens, outputTokens }: { inputTokens: number; outputTokens: number }): void {
    this.#current = { inputTokens, outputTokens, estimated: false };
  }

  /** The usage of all requests so far. */
  get total(): PlannerUsage {
    return {
      inputTokens: this.#previous.inputTokens + this.#current.inputTokens,
      outputTokens: this.#previous.outputTokens + this.#current.outputTokens,
      estimated: this.#previous.estimated || this.#current.estimated,
    };
  }
}
