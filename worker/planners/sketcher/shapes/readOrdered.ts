import { kindNames } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { ARROW } from '../reading/evidence.ts';
import { COLOR, colorsIn } from '../text/colors.ts';
import { parseItems } from '../text/inline.ts';
import { depthOf } from '../text/item.ts';
import { splitOutside } from '../text/split.ts';
import { NUMBER, numberOf } from '../text/words.ts';
import { type Drawing, emptyDrawing, type Group } from './drawing.ts';
import { groupOf, RAINBOW } from './readGroup.ts';
import type { Named } from './readNames.ts';

/** A form that a heading gives to a list: a closed ring, levels from top to bottom, a row, or one in the other. */
type Form = { words: RegExp; as: 'ring' | 'column' | 'row' | 'nested'; unmet?: string };

/** Where the first name is the innermost. */
const INWARDS =
  /\b(?:concentric|bullseye|onion|konzentrisch\p{L}*|zwiebel\p{L}*|concentriques?|concéntric[oa]s?)\b/iu;

const FORMS: readonly Form[] = [
  {
    words: new RegExp(
      `${INWARDS.source}|\\b(?:nested|verschachtelt\\p{L}*|imbriquée?s|anidad[oa]s)\\b`,
      'iu',
    ),
    as: 'nested',
  },
  {
    words:
      /(?<!\p{L})(?:(?:life ?)?cycles?|cycli(?:c|cal|que)|circular|circulaire|\p{L}*(?:kreislauf|zyklus)|zyklisch\p{L}*|ciclos?|cíclic[oa])(?!\p{L})|(?<=\b(?:as|in|like|als|im|en) (?:(?:an?|une?|un|eine?) )?|^(?:\S+ ){1,3})(?:circle|ring|loop|wheel|kreis|cercle|círculo)(?:\s+(?:with|of)\s.*|\s*)$/iu,
    as: 'ring',
  },
  { words: /\b\p{L}*pyramide?n?\b|\bpirámide\b/iu, as: 'column', unmet: 'The outline of a pyramid' },
  {
    words: /\b\p{L}*(?:funnel|trichter)\b|\bentonnoir\b|\bembudo\b|\bfunil\b/iu,
    as: 'column',
    unmet: 'The outline of a funnel',
  },
  {
    words:
      /\b(?:layers|levels|tiers|\p{L}*(?:schichten|ebenen)|couches|capas|niveaux|niveles)\b|\b(?:as|in) (?:an? )?stack\b|\bstacked\b/iu,
    as: 'column',
  },
  {
    words: /\b(?:scale|spectrum|continuum|spektrum|\p{L}*skala|échelle|spectre|escala|espectro)\b/iu,
    as: 'row',
  },
];

const PARTS =
  '(?:stages?|steps?|phases?|levels?|layers?|tiers?|parts?|phasen|stufen|ebenen|étapes|etapas|niveles)';
/** What may stand between a heading and its list: a mark, "with four stages", or "with". */
const HEADS: readonly RegExp[] = [
  /^([^:：\n]{3,120})(?:\s*[:：]\s*|\s*\n)(\S.*)$/su,
  /^([^,\n]{3,80}?)\s+[-–—]\s+(\S.*)$/su,
  new RegExp(
    `^([^,;\\n]{3,80}?\\s${PARTS}(?:\\s+(?:called|named|are))?)\\s+(?!of\\b|at\\b|in\\b)(\\S.*)$`,
    'isu',
  ),
  /^([^,;\n]{3,80}?),?\s+(?:with|of|from|mit|avec|con|de)\s+([^,;\n]{1,60},.*)$/isu,
];

const IN_COLORS = new RegExp(
  `,?\\s+(?:all )?in (?:((?:different|various|several|rainbow) colou?rs)|(${COLOR}(?:(?:\\s*,\\s*|\\s+)(?:and\\s+)?${COLOR})*))\\.?$`,
  'i',
);
/** "and back to", "then again": words before the first name, which close a ring; or "and so on" in place of it. */
const BACK =
  /^(?:(?:and|then|again|back|to|the|it|returns?|goes|go|leads?|loops?|starts?|with|from|into|und|dann|wieder|zurück|zu[mr]?|et|retour|à|au|y|de|vuelta|al?)\s+)*(\S.*?)(?:\s+again)?[.!]?$/iu;
const AGAIN =
  /^(?:(?:and|then|und|dann|et|y)\s+)*(?:repeat|start(?:s|ing)? (?:over|again)|so on|over again|again|von vorne?|recommence)(?:\s+again)?$/iu;
const PLACE =
  /\s*\(?(?:(?:at|on|in|as) the (?:very )?(?<top>top)|(?:at|on|in|as) the (?:very )?(?<bottom>bottom|base)|(?:in|at) the middle|(?<oben>ganz oben|oben|en haut|arriba)|(?<unten>ganz unten|unten|en bas|abajo)|(?:in der mitte|au milieu|en medio))\)?$/iu;
const UPWARDS = /\bbottom(?: |-)?(?:to(?: |-)top|up)\b|\bvon unten nach oben\b|\bde bas en haut\b/iu;
const TOLD = /(?:^|\s)(?:if|when|unless|wenn|falls|si)\s/iu;

/** Words of a sentence that tells something, rather than of a heading. */
const TELLS = /(?<!\S)(?:I|we|they|he|she|it|you|is|are|be|was|were|has|have)(?!\S)/i;

