import { JSONParser } from '@streamparser/json';
import { type PlanHeader, planDirection, planLayout } from '../../../src/canvas/model/plan.ts';
import type { PlannerEvent } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { AnswerScanner } from './answerScanner.ts';
import { findPlan } from './planText.ts';
import { readPlanObject } from './readPlanObject.ts';

/** Objects of a plan that are read; a job adds some hundreds at most. */
const mostObjects = 2_000;

const noHeader: PlanHeader = { title: '', layout: 'flow', direction: null };

/**
 * Reads a plan from the text of a model while it comes in: every object is given out as soon as it is
 * complete. Text around the JSON object, such as a Markdown fence or a thought, is passed over. What is no JSON
 * in the strict sense is read at the end, as well as it can be. Takes time in proportion to the length of the text.
 */
export class PlanParser {
  readonly #scanner = new AnswerScanner();
  #parser = this.#newParser();
  readonly #events: PlannerEvent[] = [];
  /** Ids of the objects that have been given out. */
  readonly given = new Set<string>();
  readonly #earlier: ReadonlySet<string>;
  /** Objects that have been read, valid or not, as JSON. */
  readonly #read = new Set<string>();
  #readCount = 0;
  readonly #pieces: string[] = [];
  #length = 0;
  /** Where the answer begins: behind the last thought. */
  #answerFrom = 0;
  #header = noHeader;
  #headerSent = false;
  #begun = false;
  #ended = false;
  /** Whether events have been given out that a restart has to take back. */
  #delivered = false;
  #failure: unknown;
  #invalid = 0;

  /** @param earlier Ids of objects that an earlier answer has given already: they are not given out again. */
  constructor(earlier: ReadonlySet<string> = new Set()) {
    this.#earlier = earlier;
  }

  /** Everything that has come in, but for thoughts before the answer. */
  get text(): string {
    return this.#pieces.join('').slice(this.#answerFrom);
  }

  /** Takes in more text, and gives out what it completes. */
  push(text: string): PlannerEvent[] {
    for (const found of this.#scanner.push(text)) {
      if (found.type === 'restart') this.#restart(this.#length + found.at);
      else this.#write(found.text);
    }
    this.#pieces.push(text);
    this.#length += text.length;
    // A draft within a thought is not shown, if it can be told in time.
    return this.#scanner.isDoubtful ? [] : this.#deliver();
  }

  /**
   * Marks the end of the text.
   * @throws PlannerError OUTPUT_EMPTY, OUTPUT_TRUNCATED when the plan is not complete, or OUTPUT_INVALID
   */
  finish(): PlannerEvent[] {
    if (this.#pieces.every((piece) => piece.trim() === '')) throw empty();
    if (this.#brokeOff) throw truncated();
    if (!this.#ended || this.#readCount === 0) this.#readLeniently();
    if (this.#invalid > 0 && this.#invalid === this.#readCount) throw invalid(allInvalid);
    this.#sendHeader();
    if (this.#invalid > 0) {
      const message = `${this.#invalid} of the model's objects were left out: they are not of the agreed form.`;
      this.#events.push({ type: 'warning', message });
    }
    return this.#deliver();
  }

  get #brokeOff(): boolean {
    if (!this.#begun) return this.#scanner.endsWithBrace;
    return !this.#ended && this.#failure === undefined;
  }

  #deliver(): PlannerEvent[] {
    if (this.#events.length > 0) this.#delivered = true;
    return this.#events.splice(0);
  }

  #newParser(): JSONParser {
    const parser = new JSONParser({
      paths: ['$.title', '$.layout', '$.direction', '$.objects.*'],
      keepStack: false,
    });
    parser.onValue = ({ key, value, stack }) => {
      if (stack.length === 1) this.#takeProperty(String(key), value);
      else if (typeof key === 'number') this.#takeObject(value);
    };
    parser.onEnd = () => {
      this.#ended = true;
    };
    return parser;
  }

  /** What came so far was a thought, and what looked like a plan in it a draft. */
  #restart(answerFrom: number): void {
    this.#answerFrom = answerFrom;
    this.#events.length = 0;
    if (this.#delivered) this.#events.push({ type: 'restart' });
    this.#delivered = false;
    if (this.#begun) this.#parser = this.#newParser();
    this.given.clear();
    this.#read.clear();
    [this.#readCount, this.#invalid, this.#header, this.#headerSent] = [0, 0, noHeader, false];
    [this.#begun, this.#ended, this.#failure] = [false, false, undefined];
  }

  #write(json: string): void {
    this.#begun = true;
    if (this.#ended || this.#failure !== undefined) return;
    try {
      this.#parser.write(json);
    } catch (error) {
      // What follows the end of the plan is no concern of ours.
      if (!this.#ended) this.#failure = error;
    }
  }

  #readLeniently(): void {
    const whole = this.#pieces.join('');
    // A thought that is never closed may hold the answer.
    const found = findPlan(whole.slice(this.#answerFrom)) ?? (this.#answerFrom > 0 ? findPlan(whole) : null);
    if (found === null) throw invalid(this.#begun ? notJson : notAPlan, this.#failure);
    // What was read as the title may have been that of some other JSON.
    if (this.#readCount === 0) this.#header = noHeader;
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
    if (this.#readCount === mostObjects) return;
    const json = JSON.stringify(value);
    // The same once more: read before the answer ceased to be JSON.
    if (this.#failure !== undefined && this.#read.has(json)) return;
    this.#read.add(json);
    this.#readCount += 1;
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

const notJson = 'The answer of the AI model is not valid JSON.';
const notAPlan = 'The answer of the AI model is not a plan.';
const allInvalid = "None of the model's objects is of the agreed form.";

const invalid = (message: string, cause?: unknown) =>
  new PlannerError('OUTPUT_INVALID', message, { retryable: true, cause });

const empty = () =>
  new PlannerError('OUTPUT_EMPTY', 'The AI model gave an empty answer.', {
    retryable: true,
  });

const truncated = () =>
  new PlannerError('OUTPUT_TRUNCATED', 'The answer of the AI model broke off in the middle.', {
    retryable: true,
  });
