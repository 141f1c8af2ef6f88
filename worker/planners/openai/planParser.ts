import { JSONParser } from '@streamparser/json';
import { type PlanHeader, planDirection, planLayout } from '../../../src/canvas/plan.ts';
import type { PlannerEvent } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { readPlanObject } from './readPlanObject.ts';

/**
 * Reads a plan from the text of a model while it comes in: every object is given out as soon as it is
 * complete. Text around the JSON object, such as a Markdown fence, is passed over.
 */
export class PlanParser {
  readonly #parser = new JSONParser({
    paths: ['$.title', '$.layout', '$.direction', '$.objects.*'],
    keepStack: false,
  });
  readonly #events: PlannerEvent[] = [];
  #header: PlanHeader = { title: '', layout: 'flow', direction: null };
  #headerSent = false;
  #begun = false;
  #ended = false;
  #invalid = 0;

  constructor() {
    this.#parser.onValue = ({ key, value, stack }) => {
      if (stack.length === 1) this.#takeProperty(String(key), value);
      else this.#takeObject(value);
    };
    this.#parser.onEnd = () => {
      this.#ended = true;
    };
    // Set aside until the write that caused it returns; without a handler it would be thrown from nowhere.
    this.#parser.onError = () => undefined;
  }

  /** Takes in more text, and gives out what it completes. @throws PlannerError OUTPUT_INVALID */
  push(text: string): PlannerEvent[] {
    const json = this.#begun ? text : this.#skipToObject(text);
    try {
      if (json !== '' && !this.#ended) this.#parser.write(json);
    } catch (error) {
      if (!this.#ended) throw invalid(error);
    }
    return this.#events.splice(0);
  }

  /** Says that no more text comes. @throws PlannerError OUTPUT_TRUNCATED when the plan is not complete */
  finish(): PlannerEvent[] {
    if (!this.#ended) {
      const message = this.#begun
        ? 'The answer of the model broke off in the middle.'
        : 'The answer of the model is not a plan.';
      throw new PlannerError(this.#begun ? 'OUTPUT_TRUNCATED' : 'OUTPUT_INVALID', message, {
        retryable: true,
      });
    }
    this.#sendHeader();
    if (this.#invalid > 0) {
      const message = `${this.#invalid} of the model's objects were left out: they are not of the agreed form.`;
      this.#events.push({ type: 'warning', message });
    }
    return this.#events.splice(0);
  }

  #skipToObject(text: string): string {
    const begin = text.indexOf('{');
    if (begin === -1) return '';
    this.#begun = true;
    return text.slice(begin);
  }

  #takeProperty(key: string, value: unknown): void {
    if (key === 'title' && typeof value === 'string') this.#header = { ...this.#header, title: value };
    if (key === 'layout') this.#header = { ...this.#header, layout: planLayout.catch('flow').parse(value) };
    if (key === 'direction')
      this.#header = { ...this.#header, direction: planDirection.nullable().catch(null).parse(value) };
    this.#headerSent = false;
  }

  #takeObject(value: unknown): void {
    this.#sendHeader();
    const object = readPlanObject(value);
    if (object === null) this.#invalid += 1;
    else this.#events.push({ type: 'object', object });
  }

  #sendHeader(): void {
    if (this.#headerSent) return;
    this.#headerSent = true;
    this.#events.push({ type: 'header', header: this.#header });
  }
}

function invalid(cause: unknown): PlannerError {
  return new PlannerError('OUTPUT_INVALID', 'The answer of the model is not valid JSON.', {
    retryable: true,
    cause,
  });
}
