import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { layOutDiagram } from '../../../worker/layout/layOutDiagram.ts';
import type { PartialDiagram } from '../../../worker/layout/scene/partialDiagram.ts';

/** How far shapes and frames move while a canvas comes in: means over them, in pixels. */
export type Movement = {
  /** From the last preview that lacks something to the final place. */
  last: number;
  /** All the way from where each was first shown to its final place, detours included. */
  travel: number;
};

type Places = Map<string, { x: number; y: number }>;

const placesOf = (objects: readonly CanvasObject[]): Places =>
  new Map(objects.flatMap((object) => (object.kind === 'CONNECTOR' ? [] : [[object.id, object]])));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Centres would hide growth and corners hide nothing: boxes hardly change size while they stream. */
const moves = (before: Places, after: Places): number[] =>
  [...after].flatMap(([id, place]) => {
    const from = before.get(id);
    return from === undefined ? [] : [Math.hypot(place.x - from.x, place.y - from.y)];
  });

/** Lays out the plan as it was at some moments of its coming in, and compares that with the final canvas. */
export async function movementOf(
  drafts: readonly PartialDiagram[],
  final: readonly CanvasObject[],
  previewCount: number,
): Promise<Movement> {
  if (previewCount === 0) return { last: 0, travel: 0 };
  const growing = drafts.filter(({ objects }, at) => objects.length > (drafts[at - 1]?.objects.length ?? 0));
  const unfinished = growing.slice(0, -1);
  const step = Math.max(1, Math.ceil(unfinished.length / previewCount));
  const seen = unfinished.filter((_, at) => (unfinished.length - 1 - at) % step === 0);
  const previews: Places[] = [];
  for (const diagram of seen) previews.push(placesOf(await layOutDiagram(diagram)));
  const steps = [...previews, placesOf(final)];
  const travelled = steps.flatMap((after, at) => moves(steps[at - 1] ?? new Map(), after));
  const shapes = placesOf(final).size;
  const lastPreview = previews.at(-1);
  return {
    last: lastPreview ? mean(moves(lastPreview, placesOf(final))) : 0,
    travel: shapes === 0 ? 0 : travelled.reduce((sum, way) => sum + way, 0) / shapes,
  };
}
