import { fitText } from '../../../src/canvas/text/sizing.ts';
import { type Block, GROUP_GAP, single } from '../scene/block.ts';
import { column, heightFor, isProportionate, misproportion, row } from '../scene/packing.ts';
import { edgesAmong, type Item, type Scene, shapeKindOf } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { equalFrames, itemBlocks } from './contents.ts';

/** Milestones in the order of the edges between them where these make a chain, else as given. */
function inSequence(scene: Scene, items: readonly Item[]): Item[] {
  const links = edgesAmong(scene, items);
  const remaining = [...items];
  const sequence: Item[] = [];
  while (remaining.length > 0) {
    const open = new Set(remaining.map((item) => item.id));
    const ready = remaining.findIndex(
      (item) => !links.some(({ from, to }) => to === item.id && open.has(from)),
    );
    // In a cycle nothing is ready: then the one given first comes first.
    sequence.push(...remaining.splice(Math.max(0, ready), 1));
  }
  return sequence;
}

/** Notes that hang on one milestone: leaves of another make than the milestones. */
function notesOf(scene: Scene, items: readonly Item[]): Map<string, Item[]> {
  const links = edgesAmong(scene, items);
  const notes = new Map<string, Item[]>();
  for (const item of items) {
    if (item.type !== 'node' || (item.shape !== 'sticky' && item.shape !== 'text')) continue;
    const own = links.filter(({ from, to }) => from === item.id || to === item.id);
    const [link] = own;
    if (!link || own.length > 1) continue;
    const host = scene.items.get(link.from === item.id ? link.to : link.from);
    // Notes on notes stay milestones: else two could take each other away.
    if (host?.type === 'node' && host.shape !== 'sticky' && host.shape !== 'text')
      notes.set(host.id, [...(notes.get(host.id) ?? []), item]);
  }
  return notes;
}

/** Milestones of one width and, unless some are very tall, one height. */
function milestones(scene: Scene, items: readonly Item[]): Map<string, Block> {
  const nodes = items.filter((item) => item.type === 'node');
  const width = Math.max(0, ...nodes.map((node) => scene.fitted.get(node.id)?.width ?? 0));
  const sizes = nodes.map((node) => ({
    node,
    size: fitText(shapeKindOf(node), node.text, scene.fontSizeOf(node), width),
  }));
  const height = Math.max(0, ...sizes.map(({ size }) => size.height));
  return new Map(
    sizes.map(({ node, size }) => [
      node.id,
      single(node.id, scene.kept.get(node.id) ?? { ...size, width: Math.max(width, size.width), height }),
    ]),
  );
}

/** A timeline of this width or height, in pixels, is never wrapped: it fits a screen without getting small. */
const SCREEN = { right: 1_400, down: 800 };
/** A timeline of this few blocks is never wrapped. */
const SHORT = 4;

type Line = (blocks: readonly Block[], gap: number) => Block;

/** One line while that is not too long, else lines of the number that gives the best proportions. */
function wrapped(blocks: readonly Block[], gap: number, line: Line, stack: Line, target: number): Block {
  const oneLine = line(blocks, gap);
  const fits = oneLine.width <= SCREEN.right && oneLine.height <= SCREEN.down;
  if (blocks.length <= SHORT || fits || isProportionate(oneLine)) return oneLine;
  const linesOf = (perLine: number): Block => {
    const lines = Array.from({ length: Math.ceil(blocks.length / perLine) }, (_, index) =>
      line(blocks.slice(index * perLine, (index + 1) * perLine), gap),
    );
    const whole = stack(lines, GROUP_GAP);
    const missing = Math.max(0, heightFor(whole) - whole.height) / (lines.length - 1);
    return missing > 0 && missing <= GROUP_GAP ? stack(lines, GROUP_GAP + Math.ceil(missing)) : whole;
  };
  const choices = blocks.map((_, index) => linesOf(index + 1));
  return choices.reduce(
    (best, next) => (misproportion(next, target) < misproportion(best, target) ? next : best),
    oneLine,
  );
}

/** Wide is better than tall for lines that are read from left to right, and the other way round. */
const TARGETS = { right: 2.2, down: 0.8 };

/** Lays out a timeline: milestones in one row or several, notes below their milestone, frames as phases. */
export async function timelineBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const notes = notesOf(scene, items);
  const noted = new Set([...notes.values()].flat().map((note) => note.id));
  const sequence = inSequence(
    scene,
    items.filter((item) => !noted.has(item.id)),
  );
  const gap = Math.max(gapFor(scene), 56);
  const phases = sequence.filter((item) => item.type === 'frame');
  const style = { columns: 1, width: 208 };
  const natural = row(await equalFrames(scene, phases, style), gap);
  // A few phases side by side rather get taller than go on a second line.
  const height = phases.length <= 6 && scene.direction !== 'down' ? heightFor(natural) : 0;
  const frames = await equalFrames(scene, phases, style, height);
  const heads = milestones(scene, sequence);
  for (const [index, phase] of phases.entries())
    heads.set(phase.id, frames[index] ?? single(phase.id, { width: 160, height: 96 }));
  const noteBlocks = await itemBlocks(scene, [...notes.values()].flat());
  const blocks = sequence.flatMap((item) => {
    const own = (notes.get(item.id) ?? []).flatMap((note) => noteBlocks.get(note.id) ?? []);
    return column(
      [heads.get(item.id), ...own].filter((block) => block !== undefined),
      40,
    );
  });
  return scene.direction === 'down'
    ? wrapped(blocks, gap, column, row, TARGETS.down)
    : wrapped(blocks, gap, row, column, TARGETS.right);
}
