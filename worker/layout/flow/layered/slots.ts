/** A range across the flow, in pixels. */
export type Range = { low: number; high: number };

/** A place that connectors share: a side of a node, or a gap between the nodes of a band. */
export type Opening = Range & { spacing: number; slots: Slot[] };

/** The place across the flow at which a connector passes an opening, and where `dot` leads it. */
export type Slot = { at: number; wanted: number; opening: Opening };

/** Creates an opening without slots; an empty range becomes its middle. @param spacing Least distance of slots, in pixels */
export function openingOf(low: number, high: number, spacing: number): Opening {
  const middle = (low + high) / 2;
  return { low: Math.min(low, middle), high: Math.max(high, middle), spacing, slots: [] };
}

/** The nearest place in a range. */
export function clamp(value: number, { low, high }: Range): number {
  return Math.max(low, Math.min(high, value));
}

/** Moves the slots of an opening apart, as little as possible. They keep the order that they have in the list. */
export function spreadOut({ low, high, spacing, slots }: Opening): void {
  const room = slots.length > 1 ? Math.min(spacing, (high - low) / (slots.length - 1)) : 0;
  let least = low;
  for (const slot of slots) {
    slot.at = Math.max(slot.at, least);
    least = slot.at + room;
  }
  let most = high;
  for (const slot of slots.toReversed()) {
    slot.at = Math.min(slot.at, most);
    most = slot.at - room;
  }
}

/** Moves a slot if that keeps the order and the distances in its opening. Returns whether it did. */
export function moveSlot(slot: Slot, at: number): boolean {
  const { low, high, spacing, slots } = slot.opening;
  const place = slots.indexOf(slot);
  const [before, after] = [slots[place - 1], slots[place + 1]];
  if (at < low || at > high) return false;
  if (before && at < before.at + spacing) return false;
  if (after && at > after.at - spacing) return false;
  slot.at = at;
  return true;
}
