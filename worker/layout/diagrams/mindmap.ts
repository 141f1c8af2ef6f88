import { flowBlock } from '../flow/flow.ts';
import { assemble, type Block, GROUP_GAP } from '../scene/block.ts';
import { connectedParts } from '../scene/components.ts';
import { depthOf, type Tree, treeOf } from '../scene/forest.ts';
import { fittedScale, isProportionate, pack } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { itemBlocks } from './contents.ts';
import { gridBlock } from './grid.ts';
import { bundledTree } from './leafBundle.ts';
import { type TidyStyle, tidyTree } from './tidyTree.ts';
import { LINES, mostReadable, READABLE } from './tree.ts';

type MapStyle = Omit<TidyStyle, 'growth'>;

const leavesOf = (tree: Tree): number =>
  tree.children.length === 0 ? 1 : tree.children.reduce((sum, child) => sum + leavesOf(child), 0);

type Sides = { right: readonly Tree[]; left: readonly Tree[] };

/** Splits the branches in two runs with about as many leaves: the first to the right, the rest to the left. */
function balanced(root: Tree): Sides {
  const total = leavesOf(root);
  let [count, taken] = [0, 0];
  for (const branch of root.children) {
    const next = taken + leavesOf(branch);
    if (count > 0 && Math.abs(total - 2 * next) > Math.abs(total - 2 * taken)) break;
    taken = next;
    count += 1;
  }
  return { right: root.children.slice(0, count), left: root.children.slice(count) };
}

/** Leaves the branches of a canvas on their sides: those on the left are given, those without a size are new. */
function asBefore(root: Tree, { style, kept }: Scene): Sides | null {
  if (style === null || style.left.size === 0) return null;
  const sides: { right: Tree[]; left: Tree[] } = { right: [], left: [] };
  const countOf = (trees: readonly Tree[]) => trees.reduce((sum, tree) => sum + leavesOf(tree), 0);
  for (const branch of root.children.filter(({ item }) => kept.has(item.id)))
    (style.left.has(branch.item.id) ? sides.left : sides.right).push(branch);
  for (const branch of root.children.filter(({ item }) => !kept.has(item.id)))
    (countOf(sides.left) < countOf(sides.right) ? sides.left : sides.right).push(branch);
  return sides;
}

/** Both halves contain the root, and are put so that it is at one place. */
function twoSided(
  root: Tree,
  { right, left }: Sides,
  blocks: ReadonlyMap<string, Block>,
  style: MapStyle,
  draw: typeof tidyTree = tidyTree,
): Block {
  const rightward = draw({ ...root, children: [...right] }, blocks, { ...style, growth: 'right' });
  // Bottom up, so that the branches read clockwise round the root.
  const leftward = draw({ ...root, children: left.toReversed() }, blocks, { ...style, growth: 'left' });
  const at = {
    x: Math.max(rightward.root.x, leftward.root.x),
    y: Math.max(rightward.root.y, leftward.root.y),
  };
  return assemble(
    [rightward, leftward].map(({ block, root: place }) => ({ block, x: at.x - place.x, y: at.y - place.y })),
  );
}

/** Gaps between siblings to choose from, in pixels: a map with few branches spreads them. */
const SIBLING_GAPS = [24, 48, 80] as const;

/** More levels than this are a chain of thoughts rather than a map. */
const DEEPEST = 5;

function mapBlock(scene: Scene, root: Tree, blocks: ReadonlyMap<string, Block>): Block {
  const style = { levelGap: scene.edges.some((edge) => edge.label) ? 200 : 64, hangFrom: Infinity };
  const sides = asBefore(root, scene) ?? balanced(root);
  const maps = SIBLING_GAPS.map((siblingGap) => twoSided(root, sides, blocks, { ...style, siblingGap }));
  const oneSided = tidyTree(root, blocks, { ...style, siblingGap: 32, growth: 'right' }).block;
  const [first = oneSided] = maps;
  const drawings = [...maps, oneSided];
  const wanted = scene.style === null ? undefined : drawings[scene.style.number];
  const chosen = wanted ?? drawings.find(isProportionate) ?? first;
  const hasLabels = scene.edges.some((edge) => edge.label);
  if (wanted || hasLabels || fittedScale(chosen) >= READABLE) return chosen;
  const compact = LINES.map((lines) => {
    const draw: typeof tidyTree = (...tree) => bundledTree(...tree, lines);
    return twoSided(root, sides, blocks, { ...style, siblingGap: SIBLING_GAPS[0] }, draw);
  });
  return mostReadable([chosen, ...compact]);
}

/** Lays out each connected part as a mind map, with branches on both sides of its root, and other items in a grid. */
export async function mindmapBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const parts = connectedParts(scene, items);
  const single = parts.filter((part) => part.length === 1).flat();
  const maps: Block[] = [];
  for (const part of parts.filter((each) => each.length > 1)) {
    const root = treeOf(scene, part);
    if (!root) continue;
    const map = mapBlock(scene, root, await itemBlocks(scene, part));
    // A long chain makes no map; as a flow it can be wrapped.
    maps.push(depthOf(root) > DEEPEST && !isProportionate(map) ? await flowBlock(scene, part, null) : map);
  }
  if (single.length > 0) maps.push(await gridBlock(scene, single));
  return pack(maps, GROUP_GAP);
}
