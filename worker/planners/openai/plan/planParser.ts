import { JSONParser } from '@streamparser/json';
import { type PlanHeader, planDirection, planHeader, planLayout } from '../../../../src/canvas/model/plan.ts';
import type { PlannerEvent } from '../../planner.ts';
import { emptyAnswerError, incompletePlanError, invalidPlanError } from '../errors/answerErrors.ts';
import { AnswerScanner } from './answerScanner.ts';
import { findPlan } from './findPlan.ts';
import { readPlanObject } from './readPlanObject.ts';

/** Maximum number of objects read from an answer; a job adds at most 450. */
const maxObjects = 2_000;

const headerKeys = Object.keys(planHeader.shape);

const emptyHeader: PlanHeader = { title: '', layout: 'flow', direction: null };

/**
 * Parses a plan while the model's answer streams, and emits each object as soon as it is complete. Skips text around
 * the JSON object, such as a Markdown fence or reasoning. Text that is not strict JSON is repaired at the end, if
 * possible. Takes linear time.
 */
export class PlanParser {
  readonly #scanner = new AnswerScanner();
  #parser = this.#createParser();
  readonly #events: PlannerEvent[] = [];
  /** Whether events were emitted that a restart has to revoke. */
  #hasEmitted = false;
  /** Ids of the objects emitted so far. */
  readonly emittedIds = new Set<string>();
  readonly #knownIds: ReadonlySet<string>;
  /** The JSON of the objects read so far, valid or not. */
  readonly #seenObjects = new Set<string>();
  #objectCount = 0;
  #invalidCount = 0;
  readonly #pieces: string[] = [];
  #length = 0;
  /** Where the answer starts in the text, after the last reasoning. */
  #answerStart = 0;
  #header = emptyHeader;
  #isHeaderEmitted = false;
  #hasJsonStarted = false;
  #hasJsonEnded = false;
  /** Why the text is not strict JSON. */
  #syntaxError: unknown;

  /** @param knownIds Ids of objects that an earlier answer had: they are not emitted again. */
  constructor(knownIds: ReadonlySet<string> = new Set()) {
    this.#knownIds = knownIds;
  }

  /** The text so far, without the reasoning before the answer. */
  get text(): string {
    return this.#pieces.join('').slice(this.#answerStart);
  }

  /** Parses more text. @returns The events that it completes */
  push(text: string): PlannerEvent[] {
    for (const result of this.#scanner.push(text)) {
      if (result.type === 'restart') this.#discardDraft(this.#length + result.at);
      else this.#parse(result.text);
    }
    this.#pieces.push(text);
    this.#length += text.length;
    // Hold back what may be a draft within reasoning.
    return this.#scanner.isPossibleDraft ? [] : this.#takeEvents();
  }

