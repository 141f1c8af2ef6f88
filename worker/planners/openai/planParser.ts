import { JSONParser } from '@streamparser/json';
import { type PlanHeader, planDirection, planLayout } from '../../../src/canvas/plan.ts';
import type { PlannerEvent } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { findPlan } from './planText.ts';
import { readPlanObject } from './readPlanObject.ts';

const noHeader: PlanHeader = { title: '', layout: 'flow', direction: null };

/**
 * Reads a plan from the text of a model while it comes in: every object is given out as soon as it is
 * complete. Text around the JSON object, such as a Markdown fence or a thought, is passed over. What is no JSON
 * in the strict sense is read at the end, as well as it can be.
 */
export class PlanParser {
  readonly #parser = new JSONParser({
    paths: ['$.title', '$.layout', '$.direction', '$.objects.*'],
    keepStack: false,
  });
  readonly #events: PlannerEvent[] = [];
  /** Ids of the objects that have been given out. */
  readonly given = new Set<string>();
  readonly #earlier: ReadonlySet<string>;
  /** Objects that have been read, valid or not, as JSON. */
  readonly #read: string[] = [];
  #text = '';
  #header = noHeader;
  #headerSent = false;
  #begun = false;
  #ended = false;
  #failure: unknown;
  #invalid = 0;

  /** @param earlier Ids of objects that an earlier answer has given already: they are not given out again. */
  constructor(earlier: ReadonlySet<string> = new Set()) {
    this.#earlier = earlier;
    this.#parser.onValue = ({ key, value, stack }) => {
      if (stack.length === 1) this.#takeProperty(String(key), value);
      else if (typeof key === 'number') this.#takeObject(value);
    };
    this.#parser.onEnd = () => {
      this.#ended = true;
    };
  }

  /** Everything that has come in. */
  get text(): string {
    return this.#text;
  }

  /** Takes in more text, and gives out what it completes. */
  push(text: string): PlannerEvent[] {
    this.#text += text;
    const json = this.#begun ? text : this.#begin();
    try {
      if (json !== '' && !this.#ended && this.#failure === undefined) this.#parser.write(json);
    } catch (error) {
      // What follows the end of the plan is no concern of ours.
      if (!this.#ended) this.#failure = error;
    }
    return this.#events.splice(0);
  }

  /**
   * Says that no more text comes.
   * @throws PlannerError OUTPUT_EMPTY, OUTPUT_TRUNCATED when the plan is not complete, or OUTPUT_INVALID
   */
  finish(): PlannerEvent[] {
    if (this.#text.trim() === '') throw empty();
    if (this.#brokeOff) throw truncated();
    if (!this.#ended || this.#read.length === 0) this.#readLeniently();
    if (this.#invalid > 0 && this.#invalid === this.#read.length) throw invalid(allInvalid);
    this.#sendHeader();
    if (this.#invalid > 0) {
      const message = `${this.#invalid} of the model's objects were left out: they are not of the agreed form.`;
      this.#events.push({ type: 'warning', message });
    }
    return this.#events.splice(0);
  }

  get #brokeOff(): boolean {
    if (!this.#begun) return /\{\s*$/.test(this.#text);
    return !this.#ended && this.#failure === undefined;
  }

  /**
   * The text from where the plan begins, or ''. Only a brace before a quotation mark begins it: prose has others,
   * as in "Here {is} it". Thoughts, of models whose server doesn't part them from the answer, are passed over.
   */
  #begin(): string {
    const thought = /^\s*<think>/.test(this.#text);
    const end = thought ? this.#text.indexOf('</think>') : 0;
    if (end === -1) return '';
    const answer = this.#text.slice(end);
    const begin = answer.search(/\{\s*"/);
    this.#begun = begin !== -1;
    return this.#begun ? answer.slice(begin) : '';
  }

  #readLeniently(): void {
    const found = findPlan(this.#text);
    if (found === null) throw invalid(this.#begun ? notJson : notAPlan, this.#failure);
    // What was read as the title may have been that of some other JSON.
    if (this.#read.length === 0) this.#header = noHeader;
    for (const key of ['title', 'layout', 'direction']) {
      if (key in found.properties) this.#takeProperty(key, found.properties[key]);
    }
    for (const object of found.objects) this.#takeObject(object);
  }

  #takeProperty(key: string, value: unknown): void {
    if (key === 'title' && typeof value === 'string') this.#header = { ...this.#header, title: value };
    if (key === 'layout') this.#header = { ...this.#header, layout: planLayout.catch('flow').parse(value) };
    if (key === 'direction')
      this.#header = { ...this.#header, direction: planDirection.nullable().catch(null).parse(value) };
    this.#headerSent = false;
  }

  #takeObject(value: unknown): void {
    const json = JSON.stringify(value);
    // The same once more: read before the answer ceased to be JSON.
    if (this.#failure !== undefined && this.#read.includes(json)) return;
    this.#read.push(json);
    const object = readPlanObject(value);
    if (object === null) {
      this.#invalid += 1;
      return;
    }
    this.#sendHeader();
    if (this.#earlier.has(object.id)) return;
    this.given.add(object.id);
    this.#events.push({ type: 'object', object });
  }

  #sendHeader(): void {
    if (this.#headerSent) return;
    this.#headerSent = true;
    this.#events.push({ type: 'header', header: this.#header });
  }
}

const notJson = 'The answer of the model is not valid JSON.';
const notAPlan = 'The answer of the model is not a plan.';
const allInvalid = "None of the model's objects is of the agreed form.";

const invalid = (message: string, cause?: unknown) =>
  new PlannerError('OUTPUT_INVALID', message, { retryable: true, cause });

const empty = () =>
  new PlannerError('OUTPUT_EMPTY', 'The model ended its answer without having said anything.', {
    retryable: true,
  });

const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the model broke off in the middle.', {
    retryable: true,
  });
