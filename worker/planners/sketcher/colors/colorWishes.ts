import { maxBoxesPerJob } from '../../../../src/canvas/model/limits.ts';
import type { PlanColor, PlanNode } from '../../../../src/canvas/model/plan.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { ARROW } from '../reading/evidence.ts';
import { COLOR, colorOf, colorsIn } from '../text/colors.ts';
import { hasWords, label, shorten } from '../text/plain.ts';
import { mostLike } from '../text/words.ts';

/** A colour for everything that a word means: a kind of object ("decisions"), or the text of one. */
export type ColorWish = { what: string; color: PlanColor };

const ALL =
  'everything|all(?: of (?:them|it))?|them all|box(?:es)?|shapes?|steps?|nodes?|cards?|items?|objects?|alles?|Kästchen|Schritte|tout|todo';
const KINDS: readonly { source: string; includes: (node: PlanNode) => boolean }[] = [
  { source: ALL, includes: ({ shape }) => shape !== 'text' },
  {
    source: 'decisions?|diamonds?|questions?|Entscheidungen|Rauten',
    includes: ({ shape }) => shape === 'diamond',
  },
  { source: '(?:sticky )?notes?|stick(?:y|ies)|post-?its?', includes: ({ shape }) => shape === 'sticky' },
  { source: 'circles?|ellipses?|bubbles?|starts? and ends?', includes: ({ shape }) => shape === 'ellipse' },
  {
    source: '(?:errors?|failures?|Fehler)(?: (?:steps?|paths?|box(?:es)?|cases?))?',
    // Flows draw their errors in red.
    includes: ({ text, color }) => color === 'red' || /\b(?:errors?|fail|fehler)/i.test(text),
  },
];
const wholeKinds = KINDS.map(({ source, includes }) => ({
  pattern: new RegExp(`^(?:${source})$`, 'i'),
  includes,
}));
const KIND = KINDS.map(({ source }) => source).join('|');
const EACH = '(?:(?:all|every|each|alle)\\s+)?(?:of\\s+)?(?:the\\s+|die\\s+)?';
const ON = '(?:(?:in|as|to|are|should be|must be|ist|sind)\\s+)*';

/** "all boxes purple", "errors in red", "everything blue". */
const KIND_IN = new RegExp(
  `^(?:and\\s+|with\\s+|make\\s+|colou?r\\s+|paint\\s+)?${EACH}(${KIND})\\s+${ON}(${COLOR})$`,
  'iu',
);
/** "with purple boxes", "use yellow for decisions". */
const IN_KIND = new RegExp(
  `^(?:and\\s+)?(?:with|using|use|in)\\s+(${COLOR})\\s+(?:for\\s+)?${EACH}(${KIND})$`,
  'iu',
);
/** "make Review red": what is named must stand elsewhere in the text, else this is a step of its own. */
const NAMED = new RegExp(
  `^(?:and\\s+)?(?:make|colou?r|highlight|mark)\\s+(?:the\\s+)?(.{1,60}?)\\s+${ON}(${COLOR})$`,
  'iu',
);
const BEHIND_ARROWS = new RegExp(`\\s+(?:with|using)\\s+(${COLOR})\\s+(${KIND})[.!]?\\s*$`, 'i');
const IN_BRACKETS = new RegExp(`([^\\n,;:()>→|]{1,80}?)\\s*\\(\\s*(${COLOR})\\s*\\)`, 'gi');

/** Most words of a name. */
const MOST_WORDS = 6;

/** Takes colours that are wished for, such as "errors in red" and "Stop (red)", out of a text. */
export function takeColorWishes(written: string): { text: string; wishes: ColorWish[] } {
  const wishes: ColorWish[] = [];
  if (colorsIn(written).length === 0) return { text: written, wishes };
  const add = (what: string, word: string) => {
    const color = colorOf(word);
    if (color !== null)
      wishes.push({ what: what.replace(/^\s*(?:[-*•]|\d{1,2}[.)]|and\s)\s*/i, '').trim(), color });
  };
  const withoutBrackets = written.replace(IN_BRACKETS, (found, before: string, color: string) => {
    const what = before.split(/[.!?]\s/).at(-1) ?? '';
    // Behind a longer phrase, the brackets are a part of a sentence.
    if (what.trim().split(/\s+/).length > MOST_WORDS) return found;
    add(what, color);
    return before;
  });
  const pieces = withoutBrackets.split(/(?<=[,;.\n])/);
  const kept = pieces.filter((piece) => {
    const wish = wishIn(piece.replace(/[,;.\n!]\s*$/, '').trim(), withoutBrackets);
    if (wish !== null) add(...wish);
    return wish === null;
  });
  if (!kept.some(hasWords)) return { text: written, wishes: [] };
  const joined = kept.length === pieces.length ? withoutBrackets : kept.join('').replace(/[,;]\s*$/, '');
  const text = ARROW.test(joined)
    ? joined.replace(BEHIND_ARROWS, (_, color: string, kind: string) => {
        add(kind, color);
        return '';
      })
    : joined;
  return { text, wishes };
}

/** What a clause wants in which colour, if it is about nothing else. */
function wishIn(clause: string, text: string): [what: string, color: string] | null {
  const kind = KIND_IN.exec(clause);
  if (kind !== null) return [kind[1] ?? '', kind[2] ?? ''];
  const inKind = IN_KIND.exec(clause);
  if (inKind !== null) return [inKind[2] ?? '', inKind[1] ?? ''];
  const [, what = '', color = ''] = NAMED.exec(clause) ?? [];
  const isElsewhere = what !== '' && text.toLowerCase().split(what.toLowerCase()).length > 2;
  return isElsewhere ? [what, color] : null;
}

/** Gives the nodes of a plan the colours that were wished for them; no more wishes than nodes are looked up. */
export function applyColorWishes(plan: CompletePlan, wishes: readonly ColorWish[]): CompletePlan {
  const nodes = plan.objects.filter((object) => object.type === 'node');
  const byName = Map.groupBy(nodes, ({ text }) => text.toLowerCase());
  const colors = new Map<string, PlanColor>();
  const warnings = [...plan.warnings];
  for (const { what, color } of wishes.slice(0, maxBoxesPerJob)) {
    const meant = byName.get(label(what).toLowerCase()) ?? nodesMeant(nodes, what);
    for (const { id } of meant) colors.set(id, color);
    if (meant.length === 0)
      warnings.push(`Nothing is called “${shorten(what, 60)}”, so nothing became ${color}.`);
  }
  const objects = plan.objects.map((object) =>
    object.type === 'node' ? { ...object, color: colors.get(object.id) ?? object.color } : object,
  );
  return { ...plan, objects, warnings };
}

function nodesMeant(nodes: readonly PlanNode[], what: string): readonly PlanNode[] {
  const kind = wholeKinds.find(({ pattern }) => pattern.test(what));
  if (kind !== undefined) return nodes.filter(kind.includes);
  const like = mostLike(what, nodes, ({ text }) => text, 0.6);
  return like === null ? [] : [like];
}
