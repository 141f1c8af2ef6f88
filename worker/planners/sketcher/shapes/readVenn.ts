import { PlanBuilder } from '../plan/planBuilder.ts';
import { parseItems } from '../text/inline.ts';
import { type Item, leaf } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';
import { splitList } from '../text/split.ts';

const VENN = /^.{0,40}?\b(?:venn(?:[- ]?diagram\p{L}*)?|ven[- ]?diagram\p{L}*)(?!\p{L})\s*/iu;
/** "of cats and dogs:" before the sets. */
const OF =
  /^((?:of|for|between|comparing|about|with|von|zu|de)\s[^:.\n]{1,80}?)?\s*(?:[:.\n–—-]\s*(?=\S)|$)/iu;
const SHARED =
  /(?<!\p{L})(?:both|all|shared?|common|overlap\w*|together|intersection|middle|beides?|gemeinsam\w*|mitte|les deux|ambos|común)(?!\p{L})/iu;
/** The comma in "frontend and backend, common: …". */
const BEFORE_SHARED = new RegExp(`,\\s*(?=(?:\\p{L}+\\s){0,2}${SHARED.source}[^,:]{0,20}:)`, 'iu');

/** Draws the sets of a Venn diagram as frames side by side, with what they share between them; null without sets. */
export function readVenn(text: string): PlanBuilder | null {
  const [before] = VENN.exec(text) ?? [];
  if (before === undefined) return null;
  const rest = text.slice(before.length).replace(BEFORE_SHARED, ': ');
  const [head = '', of = ''] = OF.exec(rest) ?? [];
  const listed = parseItems(rest.slice(head.length));
  const named = splitList(of.replace(/^\S+\s+/, '')).map(leaf);
  const isFilled = listed.some(({ children }) => children.length > 0);
  const own = listed.filter(({ text }) => !SHARED.test(text));
  const missing = named.slice(own.length);
  const sets = isFilled ? [...missing, ...listed] : listed.length > 1 ? listed : named;
  return sets.length > 2 || (isFilled && sets.length > 1)
    ? drawSets(`Venn diagram ${of}`.trim(), sets)
    : null;
}

function drawSets(title: string, sets: readonly Item[]): PlanBuilder {
  const plan = new PlanBuilder(title, 'grid', null, sets.length);
  for (const { text, children } of withSharedBetween(sets)) {
    if (children.length === 0) plan.node(capitalise(text), { shape: 'ellipse' });
    else {
      const frame = plan.frame(capitalise(text));
      for (const child of children) plan.node(capitalise(child.text), { parent: frame });
    }
  }
  plan.warn(
    'Overlapping circles can’t be drawn, so each set stands beside the others. What they share can be one of them: “Venn diagram: cats: calm; dogs: loud; both: furry”.',
  );
  return plan;
}

function withSharedBetween(sets: readonly Item[]): readonly Item[] {
  const [shared, ...others] = [
    ...sets.filter(({ text }) => SHARED.test(text)),
    ...sets.filter(({ text }) => !SHARED.test(text)),
  ];
  const [left, right] = others;
  const isBetween = shared !== undefined && SHARED.test(shared.text) && left && right && sets.length === 3;
  return isBetween ? [left, shared, right] : sets;
}
