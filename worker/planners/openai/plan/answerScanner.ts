import { JsonBrackets } from './jsonBrackets.ts';

/**
 * `json`: text of the JSON object that may be the plan. `restart`: everything before offset `at` of the pushed text was
 * reasoning.
 */
export type ScanResult = { type: 'json'; text: string } | { type: 'restart'; at: number };

/** Tags around a model's reasoning, where the server does not separate it from the answer. */
const openingTags = [
  '<think>',
  '<thinking>',
  '<thought>',
  '<reasoning>',
  '[think]',
  '◁think▷',
  '<|channel|>analysis<|message|>',
];
const closingTags = [
  '</think>',
  '</thinking>',
  '</thought>',
  '</reasoning>',
  '[/think]',
  '◁/think▷',
  '<|channel|>final<|message|>',
];
const tags = [...openingTags, ...closingTags];
const firstCharacters = new Set(tags.map((tag) => tag.charAt(0)));

/** A longer text before the JSON, in characters, may be reasoning that has only a closing tag. */
const maxPreamble = 500;

/**
 * Finds the JSON object in an answer while it streams. Reads each character once, so it takes linear time. The object
 * begins with a brace followed by a quotation mark: prose has other braces, as in "Here {is} it". Everything before a
 * closing reasoning tag is skipped, even without its opening tag.
 */
export class AnswerScanner {
  #state: 'before' | 'reasoning' | 'json' | 'after' = 'before';
  /** Whether the last character, apart from white space, is an opening brace. */
  #hasBrace = false;
  /** The part of a tag read so far. */
  #tag = '';
  #brackets = new JsonBrackets();
  /** Number of characters before the JSON. */
  #preamble = 0;
  #isPossibleDraft = false;
  /** Where the JSON begins or continues in the text being pushed. */
  #from = 0;

  /** Whether the JSON follows so much text that it may be a draft within reasoning. */
  get isPossibleDraft(): boolean {
    return this.#isPossibleDraft;
  }

  /** Whether the text ends with a brace that may begin the JSON. */
  get endsWithBrace(): boolean {
    return this.#state === 'before' && this.#hasBrace;
  }

  push(text: string): ScanResult[] {
    const found: ScanResult[] = [];
    this.#from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (this.#completesTag(character)) found.push(...this.#readTag(at));
      else if (this.#state === 'json') found.push(...this.#readJson(character, text, at));
      else if (this.#state === 'before' && this.#beginsJson(character)) {
        this.#from = at;
        found.push({ type: 'json', text: '{' });
      }
    }
    if (this.#state === 'json') found.push({ type: 'json', text: text.slice(this.#from) });
    return found;
  }

  #readTag(at: number): ScanResult[] {
    const isClosing = closingTags.includes(this.#tag);
    this.#tag = '';
    if (!isClosing) {
      if (this.#state === 'before') this.#state = 'reasoning';
      return [];
    }
    this.#state = 'before';
    [this.#hasBrace, this.#preamble, this.#isPossibleDraft] = [false, 0, false];
    return [{ type: 'restart', at: at + 1 }];
  }

  #readJson(character: string, text: string, at: number): ScanResult[] {
    this.#brackets.read(character);
    if (this.#brackets.depth > 0) return [];
    this.#state = 'after';
    return [{ type: 'json', text: text.slice(this.#from, at + 1) }];
  }

  #beginsJson(character: string): boolean {
    this.#preamble += 1;
    if (character === '{') this.#hasBrace = true;
    else if (this.#hasBrace && character === '"') {
      this.#state = 'json';
      this.#brackets = new JsonBrackets();
      this.#brackets.read('{');
      this.#brackets.read(character);
      this.#hasBrace = false;
      this.#isPossibleDraft = this.#preamble > maxPreamble;
      return true;
    } else if (!/\s/.test(character)) this.#hasBrace = false;
    return false;
  }

  /** Whether the character completes a tag, which is then in `#tag`. A string of the JSON has no tags. */
  #completesTag(character: string): boolean {
    const isInString = this.#state === 'json' && this.#brackets.isInString;
    if (isInString || (this.#tag === '' && !firstCharacters.has(character))) {
      this.#tag = '';
      return false;
    }
    let tag = this.#tag + character.toLowerCase();
    while (tag !== '' && !tags.some((known) => known.startsWith(tag))) tag = tag.slice(1);
    this.#tag = tag;
    return tags.includes(tag);
  }
}
