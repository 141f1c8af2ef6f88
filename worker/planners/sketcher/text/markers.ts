/** A number, a numbered sign, a bullet or a box to tick that begins an item in the middle of a line. */
const MARKER =
  /(?<=^|[\s;；,，。.：:])(?:\(?(\d{1,2})[.)]\s|([①-⑳])\s?|([一二三四五六七八九十]{1,2})、|\[[ xX✓✔]\]\s)|・|(?<=^|\s)[•·▪]\s/gu;
const CHINESE = '一二三四五六七八九十';

/** Between sections of one line: "good: reviews // bad: builds", "mad: a / sad: b". */
const SLASHES = /\s+(?:\/\/|\/(?=\s[^:/\n]{1,40}:\s))\s+/;

/** Puts each item of a list that is written in one line on a line of its own: "1. draft 2. review", "・卵・パン", "[x] a [ ] b". */
export function breakMarkers(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => line.split(SLASHES))
    .map((line) => breakLine(withDots(line)))
    .join('\n');
}

const BARE_NUMBER = /(?<=^\s*|[:：]\s*|[^\s,;，；]\s)(\d{1,2}) (?=\p{L})/gu;

/** "1 draft 2 review 3 send" as "1. draft 2. review 3. send", where the numbers count from one at the begin or a colon. */
function withDots(line: string): string {
  const [start = ''] = /^[^:：]*[:：]/.exec(line) ?? [];
  const list = /^\s*1 /.test(line) ? line : line.slice(start.length);
  if (!/^\s*1 \p{L}/u.test(list)) return line;
  let count = 0;
  const dotted = list.replace(BARE_NUMBER, (whole, digits: string) => {
    if (Number(digits) !== count + 1) return whole;
    count += 1;
    return `${digits}. `;
  });
  return count < 3 ? line : line.slice(0, line.length - list.length) + dotted;
}

function breakLine(text: string): string {
  const counted: number[] = [];
  const bullets: number[] = [];
  const boxes: number[] = [];
  let next = 1;
  for (const match of text.matchAll(MARKER)) {
    const number = numberOf(match);
    if (match[0].startsWith('[')) boxes.push(match.index);
    else if (number === null) bullets.push(match.index);
    else if (number === next) {
      counted.push(match.index);
      next += 1;
    }
  }
  const isListed = /(?:^|[:：])\s*$/.test(text.slice(0, bullets[0]));
  const places = [sectionNumbers(text), counted, boxes, isListed ? bullets : [], countedWords(text)].find(
    ({ length }) => length >= 2,
  );
  return places === undefined ? text : breakAt(text, places);
}

const COUNTED_WORD = /(?<=^\s*|[:：]\s*|[\p{L}\d)]\s)(?<!\p{L})(\p{L}{2,12}) (\d{1,2})(?=[\s:：])/gu;

/** Places of "unit 1 motion unit 2 forces unit 3 waves": a word with the numbers from one on. */
function countedWords(text: string): number[] {
  const places: number[] = [];
  let word: string | undefined;
  for (const { 1: name = '', 2: number, index } of text.matchAll(COUNTED_WORD)) {
    word ??= number === '1' ? name.toLowerCase() : undefined;
    if (name.toLowerCase() === word && Number(number) === places.length + 1) places.push(index);
  }
  return places.length > 2 ? places : [];
}

/** The text with a line break before each of the places. */
export function breakAt(text: string, places: readonly number[]): string {
  return [0, ...places]
    .map((place, at) => text.slice(place, places[at]).replace(/(?<![\s;；,，])[\s;；,，]+$/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

const SECTION = /(?<![^\s:：,;])(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=[\p{L}"“])/gu;

/** Places of "1 Intro 1.1 History 1.2 Tools 2 Basics": numbers of which each follows the one before; none without levels. */
function sectionNumbers(text: string): number[] {
  const places: number[] = [];
  let last: number[] = [];
  let isNested = false;
  for (const { 1: digits = '', index } of text.matchAll(SECTION)) {
    const number = digits.split('.').map(Number);
    if (!isNextSection(last, number)) continue;
    places.push(index);
    isNested ||= number.length > 1;
    last = number;
  }
  return isNested ? places : [];
}

/** Whether 1.2.1, 1.3 or 2 stands where 1.2 was the number before: it is one higher at its last level, or the first below. */
function isNextSection(last: readonly number[], number: readonly number[]): boolean {
  const isBelow = number.length === last.length + 1 && number.at(-1) === 1;
  if (!isBelow && number.length > last.length) return false;
  const least = isBelow ? last : number.slice(0, -1);
  const isSame = least.every((part, at) => part === last[at]);
  return isSame && (isBelow || number.at(-1) === (last[number.length - 1] ?? 0) + 1);
}

function numberOf([, digits, sign, chinese]: RegExpMatchArray): number | null {
  if (digits !== undefined) return Number(digits);
  if (sign !== undefined) return sign.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return chinese === undefined ? null : CHINESE.indexOf(chinese) + 1;
}
