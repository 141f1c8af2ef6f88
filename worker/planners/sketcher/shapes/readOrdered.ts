import { kindNames } from '../instruction/kinds.ts';
import { titleOf } from '../instruction/title.ts';
import { ARROW } from '../reading/evidence.ts';
import { COLOR, colorsIn } from '../text/colors.ts';
import { parseItems } from '../text/inline.ts';
import { depthOf } from '../text/item.ts';
import { NUMBER, numberOf } from '../text/words.ts';
import { emptyDrawing } from './drawing.ts';
import { groupOf, RAINBOW } from './readGroup.ts';
import type { Named } from './readNames.ts';

/** A form that a heading gives to a list: a closed ring, or levels from top to bottom. */
type Form = { words: RegExp; isRing: boolean; unmet?: string };

const FORMS: readonly Form[] = [
  {
    words:
      /(?<!\p{L})(?:(?:life ?)?cycles?|cycli(?:c|cal|que)|circular|circulaire|\p{L}*(?:kreislauf|zyklus)|zyklisch\p{L}*|ciclos?|cíclic[oa])(?!\p{L})|(?<=\b(?:as|in|like|als|im|en) (?:(?:an?|une?|un|eine?) )?|^(?:\S+ ){1,3})(?:circle|ring|loop|wheel|kreis|cercle|círculo)(?:\s+(?:with|of)\s.*|\s*)$/iu,
    isRing: true,
  },
  { words: /\b\p{L}*pyramide?n?\b|\bpirámide\b/iu, isRing: false, unmet: 'The outline of a pyramid' },
  {
    words: /\b\p{L}*(?:funnel|trichter)\b|\bentonnoir\b|\bembudo\b|\bfunil\b/iu,
    isRing: false,
    unmet: 'The outline of a funnel',
  },
  {
    words:
      /\b(?:layers|levels|tiers|\p{L}*(?:schichten|ebenen)|couches|capas|niveaux|niveles)\b|\b(?:as|in) (?:an? )?stack\b|\bstacked\b/iu,
    isRing: false,
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
  const isRing = closes || form?.isRing === true;
  const texts = isRing ? names : levelsOf(names, head);
  const group = {
    ...groupOf(undefined, '', 'boxes'),
    texts,
    colors: any === undefined ? colorsIn(some) : [...RAINBOW],
  };
  const unmet = new Set(isRing || form?.unmet === undefined ? [] : [form.unmet]);
  const look = isRing
    ? ({ arrangement: 'ring', connection: 'ring', hasArrows: true } as const)
    : ({ arrangement: 'column', ...(ARROW.test(list) && ARROWS) } as const);
  return {
    title: titleIn(head) || texts.join(', '),
    drawing: { ...emptyDrawing(), ...look, groups: [group], unmet },
  };
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
  const items = parseItems(bare);
  return depthOf(items) === 1 ? items.map(({ text }) => text) : [];
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
      .replace(
        /\s+(?:as|in|like|als|im|en)\s+(?:(?:an?|une?|un|eine?)\s+)?(?:circle|ring|loop|cycle|wheel|stack|kreis|cercle|círculo)\s*$/iu,
        '',
      ),
  );
