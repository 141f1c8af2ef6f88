import { JsonBrackets } from './jsonBrackets.ts';

/** What is found in the text of a model: text of the JSON that may be the plan, or that all before was a thought. */
export type Found = { type: 'json'; text: string } | { type: 'restart'; at: number };

/** Marks around thoughts, of models whose server does not part them from the answer. */
const openings = [
  '<think>',
  '<thinking>',
  '<thought>',
  '<reasoning>',
  '[think]',
  '◁think▷',
  '<|channel|>analysis<|message|>',
];
const closings = [
  '</think>',
  '</thinking>',
  '</thought>',
  '</reasoning>',
  '[/think]',
  '◁/think▷',
  '<|channel|>final<|message|>',
];
const marks = [...openings, ...closings];
const firstOfMarks = new Set(marks.map((mark) => mark.charAt(0)));

/** So much prose before the JSON may be a thought that only its end will tell. */
const longPreamble = 500;

/**
 * Finds the JSON object of an answer while it comes in, character by character, so that the time grows with the length
 * of the text alone. Only a brace before a quotation mark begins it: prose has others, as in "Here {is} it". What
 * stands before the end of a thought is none of it, also where the beginning of the thought is missing.
 */
export class AnswerScanner {
  #state: 'before' | 'thought' | 'json' | 'after' = 'before';
  /** A brace came, and nothing but white space since. */
  #brace = false;
  /** As much of a mark as has come. */
  #mark = '';
  #brackets = new JsonBrackets();
  #preamble = 0;
  #doubtful = false;
  /** Where the JSON begins, or goes on, in the text that is being taken in. */
  #from = 0;

  /** Whether the JSON began after so much prose that it may be part of a thought. */
  get isDoubtful(): boolean {
    return this.#doubtful;
  }

  /** Whether the text ends with a brace that may begin the JSON. */
  get endsWithBrace(): boolean {
    return this.#state === 'before' && this.#brace;
  }

  push(text: string): Found[] {
    const found: Found[] = [];
    this.#from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (this.#completesMark(character)) found.push(...this.#takeMark(at));
      else if (this.#state === 'json') found.push(...this.#takeJson(character, text, at));
      else if (this.#state === 'before' && this.#beginsJson(character)) {
        this.#from = at;
        found.push({ type: 'json', text: '{' });
      }
    }
    if (this.#state === 'json') found.push({ type: 'json', text: text.slice(this.#from) });
    return found;
  }

  #takeMark(at: number): Found[] {
    const closes = closings.includes(this.#mark);
    this.#mark = '';
    if (!closes) {
      if (this.#state === 'before') this.#state = 'thought';
      return [];
    }
    this.#state = 'before';
    [this.#brace, this.#preamble, this.#doubtful] = [false, 0, false];
    return [{ type: 'restart', at: at + 1 }];
  }

  #takeJson(character: string, text: string, at: number): Found[] {
    this.#brackets.take(character);
    if (this.#brackets.depth > 0) return [];
    this.#state = 'after';
    return [{ type: 'json', text: text.slice(this.#from, at + 1) }];
  }

  #beginsJson(character: string): boolean {
    this.#preamble += 1;
    if (character === '{') this.#brace = true;
    else if (this.#brace && character === '"') {
      this.#state = 'json';
      this.#brackets = new JsonBrackets();
      this.#brackets.take('{');
      this.#brackets.take(character);
      this.#brace = false;
      this.#doubtful = this.#preamble > longPreamble;
      return true;
    } else if (!/\s/.test(character)) this.#brace = false;
    return false;
  }

  /** Whether the character is the last one of a mark, which then is `#mark`. In a text of the JSON it is none. */
  #completesMark(character: string): boolean {
    const isText = this.#state === 'json' && this.#brackets.isQuoted;
    if (isText || (this.#mark === '' && !firstOfMarks.has(character))) {
      this.#mark = '';
      return false;
    }
    let mark = this.#mark + character.toLowerCase();
    while (mark !== '' && !marks.some((known) => known.startsWith(mark))) mark = mark.slice(1);
    this.#mark = mark;
    return marks.includes(mark);
  }
}
