import type { Outline } from '../../../../src/canvas/model/routes/outline.ts';
import type { FlowBox } from './bands.ts';
import type { Opening, Slot } from './slots.ts';

/** A node in the terms of a flow, with its sides against and along it. */
export type FlowNode = FlowBox & { id: string; outline: Outline; before: Opening; after: Opening };

/** A connector along the flow, from a node of an earlier band to one of a later. */
export type Way = {
  id: string;
  from: FlowNode;
  to: FlowNode;
  /** Where `dot` leads it across the flow, at a place along the flow. */
  courseAt(along: number): number;
  label: FlowBox | null;
  /** Whether the connector points against the flow. */
  isBack: boolean;
};

/**
 * A way through the bands: a slot at its first node, at each band between, and at its last node. An end that is aside
 * joins a diamond at a vertex across the flow; its slot is then beside the diamond.
 */
export type Passage = { way: Way; first: number; slots: Slot[]; isAside: Record<End, boolean> };

/** An end of a way, in the order along the flow. */
export type End = 'from' | 'to';
