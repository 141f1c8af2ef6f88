/** Widths relative to the font size: of most letters, and of ideographs and pictographs. */
const [narrow, wide] = [0.56, 1.05];
const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Horizontal padding of a text in its shape, both sides together, in pixels. */
const padding = 32;

/**
 * Wraps a text by average letter widths, for API clients that can't measure it. A client that draws the text sends
 * its lines instead.
 */
export function wrapRoughly(text: string, width: number, fontSize: number): string[] {
  if (text === '') return [];
  const most = Math.max(width - padding, fontSize);
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, most, fontSize));
}

function wrapParagraph(paragraph: string, most: number, fontSize: number): string[] {
  const widthOf = (words: string) =>
    [...words].reduce((sum, letter) => sum + (wideCharacter.test(letter) ? wide : narrow) * fontSize, 0);
  const space = widthOf(' ');
  const lines: string[] = [];
  let line = '';
  // A running sum: measuring the whole line for each word would take quadratic time.
  let lineWidth = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthOf(word);
    if (line !== '' && lineWidth + space + width <= most) {
      line += ` ${word}`;
      lineWidth += space + width;
    } else {
      if (line !== '') lines.push(line);
      line = word;
      lineWidth = width;
    }
  }
  return [...lines, line];
}
