import { type Opening, openingOf, type Range } from './slots.ts';

/** A box in the terms of a flow: `start` to `end` along it, `low` to `high` across it, in pixels. */
export type FlowBox = Range & { start: number; end: number };

/** Nodes or labels at one distance from the start of the flow, and the gaps between them. */
export type Band = { start: number; end: number; solid: Range[]; gaps: Opening[] };

/** Least distance in pixels between a connector that passes a node, and the node. */
const CLEARANCE = 12;
/** Least distance in pixels between connectors in one gap. */
const SPACING = 12;
const UNBOUNDED = 1e6;

const middleOf = ({ start, end }: { start: number; end: number }): number => (start + end) / 2;

/** Sorts boxes into bands, in the order along the flow. `dot` aligns the middles of the boxes of a rank. */
export function bandsOf(boxes: readonly FlowBox[]): Band[] {
  const bands: Band[] = [];
  for (const box of boxes.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const last = bands.at(-1);
    if (last && middleOf(box) - middleOf(last) < 3) {
      last.start = Math.min(last.start, box.start);
      last.end = Math.max(last.end, box.end);
      last.solid.push(box);
    } else bands.push({ start: box.start, end: box.end, solid: [box], gaps: [] });
  }
  for (const band of bands) {
    band.solid.sort((a, b) => a.low - b.low);
    band.gaps = [undefined, ...band.solid].map((before, at) =>
      openingOf(
        before ? before.high + CLEARANCE : -UNBOUNDED,
        (band.solid[at]?.low ?? UNBOUNDED + CLEARANCE) - CLEARANCE,
        SPACING,
      ),
    );
  }
  return bands;
}

/** The index of the band of a box. */
export function bandAt(bands: readonly Band[], box: FlowBox): number {
  return bands.findIndex((band) => Math.abs(middleOf(band) - middleOf(box)) < 3);
}

/** The gap of a band that a connector passes at a place across the flow. */
export function gapAt({ solid, gaps }: Band, at: number): Opening {
  const place = solid.filter(({ low, high }) => (low + high) / 2 < at).length;
  return gaps[place] ?? openingOf(at, at, SPACING);
}

/** How much broader the channel after each band must be, so that frames are far enough from what follows and precedes them. */
export function missingRoom(bands: readonly Band[], frames: readonly FlowBox[], gap: number): number[] {
  return bands.map((band, at) => {
    const next = bands[at + 1];
    if (!next) return 0;
    const isBetween = (along: number): boolean => along >= middleOf(band) && along <= middleOf(next);
    const ends = [band, ...frames.filter(({ end }) => isBetween(end))];
    const starts = [next, ...frames.filter(({ start }) => isBetween(start))];
    const gaps = ends
      .flatMap((one) => starts.map((other) => other.start - one.end))
      .filter((each) => each >= 0);
    return Math.max(0, ...gaps.map((each) => gap - each));
  });
}
