import type { Item } from '../text/item.ts';

/** A field of four on two axes, with its place in reading order: 0 is top left, 3 is bottom right. */
export type Quadrant = { place: number; item: Item };

const LOW =
  /^(?:low|lower|little|few|less|not|non|no|un\p{L}{4,}|weak|niedrig\p{L}*|gering\p{L}*|wenig\p{L}*|kein\p{L}*|nicht|basse?|faible|baj[oa]|poc[oa])$/iu;
const HIGH =
  /^(?:high|higher|much|many|more|strong|hoch|hohe[rsn]?|viel\p{L}*|haute?|fort|élevée?|alt[oa]|much[oa])$/iu;
const TOP = /^(?:top|upper|oben|obere[rsn]?|haut|arriba|superior)$/iu;
const BOTTOM = /^(?:bottom|lower|unten|untere[rsn]?|bas|abajo|inferior)$/iu;
const LEFT = /^(?:left|links|linke[rsn]?|gauche|izquierd[oa])$/iu;
const RIGHT = /^(?:right|rechts|rechte[rsn]?|droite?|derech[oa])$/iu;
const AXIS = /^(?:[xy][- ]?(?:axis|achse)|(?:axe|eje) [xy])$/iu;

/**
 * The fields of a matrix that are named by two poles or by their place, as in "high impact, low effort" or "top left",
 * and the axes that stand beside them. Null unless at least three have places of their own, and nothing else is named.
 */
export function quadrantsOf(items: readonly Item[]): { axes: Item[]; fields: Quadrant[] } | null {
  const axes = items.filter(({ text }) => AXIS.test(text.trim()));
  const others = items.filter((item) => !axes.includes(item));
  const [first] = others;
  const across = first === undefined ? '' : (polesOf(first.text)[1]?.of ?? '');
  const fields = others.map((item) => ({ place: placeOf(item.text, across), item }));
  const isMatrix = fields.length >= 3 && fields.length <= 4;
  const places = new Set(fields.map(({ place }) => place));
  if (!isMatrix || places.has(null) || places.size < fields.length) return null;
  const placed = fields.map(({ place, item }) => ({ place: place ?? 0, item }));
  return { axes, fields: placed.toSorted((a, b) => a.place - b.place) };
}

const wordsOf = (name: string): string[] => name.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first axis goes up, the second, which is called `across`, to the right. */
function placeOf(name: string, across: string): number | null {
  const words = wordsOf(name);
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const isPlace = (has(TOP) || has(BOTTOM)) && (has(LEFT) || has(RIGHT));
  if (isPlace) return (has(TOP) ? 0 : 2) + (has(LEFT) ? 0 : 1);
  const [one, other, more] = polesOf(name);
  if (one === undefined || other === undefined || more !== undefined) return null;
  const [up, right] = across !== '' && one.of === across ? [other, one] : [one, other];
  return (up.isLow ? 2 : 0) + (right.isLow ? 0 : 1);
}

/** "high impact, low effort": the poles, and what they are of. */
function polesOf(name: string): { isLow: boolean; of: string }[] {
  const poles: { isLow: boolean; of: string }[] = [];
  for (const word of wordsOf(name)) {
    const last = poles.at(-1);
    if (LOW.test(word) || HIGH.test(word)) poles.push({ isLow: LOW.test(word), of: '' });
    else if (last !== undefined) last.of += word.toLowerCase();
  }
  return poles;
}
