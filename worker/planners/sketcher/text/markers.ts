/** A number, a numbered sign, a bullet or a box to tick that begins an item in the middle of a line. */
const MARKER =
  /(?<=^|[\s;；,，。.：:])(?:\(?(\d{1,2})[.)]\s|([①-⑳])\s?|([一二三四五六七八九十]{1,2})、|\[[ xX✓✔]\]\s)|・/gu;
const CHINESE = '一二三四五六七八九十';

/** Puts each item of a list that is written in one line on a line of its own: "1. draft 2. review", "・卵・パン", "[x] a [ ] b". */
export function breakMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) => breakLine(withDots(line)))
    .join('\n');
}

const BARE_NUMBER = /(?<=^\s*|[:：]\s*|[^\s,;，；]\s)(\d{1,2}) (?=\p{L})/gu;

/** "1 draft 2 review 3 send" as "1. draft 2. review 3. send", where the numbers count from one at the begin. */
function withDots(line: string): string {
  const [first, ...others] = line.matchAll(BARE_NUMBER);
  if (first === undefined || !/(?:^|[:：])\s*$/.test(line.slice(0, first.index))) return line;
  let count = first[1] === '1' ? 1 : 0;
  if (count === 1) for (const [, digits] of others) if (Number(digits) === count + 1) count += 1;
  if (count < 3) return line;
  let next = 1;
  return line.replace(BARE_NUMBER, (whole, digits: string) => {
    if (Number(digits) !== next) return whole;
    next += 1;
    return `${digits}. `;
  });
}

function breakLine(text: string): string {
  const counted = { next: 1, places: [] as number[] };
  const bullets: number[] = [];
  const boxes: number[] = [];
  for (const match of text.matchAll(MARKER)) {
    const number = numberOf(match);
    if (match[0].startsWith('[')) boxes.push(match.index);
    else if (number === null) bullets.push(match.index);
    else if (number === counted.next) {
      counted.places.push(match.index);
      counted.next += 1;
    }
  }
  const places =
    [counted.places, boxes, bullets[0] === 0 ? bullets : []].find(({ length }) => length >= 2) ?? [];
  return places
    .map((place, at) => text.slice(at === 0 ? 0 : (places[at - 1] ?? 0), place).replace(/[\s;；,，]+$/, ''))
    .concat(text.slice(places.at(-1) ?? 0))
    .filter((line) => line !== '')
    .join('\n');
}

function numberOf([, digits, sign, chinese]: RegExpMatchArray): number | null {
  if (digits !== undefined) return Number(digits);
  if (sign !== undefined) return sign.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return chinese === undefined ? null : CHINESE.indexOf(chinese) + 1;
}
