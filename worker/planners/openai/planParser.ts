import { JSONParser } from '@streamparser/json';
import { type PlanHeader, planDirection, planLayout } from '../../../src/canvas/plan.ts';
import type { PlannerEvent } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { readPlanObject } from './readPlanObject.ts';

/**
 * Reads a plan from the text of a model while it comes in: every object is given out as soon as it is
 * complete. Text around the JSON object, such as a Markdown fence or a thought, is passed over.
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
  /** The text so far ends with a brace that may be the beginning. */
  #mayBegin = false;
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
    if (!this.#ended) throw this.#begun || this.#mayBegin ? truncated() : notAPlan();
    this.#sendHeader();
    if (this.#invalid > 0) {
      const message = `${this.#invalid} of the model's objects were left out: they are not of the agreed form.`;
      this.#events.push({ type: 'warning', message });
    }
    return this.#events.splice(0);
  }

  /** Only a brace before a quotation mark begins the plan: prose has others, as in "Here {is} it". */
  #skipToObject(text: string): string {
    const read = this.#mayBegin ? `{${text}` : text;
    const begin = read.search(/\{\s*"/);
    this.#begun = begin !== -1;
    this.#mayBegin = !this.#begun && /\{\s*$/.test(read);
    return this.#begun ? read.slice(begin) : '';
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

const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the model broke off in the middle.', {
    retryable: true,
  });

const notAPlan = () =>
  new PlannerError('OUTPUT_INVALID', 'The answer of the model is not a plan.', { retryable: true });
