import type { Band } from './bands.ts';
import type { FlowNode, Passage } from './passage.ts';
import { assignTracks, type Hop } from './tracks.ts';

/** A point in the terms of a flow. */
export type FlowPoint = { along: number; across: number };

/** Distance in pixels between pieces of connectors in a channel, and to the nodes beside it. */
const TRACK_SPACING = 10;

/** The ways in points, and how far each band must be moved along the flow to make room for them. */
export type RoutedWays = { points: Map<string, FlowPoint[]>; shifts: number[] };

/**
 * Draws ways at right angles: along the flow through bands, across it in the channels between them.
 *
 * @param missing How much broader each channel must be than it is, in pixels.
 */
export function routeWays(
  bands: readonly Band[],
  passages: readonly Passage[],
  missing: readonly number[],
): RoutedWays {
  const channels = bands.map(() => new Map<Passage, Hop>());
  for (const passage of passages)
    for (const [place, { at }] of passage.slots.entries()) {
      const next = passage.slots[place + 1];
      if (next && next.at !== at) channels[passage.first + place]?.set(passage, { from: at, to: next.at });
    }
  const shifts: number[] = [];
  let shift = 0;
  const placesOf = channels.map((hops, index) => {
    shifts.push(shift);
    const { tracks, count } = assignTracks([...hops.values()]);
    const start = bands[index]?.end ?? 0;
    const room = (bands[index + 1]?.start ?? start) - start;
    const extra = Math.max(missing[index] ?? 0, (count + 1) * TRACK_SPACING - room);
    const step = (room + extra) / (count + 1);
    const base = start + shift;
    shift += extra;
    return (passage: Passage): number => {
      const hop = hops.get(passage);
      return base + step * ((hop ? (tracks.get(hop) ?? 0) : 0) + 1);
    };
  });
  const points = new Map<string, FlowPoint[]>();
  for (const passage of passages) points.set(passage.way.id, pointsOf(passage, placesOf, shifts));
  return { points, shifts };
}

function pointsOf(
  passage: Passage,
  placesOf: readonly ((passage: Passage) => number)[],
  shifts: readonly number[],
): FlowPoint[] {
  const { way, first, slots, isAside } = passage;
  const [start, end] = [slots[0]?.at ?? 0, slots.at(-1)?.at ?? 0];
  const shiftAt = (index: number): number => shifts[index] ?? 0;
  const points = endOf(way.from, way.from.end, shiftAt(first), start, isAside.from);
  for (const [place, { at }] of slots.entries()) {
    const next = slots[place + 1];
    if (!next || next.at === at) continue;
    const along = placesOf[first + place]?.(passage) ?? 0;
    points.push({ along, across: at }, { along, across: next.at });
  }
  points.push(
    ...endOf(way.to, way.to.start, shiftAt(first + slots.length - 1), end, isAside.to).toReversed(),
  );
  return points;
}

/** The points at an end of a way: on the side of the node, or at a vertex across the flow and beside it. */
function endOf(node: FlowNode, side: number, shift: number, across: number, isAside: boolean): FlowPoint[] {
  if (!isAside) return [{ along: side + shift, across }];
  const along = (node.start + node.end) / 2 + shift;
  return [
    { along, across: across < node.low ? node.low : node.high },
    { along, across },
  ];
}
