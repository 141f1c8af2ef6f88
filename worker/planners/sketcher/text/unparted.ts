import { stems } from './words.ts';

/** "900", "€ 20", "500 g", "2x", "x3", "10%". */
const AMOUNT =
  /(?<!\S)(?:[€$£]\s?\d[\d.,]*|[x×]\d{1,4}|\d[\d.,]*\s?(?:[%€$£]|[x×]|k|m?g|kg|m?l|cl|tbsp|tsp|cups?)?)(?!\S)/giu;
const FEWEST = 3;

/** Things that stand side by side without commas: each with its amount before or behind it, or with its parts in brackets. */
export function splitUnparted(text: string): string[] {
  const places = amountsIn(text) ?? bracketsIn(text);
  return places === null ? [text] : partsAt(text, places);
}

/** Single words side by side, as in "eggs milk bread"; null where small words make them a phrase. */
export function splitWords(text: string): string[] | null {
  const words = text.trim().split(/\s+/);
  const isList = words.length >= FEWEST && words.every((word) => /^[\p{L}’'-]{3,}$/u.test(word));
  return isList && words.every((word) => stems(word).length === 1) ? words : null;
}

const partsAt = (text: string, places: readonly number[]): string[] =>
  [0, ...places].map((place, at) => text.slice(place, places[at]).trim()).filter((part) => part !== '');

/** Where a list such as "2l milk 6 eggs 1 loaf" or "rent 900 food 300 music 80" parts. */
function amountsIn(text: string): number[] | null {
  const amounts = [...text.matchAll(AMOUNT)].map(({ 0: amount, index }) => ({
    from: index,
    to: index + amount.length,
  }));
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first === undefined || last === undefined || amounts.length < FEWEST) return null;
  const isBefore = first.from === 0;
  if (isBefore === (last.to === text.length)) return null;
  const places = isBefore
    ? amounts.slice(1).map(({ from }) => from)
    : amounts.slice(0, -1).map(({ to }) => to);
  const names = partsAt(text, places).map((part) => part.replace(AMOUNT, '').trim());
  return names.every((name) => isName(name, isBefore)) ? places : null;
}

/** Whether words name a thing; behind an amount, "of" may come first. */
function isName(name: string, isBefore: boolean): boolean {
  const words = (isBefore ? name.replace(/^(?:of|de|d')\s+/i, '') : name).split(/\s+/);
  return words[0] !== '' && words.length <= 4 && stems(words.join(' ')).length === words.length;
}

/** Where "drinks (cola, juice) food (chips)" parts. */
function bracketsIn(text: string): number[] | null {
  const groups = [
    ...text.matchAll(
      /(?<![^\s)\]}])[^\s()[\]{}][^()[\]{}]{0,60}[([{][^()[\]{}]+[)\]}](?=\s+[^\s(),;.]|\s*$)/gu,
    ),
  ];
  const end = groups.reduce(
    (to, { 0: group, index }) => (text.slice(to, index).trim() === '' ? index + group.length : to),
    0,
  );
  return groups.length >= 2 && end === text.trimEnd().length
    ? groups.slice(1).map(({ index }) => index)
    : null;
}
