import type { PlanShape } from '../../../../src/canvas/model/plan.ts';
import { COLOR, WORD_END } from '../text/colors.ts';

/** What a word names: a shape, a frame, or a shape that no canvas has, which becomes a rectangle. */
export type Thing = PlanShape | 'frame' | 'hub' | 'unknown shape';

/** Words for things, singular and plural, in English, German, French and Spanish. */
const things: Record<Thing, string> = {
  sticky:
    'sticky ?-?notes?|stick(?:y|ies)|post-?its?(?: notes?)?|notes? adhésives?|notas? adhesivas?|notes?|notizzetteln?|klebezetteln?|haftnotiz(?:en)?|zetteln?|notas?',
  rect: 'box(?:es)?|levels?|layers?|tiers?|rect(?:angle)?s?|squares?|cards?|nodes?|blocks?|tiles?|cells?|shapes?|kästchen|kästen|kasten|rechtecke?n?|quadrate?n?|karten?|knoten|boîtes?|carrés?|cartes?|cajas?|rectángulos?|cuadrados?|tarjetas?|recuadros?',
  ellipse:
    'circles?|ovals?|ellipses?|bubbles?|kreisen?|kreise?|ovalen?|ellipsen?|cercles?|ronds?|bulles?|c[ií]rculos?|óvalos?|elipses?|burbujas?',
  diamond: 'diamonds?|rhombus(?:es)?|rhombi|rauten?|losanges?|rombos?',
  text: 'head(?:ing|line)s?|titles?|captions?|texts?|überschrift(?:en)?|titres?|títulos?|textos?',
  frame: 'frames?|sections?|containers?|rahmen|cadres?|marcos?',
  hub: 'hubs?|cent(?:er|re) (?:node|box|circle)',
  'unknown shape':
    'triangles?|stars?|hexagons?|pentagons?|octagons?|cylinders?|clouds?|hearts?|trapezoids?|parallelograms?|dreiecke?n?|sechsecke?n?|sterne?n?|herze?n?|wolken?|étoiles?|triángulos?|estrellas?',
};

const whole = Object.entries(things).map(([thing, source]) => ({
  thing: thing as Thing,
  pattern: new RegExp(`^(?:${source})$`),
}));

/** The thing that a word names. */
export function thingOf(word: string): Thing {
  return whole.find(({ pattern }) => pattern.test(word))?.thing ?? 'rect';
}

const ONES = 'an?|one|eine?[nmrs]?|une?|un[ao]?|the|der|die|das|les?|la|el|another';
const numbers: readonly string[] = [
  ONES,
  'two|a (?:pair|couple)(?: of)?|both|zwei|deux|dos',
  'three|drei|trois|tres|a few|some|several|multiple|einige|quelques|algun[oa]s|various',
  'four|vier|quatre|cuatro',
  'five|fünf|cinq|cinco',
  'six|sechs|seis',
  'seven|sieben|sept|siete',
  'eight|acht|huit|ocho',
  'nine|neun|neuf|nueve',
  'ten|zehn|dix|diez',
  'eleven|elf|onze|once',
  'twelve|(?:a )?dozen|zwölf|douze|doce',
];

/** Source of a pattern for a number of things, as digits or a word. */
export const COUNT = `(?:\\d{1,3}|${numbers.toReversed().join('|')})${WORD_END}`;

const wholeNumbers = numbers.map((source) => new RegExp(`^(?:${source})$`));

/** The number that `COUNT` has found. */
export function countOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return (
    Math.max(
      0,
      wholeNumbers.findIndex((pattern) => pattern.test(word)),
    ) + 1
  );
}

/** Words between a number and a noun that change nothing. */
const PLAIN = `(?:empty|blank|simple|plain|nice|new|different|separate|equal|more|coloured|colored|colou?rful|leere?[nrs]?|vides?|vac[ií][oa]s?)${WORD_END}`;
/** Words for a look that no canvas can give. */
export const LOOK = `(?:overlapping|intersecting|round|(?:bigg|larg|small|tini|tall|wid|thick|thinn?)(?:er|est)|big|large|small|tiny|huge|wide|tall|narrow|bold|italic|dashed|dotted|rounded|thick|thin|transparent|3d|groß(?:e[nrs]?)?|klein(?:e[nrs]?)?|grande?s?|petite?s?|pequeñ[oa]s?)${WORD_END}`;

/** Source of a pattern for a word before a noun. */
export const ADJECTIVE = `(?:${COLOR}|${PLAIN}|${LOOK})`;
/** Source of a pattern for a noun that names a shape. */
export const NOUN = `(?:${Object.values(things).join('|')})${WORD_END}`;

/** "a green one" beside a red square is a square. */
export const SAME = `(?<=[a-zÀ-ɏ]\\s)ones?${WORD_END}`;

/** "5 red diamonds", "drei rote Kreise", "tres círculos rojos": number, adjectives, noun, adjectives. */
export const NOUN_PHRASE = `(?:(${COUNT})\\s+)?((?:${ADJECTIVE}(?:\\s*,\\s*|\\s+(?:(?:and|und|et|y)\\s+)?))*)(${NOUN}|${SAME})((?:\\s+(?:${COLOR}|${PLAIN}))?)`;

/** "the circles point to the square": things that are there already, which the second and the third group name. */
const THE_THINGS = `(?:(?:the|each|both|all|every)(?: of the)?\\s+)*(?<from>(?:${COLOR}\\s+)?${NOUN})\\s+`;
const TO_THE_THINGS = `(?:to|into|at|with)\\s+(?:(?:the|each|both|all|every)\\s+)*(?<to>(?:${COLOR}\\s+)?${NOUN})`;
export const POINTS = `(?=the|each|both|all|every)${THE_THINGS}(?:both\\s+|all\\s+|each\\s+)?(?<verb>points?|leads?|goes|go|connects?|links?|(?:is|are)\\s+(?:connected|linked|joined))\\s+${TO_THE_THINGS}`;
/** "connect each square to the circle" */
export const CONNECT_THE = `(?:and\\s+)?(?<verb>connect|link|join)\\s+${THE_THINGS}${TO_THE_THINGS}`;
