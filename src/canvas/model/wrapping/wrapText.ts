import { graphemesOf } from './graphemes.ts';

/** Width of a text in pixels when it follows `before` on its line: kerning depends on the character before it. */
export type MeasureText = (text: string, before?: string) => number;

const ideographs = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const opening = '（「『【《〈(';
const closing = '-、。，．！？：；）」』】》〉).,:;!?…ー';

/**
 * Where a line may break, as in Excalidraw's own wrapping (`parseTokens` in its `textWrapping.ts`): around white space,
 * after a hyphen, and around an ideograph, unless punctuation clings to it.
 */
const breakPlaces = new RegExp(
  `(?=\\s)|(?<=[\\s-])|(?<![${opening}])(?=[${ideographs}])|(?<=[${ideographs}])(?![${closing}])`,
  'u',
);

/** Widths are sums of fractions: a line that is exactly as wide as allowed must not break by a rounding error. */
const tolerance = 1e-6;

/**
 * Wraps a text into lines of at most `width` pixels. Breaks between words, and within a word only if it is wider than a
 * line; never within a character. Keeps the line breaks of the text; white space at the ends of lines, and repeated
 * white space, is left out, and so are empty lines. Linear in the length of the text.
 */
export function wrapText(text: string, measure: MeasureText, width: number): string[] {
  return text
    .normalize('NFC')
    .trim()
    .split('\n')
    .flatMap((line) => wrapLine(line, measure, width));
}

/** The parts of a line that wrapping keeps together if they fit. */
export function partsOfLine(line: string): string[] {
  return line.replaceAll(/\s+/g, ' ').trim().split(breakPlaces).filter(Boolean);
}

/** Whether the lines are this text: they may differ from it in white space only. */
export function areLinesOf(lines: readonly string[], text: string): boolean {
  return withoutSpace(lines.join('')) === withoutSpace(text);
}

const withoutSpace = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '');

function wrapLine(text: string, measure: MeasureText, width: number): string[] {
  const lines = new LineBreaker(measure, width);
  for (const part of partsOfLine(text)) {
    // A space at the end of a line takes no room.
    if (part === ' ') lines.append(part);
    else if (!lines.appendIfFits(part)) {
      lines.break();
      if (!lines.appendIfFits(part)) appendBroken(lines, part);
    }
  }
  return lines.finish();
}

/** Appends a part that is wider than a line. */
function appendBroken(lines: LineBreaker, part: string): void {
  for (const grapheme of graphemesOf(part)) {
    if (lines.appendIfFits(grapheme)) continue;
    lines.break();
    lines.append(grapheme);
  }
}

/** Builds lines with a running width: measuring the whole line for each part would take quadratic time. */
class LineBreaker {
  readonly #measure: MeasureText;
  readonly #width: number;
  readonly #finished: string[] = [];
  #line = '';
  #lineWidth = 0;
  #last = '';

  constructor(measure: MeasureText, width: number) {
    this.#measure = measure;
    this.#width = width;
  }

  appendIfFits(part: string): boolean {
    const partWidth = this.#measure(part, this.#last);
    if (this.#lineWidth + partWidth > this.#width + tolerance) return false;
    this.#append(part, partWidth);
    return true;
  }

  append(part: string): void {
    this.#append(part, this.#measure(part, this.#last));
  }

  #append(part: string, partWidth: number): void {
    this.#line += part;
    this.#lineWidth += partWidth;
    this.#last = part;
  }

  break(): void {
    const line = this.#line.trimEnd();
    if (line !== '') this.#finished.push(line);
    this.#line = '';
    this.#lineWidth = 0;
    this.#last = '';
  }

  finish(): string[] {
    this.break();
    return this.#finished;
  }
}
