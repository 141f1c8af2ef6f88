import type { Outline } from '../../../../src/canvas/model/routes/outline.ts';
import { type Band, bandAt, gapAt } from './bands.ts';
import type { Passage, Way } from './passage.ts';
import { clamp, moveSlot, type Opening, openingOf, type Range, type Slot, spreadOut } from './slots.ts';
import { turnAside } from './turnAside.ts';

/** A place that a way goes through: where it may be there, and where it would best be. */
type Stop = { opening: Opening; range: Range; wanted: number };

/** Least distance in pixels between connectors at one side of a node, and to its corners. */
const PORT_SPACING = 12;
const CORNER = 12;
/** Distance in pixels between connectors that turn aside from one node, where there is room. */
const EASY_SPACING = 24;
/** Labels are moved across the flow by up to so many pixels, so that their connectors are straight. */
const [LABEL_PLAY, LABEL_GAP] = [12, 8];
/** Offsets of up to so many pixels are straightened where there is room. */
const SMALL_OFFSET = 28;

const middleOf = ({ low, high }: Range): number => (low + high) / 2;

/** Where connectors may join a side of a node: a diamond at its vertex, a curve not near its corners. */
export function sideOf({ low, high }: Range, outline: Outline): Opening {
  const margin = { rectangle: CORNER, ellipse: (high - low) / 4, diamond: (high - low) / 2 }[outline];
  return openingOf(low + margin, high - margin, outline === 'diamond' ? 0 : PORT_SPACING);
}

/** Leads ways through bands: with few bends, apart from each other, and in an order in which they cross little. */
export function passagesOf(bands: readonly Band[], ways: readonly Way[]): Passage[] {
  const passages = ways.flatMap((way) => passageOf(bands, way) ?? []);
  const sides = new Set(passages.flatMap(({ way }) => [way.from.after, way.to.before]));
  for (const side of sides) distribute(side, passages);
  turnAside(bands, passages);
  for (const { gaps } of bands)
    for (const gap of gaps) {
      gap.slots.sort((a, b) => a.at - b.at || a.wanted - b.wanted);
      spreadOut(gap);
    }
  for (let round = 0; round < 2; round += 1) for (const { slots } of passages) straighten(slots);
  return passages;
}

function passageOf(bands: readonly Band[], way: Way): Passage | null {
  const [first, last] = [bandAt(bands, way.from), bandAt(bands, way.to)];
  if (first < 0 || last <= first) return null;
  const between = bands.slice(first + 1, last).map((band): Stop => {
    const { label } = way;
    if (label && label.start < band.end && band.start < label.end) {
      const opening = playOf(label, band);
      return { opening, range: opening, wanted: middleOf(label) };
    }
    const wanted = way.courseAt((band.start + band.end) / 2);
    const opening = gapAt(band, wanted);
    return { opening, range: opening, wanted: clamp(wanted, opening) };
  });
  const ends = [way.from, way.to].map((node) => middleOf(node));
  const stops: Stop[] = [
    { opening: way.from.after, range: way.from.after, wanted: ends[0] ?? 0 },
    ...between,
    { opening: way.to.before, range: way.to.before, wanted: ends[1] ?? 0 },
  ];
  const slots = stops.map(({ opening, wanted }): Slot => ({ opening, wanted, at: 0 }));
  for (const slot of slots) slot.opening.slots.push(slot);
  straightRuns(stops).forEach((at, stop) => {
    const slot = slots[stop];
    if (slot) slot.at = at;
  });
  return { way, first, slots, isAside: { from: false, to: false } };
}

/** How far the middle of a label can move in its band without coming near to what is beside it. */
function playOf({ low, high }: Range, { solid }: Band): Opening {
  const below = Math.max(-Infinity, ...solid.flatMap((other) => (other.high <= low ? [other.high] : [])));
  const above = Math.min(Infinity, ...solid.flatMap((other) => (other.low >= high ? [other.low] : [])));
  const play = (room: number): number => Math.max(0, Math.min(LABEL_PLAY, (room - LABEL_GAP) / 2));
  const middle = (low + high) / 2;
  return openingOf(middle - play(low - below), middle + play(above - high), 0);
}

/** Where a way goes through its stops if it keeps its place across the flow as long as it can. */
function straightRuns(stops: readonly Stop[]): number[] {
  const places: number[] = [];
  let run: { range: Range; wanted: number[] } | null = null;
  const close = (): void => {
    if (!run) return;
    const sorted = run.wanted.toSorted((a, b) => a - b);
    const at = clamp(sorted[Math.floor(sorted.length / 2)] ?? 0, run.range);
    places.push(...run.wanted.map(() => at));
  };
  for (const { range, wanted } of stops) {
    const common: Range = run
      ? { low: Math.max(run.range.low, range.low), high: Math.min(run.range.high, range.high) }
      : range;
    if (run && common.low <= common.high) run = { range: common, wanted: [...run.wanted, wanted] };
    else {
      close();
      run = { range, wanted: [wanted] };
    }
  }
  close();
  return places;
}

/** Puts the slots at a side of a node in the order of where they lead; those that turn aside are spread evenly. */
function distribute(side: Opening, passages: readonly Passage[]): void {
  const leads = new Map<Slot, readonly Slot[]>();
  for (const { slots } of passages) {
    const [first, last] = [slots[0], slots.at(-1)];
    if (first?.opening === side) leads.set(first, slots);
    if (last?.opening === side) leads.set(last, slots.toReversed());
  }
  const compareBy = (key: 'at' | 'wanted', a: Slot, b: Slot): number => {
    const [one, other] = [leads.get(a) ?? [], leads.get(b) ?? []];
    for (let stop = 1; stop < Math.max(one.length, other.length); stop += 1) {
      const difference =
        ((one[stop] ?? one.at(-1))?.[key] ?? 0) - ((other[stop] ?? other.at(-1))?.[key] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const compare = (a: Slot, b: Slot): number => compareBy('at', a, b) || compareBy('wanted', a, b);
  side.slots.sort(compare);
  const count = side.slots.length;
  const spacing = count > 1 ? Math.min(EASY_SPACING, (side.high - side.low) / (count - 1)) : 0;
  for (const [place, slot] of side.slots.entries()) {
    const isStraight = leads.get(slot)?.[1]?.at === slot.at;
    if (!isStraight) slot.at = middleOf(side) + (place - (count - 1) / 2) * spacing;
  }
  spreadOut(side);
}

/** Removes small offsets between consecutive slots where there is room. */
function straighten(slots: readonly Slot[]): void {
  for (const [place, slot] of slots.entries()) {
    const before = slots[place - 1];
    if (!before || slot.at === before.at || Math.abs(slot.at - before.at) > SMALL_OFFSET) continue;
    if (!moveSlot(slot, before.at)) moveSlot(before, slot.at);
  }
}
