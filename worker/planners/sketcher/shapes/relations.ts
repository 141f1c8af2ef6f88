import type { Group } from './drawing.ts';
import { anyOf } from './phrases.ts';
import type { Reading } from './reading.ts';

export type Side = 'above' | 'below' | 'left' | 'right';
export type Relation = Side | 'inside' | 'around' | 'amid';

export const INVERSE: Record<Side, Side> = { above: 'below', below: 'above', left: 'right', right: 'left' };

/** Relations of one group to the next. */
export const RELATIONS: readonly {
  source: string;
  as: Relation;
}[] = [
  {
    as: 'above',
    source: anyOf(
      '(?:directly )?above',
      'over',
      'on top of',
      'über',
      'au-dessus de',
      'encima de',
      'followed by',
    ),
  },
  {
    as: 'below',
    source: anyOf('(?:directly )?below', 'under(?:neath)?', 'beneath', 'unter', 'sous', 'debajo de'),
  },
  {
    as: 'left',
    source: anyOf(
      '(?:to|on) the left of',
      'left of',
      'next to',
      'beside',
      'links von',
      'neben',
      'à gauche de',
      'à côté de',
      'junto a',
      'a la izquierda de',
    ),
  },
  {
    as: 'right',
    source: anyOf('(?:to|on) the right of', 'right of', 'rechts von', 'à droite de', 'a la derecha de'),
  },
  {
    as: 'amid',
    source: anyOf('(?:in|at) the (?:middle|cent(?:er|re)) of', 'surrounded by', 'umgeben von', 'entouré de'),
  },
  { as: 'inside', source: anyOf('inside(?: of)?', 'within', 'in(?:to)?', 'dans', 'dentro de') },
  { as: 'around', source: anyOf('(?:arranged )?around', 'surrounding', 'um', 'autour de', 'alrededor de') },
];

/** Nothing that could be beside it follows. */
const LAST = '(?=\\s*(?:[,;.]|$|and\\b))';
const IT = '(?:it|them|that|this|these|those|(?:the )?(?:first|other|last|previous)(?: one)?|ihm|ihr|ihnen)';

/** Words that give the place of a group beside the one before it, without a name for this: "below them", "daneben". */
export const BESIDE: readonly { source: string; as: Side }[] = [
  {
    as: 'above',
    source: anyOf(
      `(?:above|on top of|over) ${IT}`,
      'on (?:the )?top(?! of)',
      `above${LAST}`,
      'darüber',
      'oben drauf',
      'au-dessus',
      'encima',
    ),
  },
  {
    as: 'below',
    source: anyOf(
      `(?:directly |right )?(?:below|under(?:neath)?|beneath)(?: ${IT}|${LAST})`,
      'darunter',
      '(?:en |au-)?dessous',
      'debajo',
    ),
  },
  {
    as: 'left',
    source: anyOf(
      `(?:(?:to|on) (?:the|its|their) )?left of ${IT}`,
      '(?:to|on) (?:the|its|their) left',
      'links da(?:von|neben)',
    ),
  },
  {
    as: 'right',
    source: anyOf(
      `(?:(?:to|on) (?:the|its|their) )?right of ${IT}`,
      '(?:to|on) (?:the|its|their) right',
      `(?:next to|beside) ${IT}`,
      'rechts da(?:von|neben)',
      'daneben',
      'à côté',
      'al lado',
    ),
  },
];

const isSide = (relation: Relation): relation is Side => relation in INVERSE;

/** So many groups are looked through, so that reading stays linear. */
const MOST_GROUPS = 50;

/** Takes "left of Earth": a side of something that has this text. */
export function takeBesideKnown({ scanner, drawing }: Reading): { before: Group; as: Side } | null {
  return scanner.attempt(() => {
    for (const { as, source } of RELATIONS) {
      const [words] = (isSide(as) && scanner.take(source)) || [];
      if (words === undefined || !isSide(as)) continue;
      const [written = '', name = ''] = /^\s*(?:the\s+)?([^,;.]{1,60})/i.exec(scanner.rest) ?? [];
      const before = drawing.groups
        .slice(-MOST_GROUPS)
        .find(({ texts }) => texts.some((text) => text.toLowerCase() === name.trim().toLowerCase()));
      if (before === undefined) return null;
      scanner.at += written.length;
      return { before, as: /next|beside|neben|côté|junto/.test(words) ? 'right' : as };
    }
    return null;
  });
}
