import type { PlanFrame } from '../../../src/canvas/model/plan.ts';
import { assemble, type Block, GROUP_GAP, type Placed } from '../scene/block.ts';
import { column } from '../scene/packing.ts';
import type { Item, Scene } from '../scene/scene.ts';
import { gapFor } from '../scene/spacing.ts';
import { contentBlock, equalFrames } from './contents.ts';
import { gridBlock } from './grid.ts';

/** The quadrants in reading order. */
export const SWOT_SLOTS = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;
export type SwotSlot = (typeof SWOT_SLOTS)[number];

/** The quadrant of a frame, from its slot or else its title ("Strengths of …", "strength"). */
export function swotSlotOf(frame: PlanFrame): SwotSlot | null {
  const named = (text: string): SwotSlot | null => {
    const words = text.trim().toLowerCase();
    return SWOT_SLOTS.find((slot) => words.startsWith(slot.slice(0, 6))) ?? null;
  };
  return (frame.slot === null ? null : named(frame.slot)) ?? named(frame.title);
}

/** Frames in the order of their quadrants; those that ask for none, or a taken one, fill what is left. */
function inQuadrants(frames: readonly PlanFrame[]): PlanFrame[] {
  const quadrants: (PlanFrame | undefined)[] = SWOT_SLOTS.map((slot) =>
    frames.find((frame) => swotSlotOf(frame) === slot),
  );
  for (const frame of frames.filter((each) => !quadrants.includes(each))) {
    const free = quadrants.indexOf(undefined);
    quadrants[free < 0 ? quadrants.length : free] = frame;
  }
  return quadrants.filter((frame) => frame !== undefined);
}

function quadrantStyle(most: number): { columns: number; width: number } {
  if (most <= 3) return { columns: 1, width: 320 };
  return { columns: most > 12 ? 4 : most > 6 ? 3 : 2, width: 200 };
}

/** Lays out a SWOT matrix: frames of equal size, two by two, with notes outside of them below. */
export async function swotBlock(scene: Scene, items: readonly Item[]): Promise<Block> {
  const frames = inQuadrants(items.filter((item) => item.type === 'frame'));
  if (frames.length === 0) return gridBlock(scene, items);
  const most = Math.max(...frames.map((frame) => scene.childrenOf(frame.id).length));
  const style = quadrantStyle(most);
  const gap = gapFor(scene);
  const blocks = await equalFrames(scene, frames, style);
  const quadrants = blocks.map((block, index): Placed => {
    const [across, down] = [index % 2, Math.floor(index / 2)];
    return { block, x: across * (block.width + gap), y: down * (block.height + gap) };
  });
  const loose = items.filter((item) => item.type !== 'frame');
  const parts = [assemble(quadrants)];
  if (loose.length > 0)
    parts.push(await contentBlock(scene, loose, { ...style, columns: 2 * style.columns }));
  return column(parts, GROUP_GAP);
}