const ARROWS = { connection: 'chain', hasArrows: true } as const;
const MOST_NAMES = 24;
const MOST_WORDS = 8;

/** Reads a list whose heading gives it a form: "the water cycle: rain, river, sea", "pyramid with 3 levels: a, b, c". */
export function readOrdered(text: string): Named | null {
  for (const pattern of HEADS) {
    const [, head = '', list = ''] = pattern.exec(text) ?? [];
    const read = list === '' ? null : readUnder(head, list);
    if (read !== null) return read;
  }
  const body = text.trim();
  return readUnder('', body);
}

function readUnder(head: string, list: string): Named | null {
  const form = FORMS.find(({ words }) => words.test(head));
  const [inColors = '', any, some = ''] = IN_COLORS.exec(list) ?? [];
  const written = namesIn(list.slice(0, list.length - inColors.length), countOf(head));
  const last = written.at(-1) ?? '';
  const closes = written.length > 3 && BACK.exec(last)?.[1]?.toLowerCase() === written[0]?.toLowerCase();
  if ((form === undefined && !closes) || isOther(head) || TELLS.test(head)) return null;
  const names = closes || AGAIN.test(last) ? written.slice(0, -1) : written;
  if (names.length < 3 || names.length > MOST_NAMES || !names.every(isName)) return null;
  const as = closes ? 'ring' : (form?.as ?? 'ring');
  const texts = as === 'column' ? levelsOf(names, head) : names;
  const colors = any === undefined ? colorsIn(some) : [...RAINBOW];
  const group = { ...groupOf(undefined, '', 'boxes'), texts, colors };
  const unmet = new Set(closes || form?.unmet === undefined ? [] : [form.unmet]);
  const drawing = { ...emptyDrawing(), ...lookOf(as, list), unmet };
  const groups = [as === 'nested' ? nested(group, INWARDS.test(head)) : group];
  return { title: titleIn(head) || texts.join(', '), drawing: { ...drawing, groups } };
}

function lookOf(as: Form['as'], list: string): Partial<Drawing> {
  if (as === 'nested') return {};
  if (as === 'ring') return { arrangement: 'ring', connection: 'ring', hasArrows: true };
  return { arrangement: as, ...(ARROW.test(list) && ARROWS) };
}

/** Each of the names in the one before it. */
function nested(group: Group, isInwards: boolean): Group {
  const texts = isInwards ? group.texts : group.texts.toReversed();
  const [first = '', ...others] = texts;
  const innermost = { ...group, texts: [first] };
  return others.reduce((contents, text) => ({ ...group, texts: [text], contents: [contents] }), innermost);
}

/** Whether a heading names a diagram of another kind. */
const isOther = (head: string): boolean =>
  kindNames.some(({ kind, weight, pattern }) => kind !== 'flow' && weight > 5 && pattern.test(head));

const isName = (name: string): boolean => name.split(/\s+/).length <= MOST_WORDS && !TOLD.test(name);

const countOf = (head: string): number | null =>
  numberOf(new RegExp(`(?<!\\S)(${NUMBER})\\s+${PARTS}`, 'iu').exec(head)?.[1] ?? '');

/** The names of a list, with arrows or commas between them, or as many words as are asked for; none of a nested one. */
function namesIn(list: string, count: number | null): string[] {
  const bare = list.trim().replace(/[.!]$/, '');
  const words = bare.split(/\s+/);
  if (words.length === count) return words.map((word) => word.replace(/,$/, ''));
  if (ARROW.test(bare) && /[\n;:?]/.test(bare)) return [];
  if (ARROW.test(bare)) return bare.split(ARROW).map((name) => name.trim());
  const dashed = splitOutside(bare, /\s[-–—]\s/);
  if (dashed.length > 2 && !/[,;\n]/.test(bare)) return dashed;
  if (!/[:：]\s|^\s*(?:[-*•]|\d+[.)])\s/m.test(bare) && /;.*;|\n.*\n/s.test(bare))
    return splitOutside(bare, /\s*[;\n]\s*/);
  const items = parseItems(bare);
  // "Esteem: respect; Love: friends": a text for each.
  const areNamed = depthOf(items) === 2 && items.every(({ children }) => children.length === 1);
  if (depthOf(items) > 1 && !areNamed) return [];
  return items.map(({ text, children: [remark] }) => (remark ? `${text}: ${remark.text}` : text));
}

/** Levels from the highest to the lowest, without the words for their places. */
function levelsOf(names: readonly string[], head: string): string[] {
  const places = names.map((name) => PLACE.exec(name)?.groups);
  const starts = places[0]?.bottom ?? places[0]?.unten;
  const ends = places.at(-1)?.top ?? places.at(-1)?.oben;
  const texts = names.map((name) => name.replace(PLACE, '').replace(/^(?:then|dann|puis|luego)\s+/i, ''));
  return starts !== undefined || ends !== undefined || UPWARDS.test(head) ? texts.toReversed() : texts;
}

/** A heading without the words for the form. */
const titleIn = (head: string): string =>
  titleOf(
    head
      .replace(/^an?\s+(?=\S+\s)/i, '')
      .replace(UPWARDS, '')
      .replace(/\(\s*\)/, '')
      .replace(
        /\s+(?:as|in|like|als|im|en)\s+(?:(?:an?|une?|un|eine?)\s+)?(?:circle|ring|loop|cycle|wheel|stack|kreis|cercle|círculo)\s*$/iu,
        '',
      ),
  );
