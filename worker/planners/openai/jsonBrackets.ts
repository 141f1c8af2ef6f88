/** Follows the brackets of JSON, character by character; those in texts do not count. */
export class JsonBrackets {
  #depth = 0;
  #quoted = false;
  #escaped = false;

  /** Brackets that are open. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether the next character belongs to a text. */
  get isQuoted(): boolean {
    return this.#quoted;
  }

  take(character: string): void {
    if (this.#quoted) this.#takeQuoted(character);
    else if (character === '"') this.#quoted = this.#depth > 0;
    else if (character === '{' || character === '[') this.#depth += 1;
    else if ((character === '}' || character === ']') && this.#depth > 0) this.#depth -= 1;
  }

  #takeQuoted(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#quoted = false;
  }
}
