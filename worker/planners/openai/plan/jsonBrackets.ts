/** Tracks the nesting of JSON character by character, without the brackets in strings. */
export class JsonBrackets {
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** The number of open brackets. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether the next character is part of a string. */
  get isInString(): boolean {
    return this.#inString;
  }

  read(character: string): void {
    if (this.#inString) this.#readInString(character);
    else if (character === '"') this.#inString = this.#depth > 0;
    else if (character === '{' || character === '[') this.#depth += 1;
    else if ((character === '}' || character === ']') && this.#depth > 0) this.#depth -= 1;
  }

  #readInString(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#inString = false;
  }
}

/** Splits off the outermost JSON objects and arrays of a text, judging by their brackets alone. */
export function findJsonValues(text: string): string[] {
  const values: string[] = [];
  const brackets = new JsonBrackets();
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const { depth } = brackets;
    brackets.read(text.charAt(at));
    if (depth === 0 && brackets.depth === 1) start = at;
    if (depth === 1 && brackets.depth === 0) values.push(text.slice(start, at + 1));
  }
  return values;
}
