import type { PlanDirection } from '../../../src/canvas/model/plan.ts';
import { BODY_FONT_SIZE } from '../../../src/canvas/text/sizing.ts';
import { flowBlock } from '../flow/flow.ts';
import { type Block, GROUP_GAP } from '../scene/block.ts';
import { connectedParts } from '../scene/components.ts';
import { depthOf, isForest, treeOf } from '../scene/forest.ts';
import { fittedScale, isProportionate, misproportion, pack } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { itemBlocks } from './contents.ts';
import { bundledTree } from './leafBundle.ts';
import { type TidyStyle, tidyTree } from './tidyTree.ts';

/** Styles to try in turn: side by side as far down as the proportions allow, then hanging, then sideways. */
function stylesFor(direction: PlanDirection | null, hasLabels: boolean, depth: number): TidyStyle[] {
  const base = { siblingGap: 32, hangFrom: Infinity };
  const down: TidyStyle = { ...base, growth: 'down', levelGap: hasLabels ? 88 : 56 };
  const right: TidyStyle = { ...base, growth: 'right', levelGap: hasLabels ? 200 : 72 };
  if (direction === 'right') return [right];
  const hanging = Array.from({ length: depth }, (_, index) => ({ ...down, hangFrom: depth - 1 - index }));
  const downs = [down, ...hanging];
  return direction === 'down' ? downs : [...downs, right];
}

/** At a smaller scale, in the view that a canvas is fitted into, text is hard to read. */
export const READABLE = 9 / BODY_FONT_SIZE;
/** How many lines leaves stand beside, where a tree would be too large otherwise. */
export const LINES = [1, 2, 3] as const;
/** How much larger the text must be for another drawing than the first. */
const GAIN = 1.1;

/** The first of the drawings whose text is about as large, fitted into the view, as in any of them. */
export function mostReadable(drawings: readonly Block[]): Block {
  return drawings.reduce((best, next) => (fittedScale(next) > fittedScale(best) * GAIN ? next : best));
}

async function partBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const tree = isForest(scene, items) ? treeOf(scene, items) : null;
  // With several parents for one child, layers show the ranks better than any tree could.
  if (!tree) return flowBlock(scene, items, scene.direction ?? 'down');
  const blocks = await itemBlocks(scene, items);
  const hasLabels = scene.edges.some((edge) => edge.label);
  const styles = stylesFor(scene.direction, hasLabels, depthOf(tree));
  const drawings = styles.map((style) => tidyTree(tree, blocks, style).block);
  const [first, ...rest] = drawings;
  if (!first) return pack([], GROUP_GAP);
  const wanted = scene.style === null ? undefined : drawings[scene.style.number];
  const chosen =
    wanted ??
    drawings.find(isProportionate) ??
    rest.reduce((best, next) => (misproportion(next) < misproportion(best) ? next : best), first);
  if (wanted || hasLabels || fittedScale(chosen) >= READABLE) return chosen;
  const compact = styles
    .filter(({ hangFrom }) => hangFrom === Infinity)
    .flatMap((style) => LINES.map((lines) => bundledTree(tree, blocks, style, lines).block));
  return mostReadable([chosen, ...drawings, ...compact]);
}

/** Lays out hierarchies: each connected part as a tidy tree, the parts packed. */
export async function treeBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const parts: Block[] = [];
  for (const part of connectedParts(scene, items)) parts.push(await partBlock(scene, part));
  return pack(parts, GROUP_GAP);
}
