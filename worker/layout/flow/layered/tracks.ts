/** A piece of a connector across the flow, in the channel between two bands: where it comes from and goes to. */
export type Hop = { from: number; to: number };

/** Least distance in pixels between pieces in a channel that run beside each other. */
const PADDING = 8;
/** Two connectors nearer than this along the flow lie on each other. */
const NEAR = 4;
/** What connectors on each other count, in crossings. */
const SHARED_COST = 3;

const isInside = (at: number, { from, to }: Hop): boolean =>
  at > Math.min(from, to) && at < Math.max(from, to);

/** Crossings of two hops, the first of which is nearer to the start of the flow. */
function crossingsOf(first: Hop, second: Hop): number {
  const shared = Math.abs(second.from - first.to) < NEAR && Math.abs(second.from - second.to) >= NEAR;
  return (
    Number(isInside(second.from, first)) + Number(isInside(first.to, second)) + (shared ? SHARED_COST : 0)
  );
}

/** Pieces that meet at an end may form one line, but for that they may not overlap. */
function areApart(a: Hop, b: Hop): boolean {
  const [first, second] = Math.min(a.from, a.to) <= Math.min(b.from, b.to) ? [a, b] : [b, a];
  const distance = Math.min(second.from, second.to) - Math.max(first.from, first.to);
  return distance >= PADDING || (distance === 0 && (a.from === b.from || a.to === b.to));
}

/** Hops in an order from the start of the flow in which they cross least; a heuristic for the order of tournaments. */
function inOrder(hops: readonly Hop[]): Hop[] {
  const gain = (hop: Hop, others: readonly Hop[]): number =>
    others.reduce((sum, other) => sum + crossingsOf(other, hop) - crossingsOf(hop, other), 0);
  const left = hops.map((hop) => ({ hop, gain: gain(hop, hops) }));
  const ordered: Hop[] = [];
  while (left.length > 0) {
    let best = 0;
    for (const [at, { gain: each }] of left.entries()) if (each > (left[best]?.gain ?? 0)) best = at;
    const [next] = left.splice(best, 1);
    if (!next) break;
    ordered.push(next.hop);
    for (const other of left)
      other.gain -= crossingsOf(next.hop, other.hop) - crossingsOf(other.hop, next.hop);
  }
  return ordered;
}

/** Gives each hop a track, from 0, so that hops don't overlap and cross each other little. */
export function assignTracks(hops: readonly Hop[]): { tracks: Map<Hop, number>; count: number } {
  const tracks = new Map<Hop, number>();
  let count = 0;
  for (const hop of inOrder(hops)) {
    let track = 0;
    for (const [other, taken] of tracks) {
      const isBound = !areApart(hop, other) || crossingsOf(other, hop) !== crossingsOf(hop, other);
      if (isBound) track = Math.max(track, taken + 1);
    }
    tracks.set(hop, track);
    count = Math.max(count, track + 1);
  }
  return { tracks, count };
}
