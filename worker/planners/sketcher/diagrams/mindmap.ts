import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { branchColor } from '../../colors.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { depthOf, type Item, leaf } from '../text/item.ts';
import { capitalise } from '../text/plain.ts';
import { findProcess, namesProcess } from '../topics/find.ts';
import { titleFrom } from './list.ts';
import { outlineOf } from './outlineOf.ts';

/** A central topic with coloured branches; prose is taken apart into its main points. */
export function drawMindmap(request: SketchRequest): PlanBuilder {
  const { center, branches, isShortened } = contentOf(request);
  const roots = center === null ? branches : [{ text: center, children: branches }];
  const title = request.title || (center ?? titleFrom(branches.map(({ text }) => text)));
  const plan = new PlanBuilder(title, center !== null ? 'mindmap' : depthOf(branches) > 1 ? 'tree' : 'grid');
  if (branches.length === 0 && center !== null && request.certain) {
    const known = namesProcess(center) ? findProcess(center) : null;
    plan.warn(
      known === null
        ? 'No details given, so the branches are empty. To fill them: “mind map of bees: hive, queen, honey”.'
        : `No details given, so these are the typical steps of “${known.name}”.`,
    );
    branches.push(...(known?.steps.map(leaf) ?? emptyBranches));
  } else if (!request.certain) {
    plan.warn(guessOf(branches, isShortened));
  }
  drawRoots(plan, roots);
  return plan;
}

/** What was made of a text that names no kind of diagram. */
function guessOf(points: readonly Item[], isShortened: boolean | undefined): string {
  if (isShortened) return 'The text is long, so this is an outline of its main points.';
  return points.length === 0
    ? 'No content to draw was recognised, so this is only your text. Say what belongs to it: “mind map of bees: hive, queen, honey”.'
    : 'No diagram type recognised, so these are the points of your text. Name one to get it: “timeline: 2019 idea, 2021 launch”.';
}

/** One root is the centre; several are trees of their own. */
function drawRoots(plan: PlanBuilder, roots: readonly Item[]): void {
  for (const [at, root] of roots.entries()) {
    const isCentre = roots.length === 1;
    const color = branchColor(at);
    const id = plan.node(root.text, isCentre ? { shape: 'ellipse', color: 'blue' } : { color });
    for (const [place, item] of root.children.entries())
      drawBranch(plan, id, item, isCentre ? branchColor(place) : color);
  }
}

function drawBranch(plan: PlanBuilder, parent: string, item: Item, color: PlanColor): void {
  const id = plan.node(item.text || null, { color });
  plan.edge(parent, id);
  for (const child of item.children) drawBranch(plan, id, child, color);
}

type Content = { center: string | null; branches: Item[]; isShortened?: boolean };

function contentOf(request: SketchRequest): Content {
  const { subject, title, body, items, certain } = request;
  const topic = capitalise(subject || title);
  if (!certain && depthOf(items) < 2) {
    const { topic: told, points, isShortened } = outlineOf(body);
    if (topic === '') return { center: told ?? commonWord(points), branches: points, isShortened };
    return { center: topic, branches: [...(told === null ? [] : [leaf(told)]), ...points], isShortened };
  }
  const [only, ...others] = items;
  if (topic === '' && only !== undefined && others.length === 0)
    return { center: only.text, branches: only.children };
  if (
    subject === '' &&
    only !== undefined &&
    items.every((item) => item.children.length === 0) &&
    title !== ''
  )
    return { center: only.text, branches: others };
  return { center: topic === '' ? null : topic, branches: [...items] };
}

/** What the points of a text have in common: their most repeated long word; null when none is repeated. */
function commonWord(points: readonly Item[]): string | null {
  const words = points.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [top] = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  return top === undefined ? null : capitalise(top[0]);
}

const emptyBranches: readonly Item[] = Array.from({ length: 4 }, () => leaf(''));