  /**
   * Ends the text. @returns The remaining events
   * @throws PlannerError OUTPUT_EMPTY, OUTPUT_TRUNCATED if the plan is incomplete, or OUTPUT_INVALID
   */
  finish(): PlannerEvent[] {
    if (this.#pieces.every((piece) => piece.trim() === '')) throw emptyAnswerError();
    if (this.#isIncomplete) throw incompletePlanError();
    if (!this.#hasJsonEnded || this.#objectCount === 0) this.#parseLeniently();
    if (this.#invalidCount > 0 && this.#invalidCount === this.#objectCount)
      throw invalidPlanError(allInvalid);
    this.#emitHeader();
    if (this.#invalidCount > 0) {
      const message = `${this.#invalidCount} of the model's objects were left out because they are not valid.`;
      this.#events.push({ type: 'warning', message });
    }
    return this.#takeEvents();
  }

  get #isIncomplete(): boolean {
    if (!this.#hasJsonStarted) return this.#scanner.endsWithBrace;
    return !this.#hasJsonEnded && this.#syntaxError === undefined;
  }

  #takeEvents(): PlannerEvent[] {
    if (this.#events.length > 0) this.#hasEmitted = true;
    return this.#events.splice(0);
  }

  #createParser(): JSONParser {
    const parser = new JSONParser({
      paths: [...headerKeys.map((key) => `$.${key}`), '$.objects.*'],
      keepStack: false,
    });
    parser.onValue = ({ key, value, stack }) => {
      if (stack.length === 1) this.#setHeaderField(String(key), value);
      else if (typeof key === 'number') this.#addObject(value);
    };
    parser.onEnd = () => {
      this.#hasJsonEnded = true;
    };
    return parser;
  }

  /** Discards everything before the answer: it was reasoning, and any plan in it a draft. */
  #discardDraft(answerStart: number): void {
    this.#answerStart = answerStart;
    this.#events.length = 0;
    if (this.#hasEmitted) this.#events.push({ type: 'restart' });
    this.#hasEmitted = false;
    if (this.#hasJsonStarted) this.#parser = this.#createParser();
    this.emittedIds.clear();
    this.#seenObjects.clear();
    [this.#objectCount, this.#invalidCount] = [0, 0];
    [this.#header, this.#isHeaderEmitted] = [emptyHeader, false];
    [this.#hasJsonStarted, this.#hasJsonEnded, this.#syntaxError] = [false, false, undefined];
  }

  #parse(json: string): void {
    this.#hasJsonStarted = true;
    if (this.#hasJsonEnded || this.#syntaxError !== undefined) return;
    try {
      this.#parser.write(json);
    } catch (error) {
      // Text after the end of the plan is ignored.
      if (!this.#hasJsonEnded) this.#syntaxError = error;
    }
  }

  #parseLeniently(): void {
    const whole = this.#pieces.join('');
    // Reasoning that is never closed may hold the answer.
    const found =
      findPlan(whole.slice(this.#answerStart)) ?? (this.#answerStart > 0 ? findPlan(whole) : null);
    if (found === null) throw invalidPlanError(this.#hasJsonStarted ? notJson : notAPlan, this.#syntaxError);
    // The header read so far may belong to other JSON in the text.
    if (this.#objectCount === 0) this.#header = emptyHeader;
    for (const key of headerKeys) {
      if (key in found.properties) this.#setHeaderField(key, found.properties[key]);
    }
    for (const object of found.objects) this.#addObject(object);
  }

  #setHeaderField(key: string, value: unknown): void {
    if (key === 'title' && typeof value === 'string') this.#header = { ...this.#header, title: value };
    if (key === 'layout') this.#header = { ...this.#header, layout: planLayout.catch('flow').parse(value) };
    if (key === 'direction')
      this.#header = { ...this.#header, direction: planDirection.nullable().catch(null).parse(value) };
    if (key === 'columns')
      this.#header = { ...this.#header, columns: planHeader.shape.columns.catch(null).parse(value) };
    this.#isHeaderEmitted = false;
  }

  #addObject(value: unknown): void {
    if (this.#objectCount === maxObjects) return;
    const json = JSON.stringify(value);
    // After a syntax error the whole text is read again: skip the objects from before it.
    if (this.#syntaxError !== undefined && this.#seenObjects.has(json)) return;
    this.#seenObjects.add(json);
    this.#objectCount += 1;
    const object = readPlanObject(value);
    if (object === null) {
      this.#invalidCount += 1;
      return;
    }
    this.#emitHeader();
    if (this.#knownIds.has(object.id)) return;
    this.emittedIds.add(object.id);
    this.#events.push({ type: 'object', object });
  }

  #emitHeader(): void {
    if (this.#isHeaderEmitted) return;
    this.#isHeaderEmitted = true;
    this.#events.push({ type: 'header', header: this.#header });
  }
}

const notJson = 'The answer of the AI model is not valid JSON.';
const notAPlan = 'The answer of the AI model is not a plan.';
const allInvalid = "None of the model's objects is valid.";
