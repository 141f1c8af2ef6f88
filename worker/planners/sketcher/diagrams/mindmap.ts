import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { countItems, depthOf, type Item, leaf, limitItems } from '../text/item.ts';
import { MAX_NODES } from '../text/limits.ts';
import { capitalise, shorten } from '../text/plain.ts';
import { isAction } from '../text/verbs.ts';
import { findProcess } from '../topics/find.ts';
import { phrasesOf } from './phrases.ts';

const BRANCHES: readonly PlanColor[] = ['green', 'orange', 'purple', 'teal', 'pink', 'yellow', 'red'];

/** A central topic with coloured branches; prose is taken apart into its own phrases. */
export function drawMindmap(request: SketchRequest): PlanBuilder {
  const { center, branches } = contentOf(request);
  const plan = new PlanBuilder(request.title || titleOf(center, branches), 'mindmap');
  if (branches.length === 0) {
    const known = center.split(' ').length <= 4 ? findProcess(center) : null;
    plan.warn(`No details given, so these are starter branches.`);
    branches.push(...(known?.steps.map(leaf) ?? (isUndertaking(center) ? starters : aspects)));
  } else if (!request.certain) {
    plan.warn('No diagram type recognised, so this is a mind map of your text.');
  }
  if (!request.certain && countItems(branches) === 1) {
    plan.warn('The text is short, so starter questions were added.');
    branches.push(...questions);
  }
  const kept = limitItems(branches, MAX_NODES - 1);
  if (kept.length < branches.length || depthOf(kept) < depthOf(branches)) {
    plan.warn(`The text has more than ${MAX_NODES} items. The deepest levels were left out.`);
  }
  const root = plan.node(center, { shape: 'ellipse', color: 'blue' });
  for (const [place, item] of kept.entries()) {
    drawBranch(plan, root, item, BRANCHES[place % BRANCHES.length] ?? 'neutral');
  }
  return plan;
}

/** A list that has no name of its own is called by what it begins with. */
function titleOf(center: string, branches: readonly Item[]): string {
  if (center !== 'Ideas' && center !== 'Overview') return center;
  const begin = branches.slice(0, 3).map((branch) => shorten(branch.text, 24));
  return `${begin.join(', ')}${branches.length > 3 ? ', …' : ''}` || center;
}

function drawBranch(plan: PlanBuilder, parent: string, item: Item, color: PlanColor): void {
  const id = plan.node(item.text, { color });
  plan.edge(parent, id);
  for (const child of item.children) drawBranch(plan, id, child, color);
}

type Content = { center: string; branches: Item[] };

function contentOf({ subject, title, body, items, certain }: SketchRequest): Content {
  const topic = capitalise(subject || title);
  if (!certain && depthOf(items) < 2) {
    const prose = phrasesOf(body);
    if (topic === '') return { center: prose.topic ?? centerOf(prose.branches), branches: prose.branches };
    return {
      center: topic,
      branches: [...(prose.topic === null ? [] : [leaf(prose.topic)]), ...prose.branches],
    };
  }
  const [only, ...others] = items;
  if (topic === '' && only !== undefined && others.length === 0)
    return { center: only.text, branches: only.children };
  return { center: topic === '' ? centerOf(items) : topic, branches: [...items] };
}

/** A name for what the branches have in common: their most repeated long word, or "Ideas". */
function centerOf(branches: readonly Item[]): string {
  const words = [...allTexts(branches)].flatMap((text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [top] = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  if (top !== undefined) return capitalise(top[0]);
  return depthOf(branches) >= 2 ? 'Overview' : 'Ideas';
}

function* allTexts(items: readonly Item[]): Generator<string> {
  for (const { text, children } of items) {
    yield text;
    yield* allTexts(children);
  }
}

const questions: readonly Item[] = ['Who takes part?', 'What is the first step?', 'What could go wrong?'].map(
  leaf,
);

/** Whether a topic is something to be done, and not a thing. */
const isUndertaking = (topic: string): boolean =>
  isAction(topic) ||
  /\b(?:plan|project|launch|strategy|campaign|goals?|should|how|improve\w*|rollout|meeting)\b/i.test(topic);

const aspects: readonly Item[] = [
  { text: 'Kinds', children: [leaf('Which kinds are there?')] },
  { text: 'Parts', children: [leaf('What belongs to it?'), leaf('What does not?')] },
  { text: 'Examples', children: [leaf('Which comes to mind first?')] },
  { text: 'People', children: [leaf('Who has to do with it?')] },
  { text: 'Open questions', children: [leaf('What do we not know yet?')] },
];

const starters: readonly Item[] = [
  { text: 'Why', children: [leaf('What is the goal?')] },
  { text: 'Who', children: [leaf('Who takes part?'), leaf('Who decides?')] },
  { text: 'What', children: [leaf('What belongs to it?'), leaf('What does not?')] },
  { text: 'How', children: [leaf('What is the first step?')] },
  { text: 'When', children: [leaf('By when?')] },
  { text: 'Risks', children: [leaf('What could go wrong?')] },
];
