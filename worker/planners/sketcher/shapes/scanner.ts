/**
 * Reads a text from left to right by patterns in small letters. What a pattern takes is never read again. Each pattern
 * is compiled once; one that ignored case would take much longer to compile.
 */
export class Scanner {
  readonly text: string;
  readonly #lower: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    // Letter by letter, so that places in both texts are the same.
    this.#lower = text.replace(/[A-ZÀ-Þ]/g, (letter) => letter.toLowerCase());
  }

  /** What has not been read. */
  get rest(): string {
    return this.text.slice(this.at);
  }

  /** Takes what a pattern matches here, behind white space; null if it matches nothing. */
  take(source: string): RegExpExecArray | null {
    const match = this.see(source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** What a pattern matches here, behind white space. */
  see(source: string): RegExpExecArray | null {
    const pattern = compiled(source);
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#lower);
    return match === null || match[0].trim() === '' ? null : match;
  }

  /** A group of the last match, as it was written. */
  original(match: RegExpExecArray, group: number): string {
    const begin = match.index + match[0].lastIndexOf(match[group] ?? '');
    return this.text.slice(begin, begin + (match[group] ?? '').length);
  }

  /** Reads something; if it turns out to be nothing, reading goes on from where it was. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const found = read();
    if (found === null) this.at = start;
    return found;
  }
}

const patterns = new Map<string, RegExp>();

function compiled(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(`\\s*(?:${source})`, 'y');
  patterns.set(source, known);
  return known;
}
