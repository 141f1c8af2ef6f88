import { GAP } from './block.ts';
import type { Scene } from './scene.ts';

/** Gap between groups, in pixels: larger if connectors have labels. */
export function gapFor(scene: Scene, plain = GAP): number {
  if (scene.edges.length === 0) return plain;
  return scene.edges.some((edge) => edge.label) ? 96 : Math.max(plain, 56);
}
